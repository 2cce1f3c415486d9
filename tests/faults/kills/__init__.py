"""Desks that are killed (SIGKILL) at any moment: what they had said is on the disk."""
