"""The doors of rooms: what takes place behind one now, who has a place there, and who was there for how long."""
