"""Who gets a place in which session: a fair one for everybody, and the proof of it."""
