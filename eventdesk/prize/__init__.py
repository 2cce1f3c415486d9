"""The audience prize: a poll, its ballots, and the urn. Who voted for what stands nowhere."""
