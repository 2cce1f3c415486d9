"""The page of what is owed after the day."""
