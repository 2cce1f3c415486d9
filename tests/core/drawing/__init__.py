"""Fonts, text in many scripts and pages, looked at as glyphs and as pixels."""
