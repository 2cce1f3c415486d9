"""Faults of every kind, made on purpose: what was confirmed has to be there afterwards."""
