"""The page of the event and of this desk."""
