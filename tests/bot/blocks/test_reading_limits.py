"""Everything that reading, asking and telling draws is inside Slack's limits, whatever stands in it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.blocks import about, pinning, why
from bot.blocks.conversation import Place, conversation, gone
from bot.blocks.limits import check, check_view
from bot.blocks.quote_actions import OPTIONS, actions, chosen
from bot.blocks.told_form import ToldDraft, taken_in, told_form
from bot.domain.digest import Label, Quote
from bot.domain.feedback import Kind, RecordRef
from bot.domain.finding import Finding
from bot.domain.pin import DraftRef, Pin
from bot.domain.reference import QuoteKey
from bot.domain.told import Where
from bot.domain.transcript import Line, Transcript, Unshown
from bot.locale import Words
from tests.bot.blocks.factories import LONGEST_WORDS, START, make_digest, make_long, make_quote
from tests.bot.blocks.test_digest import HOSTILE
from tests.factories import make_rating

ZONE = ZoneInfo("Europe/Berlin")
LONG_RECORD = RecordRef(source="s" * 40, kind=Kind.CONVERSATION, external_id="ü/" * 127)


class Doubled(Words):
    """Every text of the catalogue twice over, as a wordier language would have it."""

    def __call__(self, key: str, /, **values: str | int) -> str:
        said = super().__call__(key, **values)
        return f"{said} {said}"


@pytest.fixture(params=["en", "de", "en doubled", "de doubled"])
def words(request: pytest.FixtureRequest) -> Words:
    language, _, doubled = request.param.partition(" ")
    return Doubled(language) if doubled else Words(language)


def long_quotes(count: int = 8) -> tuple[Quote, ...]:
    digest = make_long()
    return tuple(
        make_quote(
            "& <b> " * 600,
            theme=digest.themes[0],
            record=LONG_RECORD.model_copy(update={"external_id": f"{number}{LONG_RECORD.external_id}"[:255]}),
            segment="Segment " * 30,
            times=12_345,
        )
        for number in range(count)
    )


def test_windows_on_a_quote_are_inside_the_limits(words: Words) -> None:
    digest = make_long()
    for title in ("talk-title", "why-title", "more-title", "quote-not-useful"):
        for form in (why.opened(words, title), why.failed(words, title), why.refused(words, title, "x" * 900)):
            check_view(form)
    for quote in (*digest.quotes, *long_quotes()):
        check_view(why.reasons(digest, quote, words))
        check(why.not_useful(digest, quote, words))
    check_view(why.more_voices(digest, digest.themes[0], long_quotes(), words))
    check_view(why.more_voices(digest, digest.themes[0], (), words))
    check_view(why.thanks(words))
    check_view(gone(words))


@pytest.mark.parametrize(
    "text", ["".join(HOSTILE.values())[:5_000], "&<>" * 3_000, "x" * 9_000, "Wort " * 2_000, "\n" * 9_000 + "y"]
)
def test_a_conversation_is_inside_the_limits_whatever_was_written(words: Words, text: str) -> None:
    lines = tuple(
        Line(LONG_RECORD, START + timedelta(hours=hour), text, make_rating(3), None if hour % 3 else Unshown.DOUBT)
        for hour in range(1, 12)
    )
    transcript = Transcript("s" * 40, lines, None, "https://desk.example/" + "x" * 1_900)
    for page in (0, 1, 10_000):
        check_view(conversation(transcript, Place(LONG_RECORD, page), words, ZONE))


@pytest.mark.parametrize("why_not", list(Unshown))
def test_what_is_not_shown_is_said_for_every_reason(words: Words, why_not: Unshown) -> None:
    lines = tuple(Line(LONG_RECORD, START, None, None, why_not) for _ in range(200))
    check_view(conversation(Transcript("desk", lines, why_not), Place(LONG_RECORD), words, ZONE))
    check_view(conversation(Transcript("desk", lines), Place(LONG_RECORD), words, ZONE))


@pytest.mark.parametrize("label", [None, *Label])
def test_an_answer_is_inside_the_limits(words: Words, label: Label | None) -> None:
    finding = Finding(
        asked=True,
        named=True,
        found=123_456,
        conversations=1_234_567,
        since=date(2026, 8, 17),
        last_week=12_345,
        week_before=12_345,
        usual=1234.5,
        label=label,
        moved_by="critical" if label in (Label.RISING, Label.FADING, Label.NEW) else "all",
        quotes=long_quotes(3),
    )
    check(about.answer(finding, "& <!here> " * 100, words, ZONE))
    for other in (Finding(asked=False, named=True), finding.model_copy(update={"found": 0, "quotes": ()})):
        check(about.answer(other, LONGEST_WORDS, words, ZONE))
    check(about.looking(words))
    check(about.without_words(words))


def test_what_a_question_says_pings_nobody_and_links_nowhere(words: Words) -> None:
    finding = Finding(asked=True, found=1, conversations=2, since=date(2026, 8, 17))
    shown = str(about.answer(finding, "<!here> <@U1> http://bad.example *x*", words, ZONE))
    assert "<!here>" not in shown
    assert "<@U1>" not in shown
    assert "http://" not in shown


def test_the_search_for_a_voice_to_pin_is_inside_the_limits(words: Words) -> None:
    digest, ref = make_long(), DraftRef("d" * 40, 123)
    check_view(pinning.search_form(ref, words))
    check_view(pinning.searching(words))
    check_view(pinning.results(ref, digest, long_quotes(5), "& " * 200, words))
    check_view(pinning.results(ref, digest, (), "& " * 200, words))
    check_view(pinning.pinned(words))


def test_the_form_to_tell_a_voice_is_inside_the_limits(words: Words) -> None:
    for draft in (
        ToldDraft(date(2026, 11, 17)),
        ToldDraft(date(2026, 11, 17), "& " * 1_000, "C:1", "U1", Where.CALL, True),
    ):
        check_view(told_form(draft, words))
    check_view(taken_in(words))


def test_a_menu_takes_no_more_than_slack_does_and_says_which_quote(words: Words) -> None:
    digest = make_digest(edition="e" * 40)
    digest = digest.model_copy(update={"quotes": (*digest.quotes, make_quote(record=LONG_RECORD))})
    for quote in digest.quotes:
        menu = actions(digest, quote, words).to_dict()
        assert 2 <= len(OPTIONS) <= 5
        assert all(len(each["value"]) <= 150 and len(each["text"]["text"]) <= 75 for each in menu["options"])
        name, key = chosen(menu["options"][0]["value"])
        assert (name, key) == (OPTIONS[0], QuoteKey.of(digest, quote))
        assert key.find(digest.model_copy(update={"quotes": (quote,)})) == quote


def test_a_hidden_quote_is_not_found_again() -> None:
    digest = make_digest()
    quote = digest.quotes[0]
    hidden = digest.model_copy(update={"quotes": (quote.model_copy(update={"hidden": True}),)})
    assert QuoteKey.of(digest, quote).find(hidden) is None


def test_what_a_pin_carries_comes_back_as_it_was() -> None:
    digest, quote = make_long(), long_quotes(1)[0]
    pin = Pin.of(DraftRef("7", 3), digest, quote)
    assert len(str(pin)) <= 2_000
    assert Pin.read(str(pin)) == pin
