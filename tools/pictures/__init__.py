"""Writes pictures of every page, in both languages and in light and dark, for people to look at."""
