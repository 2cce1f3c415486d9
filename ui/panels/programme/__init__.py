"""The tab of the programme: the grid, and the cards beside it."""
