"""The view in which is typed what sessions and tables found."""
