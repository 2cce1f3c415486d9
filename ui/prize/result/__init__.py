"""Closing a poll, and what it came to."""
