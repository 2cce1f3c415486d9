"""What the page asks of the core, and what it remembers."""
