"""Papers of the audience prize: ballots to cut, the notice for the wall, the protocol of the count."""
