"""What is owed after the day: figures, attendance and certificates, what was found, the brochure, contacts."""
