"""A digest is made of stored feedback, the same one every time, and published once."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.app import Parts
from bot.curation.theming.themes import Themes
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.feedback import Kind
from bot.domain.rules import Rules, ThemeRule
from bot.domain.week import Week
from bot.errors import SettingsError
from bot.services.digests import DigestService
from bot.services.publishing import Publisher, to_messages
from bot.services.speech import Speech
from bot.services.wins.proposing import Proposing
from bot.slack import Slack
from bot.sources.base import Page
from bot.storage.feedback import FEEDBACK
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from bot.storage.themes import THEMES
from tests.factories import make_feedback
from tests.fake_slack import FakeSlack
from tests.sample_week import NOW, WEEK, make_parts

CHANNEL = "C0LEADERS"
SPEECH = Speech(lambda _: None, "en")


@pytest.fixture
def store(sample_store: Store) -> Store:
    return sample_store


@pytest.fixture
def parts(store: Store) -> Parts:
    return make_parts(store, digest_channel=CHANNEL)


def edition(parts: Parts) -> Edition:
    return parts.edition("default")


def as_bytes(digest: Digest) -> str:
    return digest.model_dump_json()


def test_a_preview_is_the_same_whichever_week_was_looked_at_before(parts: Parts) -> None:
    first = as_bytes(parts.digests.preview(edition(parts), WEEK))
    parts.digests.preview(edition(parts), WEEK.previous)
    assert as_bytes(parts.digests.preview(edition(parts), WEEK)) == first
    parts.digests.settle(edition(parts), NOW)
    assert as_bytes(parts.digests.preview(edition(parts), WEEK)) == first


def test_a_preview_keeps_nothing(parts: Parts, store: Store) -> None:
    parts.digests.preview(edition(parts), WEEK)
    with store.read() as tx:
        for table in ("publication", "outbox", "themes", "edition"):
            assert tx.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_rows_in_another_order_give_the_same_bytes(parts: Parts, store: Store) -> None:
    before = as_bytes(parts.digests.preview(edition(parts), WEEK))
    with store.begin() as tx:
        connection = tx.connection
        columns = ", ".join(f'"{column.name}"' for column in FEEDBACK.columns if column.name != "id")
        connection.exec_driver_sql("CREATE TABLE shuffled AS SELECT * FROM feedback")
        ids = list(connection.exec_driver_sql("SELECT id FROM shuffled").scalars())
        random.Random(3).shuffle(ids)
        connection.exec_driver_sql("DELETE FROM feedback")
        for row in ids:
            connection.exec_driver_sql(
                f"INSERT INTO feedback ({columns}) SELECT {columns} FROM shuffled WHERE id = {row}"
            )
        connection.exec_driver_sql("DROP TABLE shuffled")
    assert as_bytes(parts.digests.preview(edition(parts), WEEK)) == before


def test_every_quote_is_exact_and_every_count_adds_up(parts: Parts, store: Store) -> None:
    digest = parts.digests.preview(edition(parts), WEEK)
    assert digest.quotes
    for quote in digest.quotes:
        record = quote.record
        (stored,) = parts.feedback.show(record.source, record.external_id, Kind(record.kind))
        assert stored["redacted_text"][quote.start : quote.end] == quote.text
    counts = digest.counts
    assert counts.conversations == sum(counts.by_source.values())
    assert counts.conversations == counts.eligible + sum(counts.left_out.values())
    assert counts.eligible == sum(theme.count for theme in digest.all_themes)
    start, end = f"'{digest.start:%Y-%m-%d %H:%M:%S}'", f"'{digest.end:%Y-%m-%d %H:%M:%S}'"
    if not store.is_sqlite:
        start, end = f"{start[:-1]}+00'", f"{end[:-1]}+00'"
    with store.read() as tx:
        in_database = tx.connection.exec_driver_sql(
            "SELECT count(*) FROM (SELECT source, conversation, coalesce("
            " min(CASE WHEN feature.text <> '' AND noise IS NULL THEN created_at END),"
            " min(CASE WHEN feature.text <> '' THEN created_at END), min(created_at)) AS began"
            " FROM feedback LEFT JOIN feature USING (workspace_id, text_key) GROUP BY source, conversation) AS c"
            f" WHERE began >= {start} AND began < {end}"
        ).scalar_one()
    assert counts.conversations == in_database


def test_the_surge_of_the_sample_leads_and_rises(parts: Parts) -> None:
    digest = parts.digests.preview(edition(parts), WEEK)
    assert digest.verdict.label == "rising"
    voice = next(quote for quote in digest.quotes if quote.slot == "voice")
    assert any(word in voice.text.lower() for word in ("termin", "deliver", "appointment", "liefer"))


def test_publishing_twice_posts_once(parts: Parts, store: Store, fake_slack: FakeSlack, slack: Slack) -> None:
    kept = parts.editions.ensure(edition(parts))
    posting = parts.posting_by(slack)
    publisher = Publisher(store, parts.digests, posting, Proposing(parts.roles, SPEECH), [parts.gathering])
    assert publisher.publish(kept, WEEK, due_at=NOW, now=NOW)
    assert not publisher.publish(kept, WEEK, due_at=NOW, now=NOW)
    with store.read() as tx:
        published = PublicationQueries(tx).find("default", WEEK)
    assert published is not None
    assert published.week == str(WEEK)


def test_later_rules_change_nothing_that_was_published(parts: Parts, store: Store, slack: Slack) -> None:
    kept = parts.editions.ensure(edition(parts))
    Publisher(store, parts.digests, parts.posting_by(slack), Proposing(parts.roles, SPEECH), [parts.gathering]).publish(
        kept, WEEK, due_at=NOW, now=NOW
    )
    with store.begin() as tx:
        published = PublicationQueries(tx).find("default", WEEK)
        tx.connection.exec_driver_sql("UPDATE feature SET text = 'gone', version = 'newer'")
    with store.read() as tx:
        assert PublicationQueries(tx).find("default", WEEK) == published


def test_an_edition_without_a_channel_is_told_how_to_get_one(parts: Parts, store: Store, slack: Slack) -> None:
    nowhere = edition(parts).model_copy(update={"channel": None})
    with pytest.raises(SettingsError, match="DIGEST_CHANNEL"):
        Publisher(
            store, parts.digests, parts.posting_by(slack), Proposing(parts.roles, SPEECH), [parts.gathering]
        ).publish(nowhere, WEEK, due_at=NOW, now=NOW)
    with store.read() as tx:
        assert PublicationQueries(tx).find("default", WEEK) is None


def states(store: Store, pinned: bool) -> list[str]:
    with store.read() as tx:
        found = tx.connection.execute(select(THEMES.c.week).where(THEMES.c.pinned.is_(pinned)).order_by(THEMES.c.week))
        return list(found.scalars())


def publish(parts: Parts, slack: Slack) -> None:
    kept = parts.editions.ensure(edition(parts))
    Publisher(
        parts.store, parts.digests, parts.posting_by(slack), Proposing(parts.roles, SPEECH), [parts.gathering]
    ).publish(kept, WEEK, due_at=NOW, now=NOW)


@pytest.mark.parametrize("settled", [True, False])
def test_what_a_published_digest_rests_on_is_pinned(parts: Parts, store: Store, slack: Slack, settled: bool) -> None:
    if settled:
        parts.digests.settle(edition(parts), NOW)
    publish(parts, slack)
    assert states(store, pinned=True) == [str(WEEK.previous)]


def test_late_feedback_and_an_edited_rule_leave_published_themes_their_identity(
    parts: Parts, store: Store, slack: Slack
) -> None:
    parts.digests.settle(edition(parts), NOW)
    publish(parts, slack)
    before = {line.id for line in parts.digests.preview(edition(parts), WEEK).all_themes}
    late = make_feedback("The bell fell off.", created_at=WEEK.back(10).start(edition(parts).zone), source="helpdesk")
    list(parts.feedback.take_in("helpdesk", [Page((late,))], NOW))
    assert states(store, pinned=False) != [str(WEEK.back(back)) for back in range(12, -1, -1)]
    rule = ThemeRule(name={"en": "Bells"}, any=("bell",))
    edited = DigestService(store, parts.feedback, Rules(version="edited", themes=(rule,)))
    after = {line.id for line in edited.preview(edition(parts), WEEK).all_themes}
    assert before <= after


def test_what_comes_in_while_themes_are_fitted_is_not_forgotten(parts: Parts, store: Store) -> None:
    """The fit reads, works for seconds and writes; feedback of an old week may be committed in between."""
    late = make_feedback("The bell fell off.", created_at=WEEK.back(10).start(edition(parts).zone), source="helpdesk")

    class Late(DigestService):
        def _fit(self, *arguments: Any) -> Iterator[tuple[Week, Themes]]:
            for number, state in enumerate(super()._fit(*arguments)):
                if number == 3:
                    list(parts.feedback.take_in("helpdesk", [Page((late,))], NOW))
                yield state

    Late(store, parts.feedback, Rules()).settle(edition(parts), NOW)
    with_cache = as_bytes(parts.digests.preview(edition(parts), WEEK))
    with store.begin() as tx:
        tx.connection.execute(delete(THEMES))
    assert as_bytes(parts.digests.preview(edition(parts), WEEK)) == with_cache


def test_old_tickets_that_are_solved_now_make_no_weeks_of_their_own(parts: Parts) -> None:
    fresh = as_bytes(parts.digests.preview(edition(parts), WEEK).model_copy(update={"kpis": ()}))
    zone = edition(parts).zone
    solved = [
        make_feedback(f"Old trouble number {n}.", created_at=WEEK.back(40).start(zone), solved_at=NOW, source="old")
        for n in range(5)
    ]
    list(parts.feedback.take_in("old", [Page(tuple(solved))], NOW))
    again = parts.digests.preview(edition(parts), WEEK)
    assert again.counts.by_source.get("old") is None
    assert Digest.model_validate_json(fresh).counts == again.counts


@pytest.mark.parametrize("language", ["en", "de"])
def test_messages_are_inside_slacks_limits_in_both_languages(parts: Parts, language: str) -> None:
    chosen = edition(parts).model_copy(update={"language": language})
    messages = to_messages(parts.digests.preview(chosen, WEEK))
    assert len(messages) >= 3
    assert sum(len(text) for block in messages[0].blocks for text in _texts(block)) <= 1400


def _texts(block: object) -> list[str]:
    if isinstance(block, dict):
        own = [block["text"]] if block.get("type") in ("mrkdwn", "plain_text") else []
        return own + [text for value in block.values() for text in _texts(value)]
    return [text for each in block for text in _texts(each)] if isinstance(block, list) else []
