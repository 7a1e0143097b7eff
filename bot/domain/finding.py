"""What was found about somebody's own words."""

from datetime import date

from bot.domain.digest import Label, Quote
from bot.domain.model import Model


class Finding(Model):
    """Conversations found about a question, and how many there were to find them in, from *since* on.

    *found* counts conversations, near-duplicates among them. *last_week*, *week_before* and *usual* (the average of the
    four weeks before the last one that has ended) are of the voices found. *label* says what they did against their own
    past, as a theme's does, and *moved_by* which series earned it; None where too few weeks tell. *asked*: there was
    something to look for once names had gone; *named*: names stood in the question and were not looked for.
    """

    asked: bool
    named: bool = False
    found: int = 0
    conversations: int = 0
    since: date | None = None
    last_week: int = 0
    week_before: int = 0
    usual: float = 0.0
    label: Label | None = None
    moved_by: str = "all"
    quotes: tuple[Quote, ...] = ()
