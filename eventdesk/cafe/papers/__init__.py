"""What the World Café puts on paper: cards, table signs, sheets for hosts and for results, the summary."""
