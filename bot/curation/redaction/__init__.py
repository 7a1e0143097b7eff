"""Personal data out of a text."""
