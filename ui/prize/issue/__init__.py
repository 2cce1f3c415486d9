"""Handing out ballots: one field, one verdict."""
