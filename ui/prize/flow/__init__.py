"""What happens on the page."""
