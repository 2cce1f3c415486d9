"""Programs for those who work on eventdesk; none of this is installed."""
