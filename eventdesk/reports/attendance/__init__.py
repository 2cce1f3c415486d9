"""Who was there, when, and in which sessions: read from the scans, and as lists."""
