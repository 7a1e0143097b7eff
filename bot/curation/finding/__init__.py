"""Voices about whatever words somebody asks for: by meaning in any language, and by the words themselves."""
