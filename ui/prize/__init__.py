"""The page of the audience prize."""
