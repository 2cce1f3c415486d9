"""The tab of the places: who sits where, by which wish, and who waits."""
