"""What the page asks of the core, one module for each of its views."""
