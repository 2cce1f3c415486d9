"""Badges: codes, layout, PDF, print log and printers."""
