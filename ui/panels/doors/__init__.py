"""The tab of the doors: how full every room is now."""
