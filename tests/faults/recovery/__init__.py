"""Files that are damaged in every way, and what becomes of them: a backup, and what was done since."""
