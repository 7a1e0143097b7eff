"""Voxpop: what customers really said, brought to the people who lead."""
