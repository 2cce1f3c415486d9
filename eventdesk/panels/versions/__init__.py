"""Timetables that were kept, in the file."""
