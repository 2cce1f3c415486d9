"""Keeps an open event safe without being asked: backups every few minutes, and how it stands with them."""
