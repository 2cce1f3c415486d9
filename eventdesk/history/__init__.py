"""What happened, as people read it: to one person or in the whole file, in whole actions rather than changed rows."""
