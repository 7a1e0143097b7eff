"""How feedback comes in: one file per support tool or file format."""
