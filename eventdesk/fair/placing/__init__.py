"""The thinker of the fair: who stands where, why, and what to do when the day goes wrong. Frozen in, frozen out."""
