"""The guided first scan: four small steps on a sample event, beside the check-in page."""
