"""The brochure after the day: chosen projects by theme, with greeting, results, contents and index."""
