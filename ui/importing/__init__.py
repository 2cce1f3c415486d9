"""The page "Import": a list of people becomes people in the file, in four calm steps."""
