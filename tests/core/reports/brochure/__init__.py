"""Tests of the brochure."""
