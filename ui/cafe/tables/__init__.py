"""The view of tables and guests: the cards beside it, and what is asked for there."""
