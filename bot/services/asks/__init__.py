"""Asks of leaders and the commitments that come of them, from the draft to the ledger. docs/asks.md tells the journey.

Who is owed a word, and what stands in a channel otherwise than it should, is decided from rows: whoever comes first
carries on, the listener that made the change or the clock.
"""
