"""What happens on the page of the fair. Knows no widget; the only part of the page that calls actions."""
