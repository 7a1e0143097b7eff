"""Numbers with their windows and their certainty."""
