"""The tables as circles with their guests round them: where everything lies, how it is drawn, how it is moved."""
