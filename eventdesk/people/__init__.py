"""Who comes: people, their codes, and how they are found, imported and exported."""
