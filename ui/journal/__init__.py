"""The page "Journal": what happened, by whom, at which desk, when; and undoing it."""
