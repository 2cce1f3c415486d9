"""What a badge looks like: templates, the files they stand in, the rules they keep."""
