"""The thinker of the programme: when and where each session takes place, and why. Frozen in, frozen out."""
