"""Praise and complaint."""
