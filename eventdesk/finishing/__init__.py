"""What ends an event, or somebody's part in it: a next event made from this one, all people deleted, or one of them."""
