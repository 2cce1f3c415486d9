"""The page of the printer: where badges go, how they fit, what waits, and whether the scanner reads them."""
