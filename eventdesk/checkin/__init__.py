"""Check-in: points, scans and the verdict on each."""
