"""The page without an event: what this is, sample events, new, open, recent files."""
