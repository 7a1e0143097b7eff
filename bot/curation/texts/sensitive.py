"""Special categories of personal data (GDPR, article 9) and minors: counted, never quoted.

The rules lie in ``lexicon/sensitive.txt``. Better a quote too few than a stranger's illness in Slack.
"""

from bot.curation.texts.phrases import found_sections

SENSITIVE_VERSION = "2"
"""Raise it when the rules give another answer for the same text."""


def is_sensitive(text: str) -> bool:
    """Whether *text* tells of somebody's health, belief, politics, union, sexuality, origin, or of a child by age."""
    return bool(found_sections("sensitive", text))
