"""Puts what stands on a badge onto a page."""
