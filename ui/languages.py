"""The languages a desk can speak, each called as it calls itself."""

CODES = ("de", "en")
NAMES = ("Deutsch", "English")
