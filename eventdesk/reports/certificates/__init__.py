"""Certificates: what each says of a person, in the organiser's words, and how they are printed."""
