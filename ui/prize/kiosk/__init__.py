"""The voting screen: a window of its own for guests."""
