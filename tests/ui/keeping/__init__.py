"""Backups without being asked, files that cannot be opened, places, disks that fail."""
