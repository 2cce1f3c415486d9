"""The window: everything that knows a widget, and nothing else."""
