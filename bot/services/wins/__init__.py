"""Service wins, from nomination to celebration. docs/wins.md tells the journey.

What is owed to anybody (a question, a reminder, an outcome, a correction in the channel) is decided from rows, so that
whoever comes first carries on: the listener that made the change, or the clock.
"""
