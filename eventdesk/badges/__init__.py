"""Badges: what is on one, the PDF of one or thousands, who still needs one, and the way to the printer."""
