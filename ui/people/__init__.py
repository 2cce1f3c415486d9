"""The page "People": everybody in a list that can be filtered and ordered, and one of them beside it."""
