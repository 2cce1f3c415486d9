"""The page of the fair: the floor plan, who stands where, plans that are proposed, booths that are drawn."""
