"""A digest under a curator's hands: pure functions of what was set aside when it was made."""
