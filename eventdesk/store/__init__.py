"""The file: opening, tables, journal, undo, backup. The only part of the house that knows SQLite."""
