"""Places, waiting lists and how places were given out, in the file."""
