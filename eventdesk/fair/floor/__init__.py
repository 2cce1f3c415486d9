"""The floor of the fair: where booths stand, what is wrong with that, rows drawn in one go, pictures behind it."""
