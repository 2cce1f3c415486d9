"""The grid of rooms and slots: where everything lies, how it is drawn, how sessions are moved in it."""
