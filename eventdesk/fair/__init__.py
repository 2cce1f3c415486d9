"""The project fair: halls, the booths that stand in them, and who exhibits."""
