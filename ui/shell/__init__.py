"""What stands around every page: rail, header, footer, banner, help."""
