"""Figures of the event without names: counted, put on paper with charts, and as tables for other programs."""
