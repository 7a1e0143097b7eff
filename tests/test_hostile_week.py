"""Whatever customers write, a digest pings no one, links nowhere, breaks no layout, and counts right."""

import json
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bot.app import Parts
from bot.domain.edition import Edition
from bot.domain.week import Week
from bot.services.publishing import to_messages
from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine
from tests.conftest import Databases
from tests.hostile import EMPTY_WEEK, HOSTILE_WEEK, TEXTS, single_week, write_hostile, write_one
from tests.sample_week import make_parts

LANGUAGES = ("en", "de")
KEPT = {"\u2060", "\u200c", "\u200d"}
"""What has no width and is meant: the word joiner that breaks links, the joiners that emoji and scripts need."""


@pytest.fixture(scope="module")
def everything(databases: Databases, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandLine]:
    """The command line on a database with all of the hostile feedback."""
    folder = tmp_path_factory.mktemp("hostile")
    voxpop = CommandLine(folder, databases.make(template))
    for file in write_hostile(folder):
        told = voxpop("import", file)
        assert (told.code, told.out.partition(", ")[2]) == (0, "0 updated, 0 unchanged, 0 quarantined\n"), told
    yield voxpop
    databases.drop(voxpop.environment["DATABASE_URL"])


def shown(voxpop: CommandLine, week: Week, form: str, language: str) -> str:
    voxpop.set(DIGEST_LANGUAGE=language)
    told = voxpop("digest", "preview", "--week", str(week), "--format", form)
    assert told.code == 0, told.err
    return told.out


def texts(node: Any, kind: str) -> Iterator[str]:
    """Every text object of *kind* below *node*."""
    if isinstance(node, dict):
        if node.get("type") == kind and isinstance(node.get("text"), str):
            yield node["text"]
        node = list(node.values())
    if isinstance(node, list | tuple):
        for each in node:
            yield from texts(each, kind)


