"""The rush at the door: hundreds come within minutes while the desk prints, imports and thinks."""
