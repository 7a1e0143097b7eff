"""What feedback is about: themes, found once and kept."""
