"""What sessions and tables of the World Café found: a few lines each, typed in during the break."""
