"""Ways through the tables, as they stand on cards."""
