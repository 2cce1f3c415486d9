"""Placements that were kept, in the file."""
