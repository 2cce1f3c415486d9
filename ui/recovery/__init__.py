"""A file that cannot be opened any more: backups to go on with, and what was done since then."""