def assert_harmless(document: dict[str, Any]) -> None:
    messages = [document["blocks"], *document["thread"]]
    spoken = [document["text"], *document["thread_texts"]]
    for mrkdwn in [*texts(messages, "mrkdwn"), *spoken]:
        outside = "\n".join(line.removeprefix(">") for line in mrkdwn.split("\n"))
        assert not re.search(r"[<>]", outside), mrkdwn
        assert not re.search(r"&(?!(amp|lt|gt);)", mrkdwn), mrkdwn
        assert not re.search(r"[@#]\w", mrkdwn), mrkdwn
        assert "`" not in mrkdwn, mrkdwn
        assert not re.search(r"://|mailto:\w|evil\.\w", mrkdwn), mrkdwn
    for text in [*texts(messages, "mrkdwn"), *texts(messages, "plain_text"), *spoken]:
        odd = {c for c in text if c != "\n" and c not in KEPT and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co")}
        assert not odd, text
    for plain in texts(messages, "plain_text"):
        assert "\n" not in plain
    for section in (block for message in messages for block in message if block["type"] == "section"):
        if section["text"]["text"].startswith(">"):
            assert all(line.startswith("> ") for line in section["text"]["text"].split("\n"))
        if section["text"]["type"] == "mrkdwn":
            assert section["text"]["verbatim"] is True


def assert_counts_add_up(document: dict[str, Any]) -> None:
    counts = document["counts"]
    assert counts["conversations"] == sum(counts["by_source"].values())
    assert counts["conversations"] == counts["eligible"] + sum(counts["left_out"].values())
    assert counts["eligible"] == sum(theme["count"] for theme in document["all_themes"])


def assert_quotes_are_exact(voxpop: CommandLine, document: dict[str, Any]) -> None:
    for quote in document["quotes"]:
        record = quote["record"]
        options = ("--kind", record["kind"], "--format", "json")
        told = voxpop("feedback", "show", record["source"], record["external_id"], *options)
        assert json.loads(told.out)["redacted_text"][quote["start"] : quote["end"]] == quote["text"]


class Page(HTMLParser):
    """What a browser would make of a page: its elements and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def assert_page_is_harmless(page: str) -> None:
    for tag, attributes in Page(page).elements:
        assert tag not in ("script", "img", "iframe", "object", "embed", "form"), tag
        assert not any(name.startswith("on") for name in attributes), attributes
        address = attributes.get("href") or ""
        assert not re.search(r"evil|javascript|mailto|slack:|^//", address), address


def edition(parts: Parts, language: str) -> Edition:
    return parts.edition("default").model_copy(update={"language": language})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", [HOSTILE_WEEK, HOSTILE_WEEK.next, EMPTY_WEEK, single_week("channel")], ids=str)
def test_a_hostile_week_is_harmless_in_every_form(everything: CommandLine, week: Week, language: str) -> None:
    document = json.loads(shown(everything, week, "json", language))
    assert_harmless(document)
    assert_counts_add_up(document)
    assert_quotes_are_exact(everything, document)
    assert_page_is_harmless(shown(everything, week, "html", language))
    printed = shown(everything, week, "text", language)
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cf") for c in printed if c not in KEPT)
    assert max(map(len, printed.splitlines())) <= 80


def test_a_thousand_of_the_same_are_one_voice_and_a_thousand_conversations(everything: CommandLine) -> None:
    document = json.loads(shown(everything, HOSTILE_WEEK, "json", "en"))
    assert document["counts"]["conversations"] == 1000 + len(TEXTS)
    (theme,) = [theme for theme in document["all_themes"] if theme["count"] >= 1000]
    assert theme["voices"] <= theme["count"] - 999
    times = [quote["times"] for quote in document["quotes"]]
    assert times.count(1000) <= 1
    assert all(count == 1000 or count < len(TEXTS) for count in times)


def test_the_thousand_are_quoted_once_with_their_number(voxpop: CommandLine) -> None:
    for file in write_hostile(voxpop.folder, texts={}):
        assert voxpop("import", file).code == 0
    document = json.loads(shown(voxpop, HOSTILE_WEEK, "json", "en"))
    assert document["counts"] | {"by_source": {}} == {
        "conversations": 1000,
        "eligible": 1000,
        "by_source": {},
        "left_out": {},
    }
    assert [theme["voices"] for theme in document["all_themes"] if theme["count"]] == [1]
    voice, *others = [quote for quote in document["quotes"] if quote["theme"] == document["lead"]]
    assert (voice["slot"], voice["times"], others) == ("voice", 1000, [])
    assert "×1,000" in json.dumps(document["blocks"], ensure_ascii=False)


def test_a_week_with_nothing_says_so(everything: CommandLine) -> None:
    document = json.loads(shown(everything, EMPTY_WEEK, "json", "en"))
    assert document["verdict"] == "No feedback came in this week."
    assert document["quotes"] == []
    assert document["counts"]["conversations"] == 0


@pytest.fixture
def voxpop(tmp_path: Path, database_url: str) -> CommandLine:
    """The command line on an empty database."""
    return CommandLine(tmp_path, database_url)


@pytest.mark.parametrize("name", TEXTS)
def test_a_week_of_one_hostile_text_alone_is_harmless(voxpop: CommandLine, store: Store, name: str) -> None:
    told = voxpop("import", write_one(voxpop.folder, name))
    assert (told.code, told.out) == (0, "1 new, 0 updated, 0 unchanged, 0 quarantined\n")
    parts = make_parts(store)
    for language in LANGUAGES:
        document = json.loads(shown(voxpop, HOSTILE_WEEK, "json", language))
        assert document["counts"]["conversations"] == 1
        assert_harmless(document)
        assert_counts_add_up(document)
        assert_quotes_are_exact(voxpop, document)
        messages = to_messages(parts.digests.preview(edition(parts, language), HOSTILE_WEEK))  # inside Slack's limits
        assert [list(message.blocks) for message in messages] == [document["blocks"], *document["thread"]]
    assert_page_is_harmless(shown(voxpop, HOSTILE_WEEK, "html", "en"))
    shown(voxpop, HOSTILE_WEEK, "text", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_hostile_week_is_inside_slacks_limits(everything: CommandLine, language: str) -> None:
    store = Store(everything.environment["DATABASE_URL"])
    parts = make_parts(store)
    for week in (HOSTILE_WEEK, EMPTY_WEEK):
        messages = to_messages(parts.digests.preview(edition(parts, language), week))
        assert sum(len(text) for text in texts(messages[0].blocks, "mrkdwn")) <= 1400
        assert all(1 <= len(message.text) <= 3000 for message in messages)
    store.close()
