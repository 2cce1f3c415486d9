"""The ways to a printer, and the queue before it."""
