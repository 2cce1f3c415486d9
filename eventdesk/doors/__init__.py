"""The doors of rooms: where check-in and programme meet. Who may go in, how full it is, who was there."""

from eventdesk.doors.scanning import Fill, add_missing_doors, attendance, doors_for, fill_of, fill_of_room

__all__ = ["Fill", "add_missing_doors", "attendance", "doors_for", "fill_of", "fill_of_room"]
