"""What can be done with a quote: one quiet menu beside it, the same everywhere a quote stands.

A menu, not buttons: the digest is read in 75 seconds and has up to two quotes, each message of its thread up to five.
Three buttons each would be a wall, and would take lines from what customers said; the menu takes none. Its entries are
whole words, so that a screen reader says what each does.
"""

from slack_sdk.models.blocks import OverflowMenuElement

from bot.blocks import ids
from bot.blocks.forms import option
from bot.domain.digest import Digest, Quote
from bot.domain.reference import QuoteKey
from bot.locale import Words

OPTIONS = (ids.TALK, ids.WHY, ids.NOT_USEFUL, ids.HIDE)
"""What is offered, in this order; Slack takes five at most. Its words are ``quote-…`` in the catalogue."""


def actions(digest: Digest, quote: Quote, words: Words) -> OverflowMenuElement:
    """The menu beside *quote* of *digest*; what is chosen comes back as ``name:key``.

    What should not be here is found by the name of its block, which stays with it.
    """
    key = QuoteKey.of(digest, quote)
    return OverflowMenuElement(
        action_id=ids.QUOTE_MENU, options=[option(f"{name}:{key}", words(f"quote-{name}")) for name in OPTIONS]
    )


def chosen(value: str) -> tuple[str, QuoteKey]:
    """What was chosen in the menu, and which quote it is about."""
    name, _, key = value.partition(":")
    return name, QuoteKey.read(key)
