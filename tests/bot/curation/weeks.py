"""Make weeks of feedback about a few topics, for tests of the whole of curation."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.curation.counts import to_counted
from bot.curation.exclusions import Exclusions
from bot.curation.theming.seeds import load_seeds
from bot.curation.theming.themes import Themes, absorb
from bot.curation.voices import to_voices
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim, to_conversations
from bot.domain.week import Week
from tests.factories import MONDAY, WEEK, make_edition, make_vector, make_verbatim

EDITION = make_edition()

TOPICS = {
    "luggage": "My suitcase never came, I waited {n} hours and nobody could tell me where it had been left at all.",
    "breakfast": "The breakfast was cold again, we were {n} people in the queue and there was no coffee left at eight.",
    "booking": "Booking took {n} attempts because the page forgets every date as soon as I go back to change the room.",
    "rooms": "Our room number {n} looked onto the yard, the bed was fine but the shower only ran cold in the morning.",
}


def make_week(counts: Mapping[str, int], back: int = 0, *, tone: int = -1, **fields: Any) -> list[Verbatim]:
    """So many voices on each topic, *back* weeks before the one shown, no two alike."""
    return [
        make_verbatim(
            TOPICS[topic].format(n=f"{number}{back}"),
            external_id=f"{topic}-{back}-{number}",
            at=MONDAY - timedelta(weeks=back) + timedelta(minutes=17 * number),
            vector=make_vector(list(TOPICS).index(topic), shade=100 * abs(back) + number, spread=0.4),
            tone=tone if number % 4 else 1,
            **fields,
        )
        for topic, count in counts.items()
        for number in range(1, count + 1)
    ]


def make_past(counts: Mapping[str, int], weeks: int = 8, **fields: Any) -> list[Verbatim]:
    """The same week, *weeks* times before the one shown, a little more in every second."""
    return [
        v
        for back in range(1, weeks + 1)
        for v in make_week({t: n + back % 2 for t, n in counts.items()}, back, **fields)
    ]


def themes_before(feedback: list[Verbatim], week: Week = WEEK, rules: Rules | None = None) -> Themes | None:
    """Themes as they are fitted week by week from what came before *week*."""
    rules = rules or Rules()
    exclusions = Exclusions(rules)
    voices = to_voices(to_counted(to_conversations(feedback), week, EDITION.zone, exclusions), exclusions.may_feature)
    themes: Themes | None = None
    for back in sorted({v.back for v in voices if v.back > 0}, reverse=True):
        said = [v.conversation for v in voices if v.back == back]
        themes = absorb(themes, week.back(back), said, rules, load_seeds())
    return themes
