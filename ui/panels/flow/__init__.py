"""What happens on the page of the programme. Knows no widget; the only part of the page that calls actions."""
