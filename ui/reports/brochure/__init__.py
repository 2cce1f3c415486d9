"""The view of the brochure and of the directory of contacts."""
