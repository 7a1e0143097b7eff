"""What curators do with the draft of an edition."""
