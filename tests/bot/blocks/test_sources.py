"""Whatever a source is called and however it stands, what is drawn of it stays within Slack's limits."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from bot.blocks.home import MOST_BLOCKS, Section, home
from bot.blocks.limits import check, check_view
from bot.blocks.source_forms import connect_form, disconnect_form, resync_form, said_form
from bot.blocks.source_health import MOST_SHOWN, health, health_blocks
from bot.domain.connection import Asked, FormField, Origin, Standing, Trouble
from bot.locale import LANGUAGES, Words
from bot.sources import SOURCES, kind_of
from tests.bot.blocks.longest import HARDEST, TwiceAsLong

WORDS = [*(Words(language) for language in LANGUAGES), TwiceAsLong()]
NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
FIELDS = kind_of("zendesk").form


def make_standing(**fields: object) -> Standing:
    given: dict[str, object] = {
        "name": "zendesk", "title": "Zendesk", "origin": Origin.SLACK, "turn": 3, "connectable": True,
        "account": "example", "last_sync": NOW, "records": 1_234,
    }  # fmt: skip
    return Standing(**(given | fields))


def make_asked(fill: str) -> Asked:
    return Asked("zendesk", f"Zendesk{fill * 100}", 1, FIELDS, {each.setting: fill * 300 for each in FIELDS})


@pytest.mark.parametrize(("words", "fill"), list(product(WORDS, HARDEST)))
def test_every_form_is_one_that_slack_takes(words: Words, fill: str) -> None:
    asked = make_asked(fill)
    problem = words("source-form-account", source="Z", known="k" * 255, account="a" * 255)
    for form in (
        connect_form(asked, words),
        connect_form(asked, words, problem=problem),
        resync_form(asked, date(2026, 11, 1), words),
        disconnect_form(asked, words),
        said_form(words("source-form-checking", source=asked.title), words),
        said_form(words("source-disconnect-forgotten", source=asked.title, records=10**9), words),
    ):
        check_view(form)


@pytest.mark.parametrize(("words", "fill"), list(product(WORDS, HARDEST)))
def test_the_health_of_many_sources_fits_a_message_and_a_page(words: Words, fill: str) -> None:
    standings = [
        make_standing(
            title=fill * 100, account=fill * 255, trouble=trouble, since=NOW, off=(fill * 80,) * 5, origin=origin,
            connectable=origin is Origin.SLACK,
        )
        for trouble, origin in product(Trouble, Origin)
    ]  # fmt: skip
    check(health(standings, words))
    check_view(home([Section(words("source-title"), health_blocks(standings, words))], words))
    assert len(health_blocks(standings, words)) <= 3 * MOST_SHOWN + 1 <= MOST_BLOCKS


@pytest.mark.parametrize("words", WORDS[:2])
def test_every_trouble_says_what_is_wrong_and_what_to_do(words: Words) -> None:
    for trouble in Trouble:
        shown = str([block.to_dict() for block in health_blocks([make_standing(trouble=trouble)], words)])
        assert words(f"source-trouble-{trouble.value}", source="Zendesk") in shown
        assert words("source-do", what=words(f"source-do-{trouble.value}", source="Zendesk", origin="slack")) in shown


@pytest.mark.parametrize("words", WORDS[:2])
def test_no_form_is_filled_with_a_secret(words: Words) -> None:
    form = connect_form(make_asked("x"), words)
    secret = {each.key for each in FIELDS if each.secret}
    elements = {block["block_id"]: block["element"] for block in form["blocks"] if block["type"] == "input"}
    assert secret
    assert [name for name in secret if "initial_value" in elements[name]] == []
    assert "x" * 20 not in form["private_metadata"]


def test_a_paused_source_offers_to_resume_and_hides_what_was_wrong() -> None:
    shown = str(
        [block.to_dict() for block in health_blocks([make_standing(paused=True, trouble=Trouble.ROLE)], WORDS[0])]
    )
    assert "Resume" in shown
    assert "source-pause" not in shown
    assert "What is wrong" not in shown


def test_every_connector_asks_for_its_account_first_and_keeps_something_secret() -> None:
    for name in SOURCES:
        form = kind_of(name).form
        assert form[0] == FormField(form[0].setting)
        assert any(asked.secret for asked in form)
