"""Two entries in the list that are one person become one: what each field keeps, and what else points to a person."""
