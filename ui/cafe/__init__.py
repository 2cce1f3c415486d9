"""The page of the World Café: tables and their guests, rounds and their clock, and what the tables found."""
