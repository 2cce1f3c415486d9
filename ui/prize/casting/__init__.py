"""Putting votes of paper ballots into the urn: by keyboard alone."""
