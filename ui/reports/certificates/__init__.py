"""The view of the certificates and of the lists of who was there."""
