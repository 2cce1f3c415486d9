"""Who sits at which table of the World Café in which round, thought out so that everybody meets new people."""
