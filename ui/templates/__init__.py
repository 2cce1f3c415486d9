"""The page where the design of a badge is made: one side at true proportion, with handles over it."""
