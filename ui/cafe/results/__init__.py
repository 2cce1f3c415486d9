"""The view in which is typed what each table found."""
