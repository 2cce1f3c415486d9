"""The clock of the rounds: how much time is left, the large window for the projector, the gong."""
