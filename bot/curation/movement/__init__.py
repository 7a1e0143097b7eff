"""Whether a theme moved, beyond its noise."""
