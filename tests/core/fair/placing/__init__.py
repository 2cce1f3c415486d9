"""The thinker of the fair."""
