"""The view of the figures, and its charts."""
