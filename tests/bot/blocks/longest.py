"""The longest that people, sources and customers can give us, and a language that needs twice the room of German."""

from datetime import UTC, datetime
from functools import cache

from bot.blocks.win_form import MOST_ANSWER, MOST_SAID, MOST_TOLD
from bot.blocks.wins import told
from bot.domain.digest import Digest, Slot
from bot.domain.feedback import Kind, RecordRef
from bot.domain.win import Choice, CustomerWords, Person, Team, Win, WinKind, WinState
from bot.locale import LANGUAGES, Words
from tests.bot.blocks.factories import make_long, make_quote

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
HARDEST = ["&", "<", "@x ", "www.a.de ", "ü", "⟦1⟧", "*_~` "]
"""What grows when it is escaped or made harmless, and what might not be one character."""


class TwiceAsLong(Words):
    """A language whose own words need twice the room of German; what people wrote stays as long as it is."""

    def __init__(self) -> None:
        super().__init__("de")

    def __call__(self, key: str, /, **values: str | int) -> str:
        again = {name: value[:1] if isinstance(value, str) else value for name, value in values.items()}
        return f"{super().__call__(key, **values)} {super().__call__(key, **again)}"


WORDS = [*(Words(language) for language in LANGUAGES), TwiceAsLong()]
SPOKEN = [*LANGUAGES, "twice as long"]


def filled(sign: str, most: int) -> str:
    return (sign * most)[:most]


def make_win(sign: str, kind: WinKind, state: WinState = WinState.OPEN, choice: Choice = Choice.NAME) -> Win:
    """The largest win that the forms let in, made of nothing but *sign*."""
    people = tuple(
        Person(place, f"U{place:08}", filled(sign, 80), in_team=True, choice=choice, agreed=1) for place in range(30)
    )
    parts = (filled(sign, MOST_TOLD),) if kind is not WinKind.BOLD else (filled(sign, MOST_ANSWER),) * 4
    record = RecordRef(source="a" * 40, kind=Kind.CONVERSATION, external_id="1" * 255)
    return Win(
        id=10**12,
        kind=kind,
        parts=parts,
        words=CustomerWords(filled(sign, MOST_SAID), record if kind is WinKind.SERVICE else None, 0, MOST_SAID),
        nominator="U00000001",
        people=people,
        created_at=NOW,
        team=Team("S1", filled(sign, 75), 30),
        state=state,
    )


@cache
def longest_digest(sign: str, words: Words) -> Digest:
    """The longest of everything that a digest can hold, its wins and praise made of *sign*."""
    stories = tuple(told(make_win(sign, kind), words) for kind in WinKind)
    first = stories[0].model_copy(update={"about": filled(sign, 200), "about_week": "2026-W40"})
    praise = tuple(make_quote(slot=Slot.PRAISE, text=filled(sign, 3_000), number=n) for n in range(8))
    return make_long(wins=(first, *stories[1:]), praise=praise)
