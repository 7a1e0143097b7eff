"""The page: what Slack shows, why each pick was made, and nothing that could do harm."""

import re
from html.parser import HTMLParser

import pytest

from bot.blocks.document import to_document
from bot.blocks.mrkdwn import passages
from bot.blocks.page import CONTENT_SECURITY_POLICY, to_page
from bot.domain.digest import Digest, Slot
from bot.locale import Words
from tests.bot.blocks.factories import GERMAN, LOST, make_digest, make_quiet, make_quote, make_theme
from tests.bot.blocks.test_digest import WEEKS, make_hostile
from tests.bot.blocks.test_text import HOSTILE

EN, DE = Words("en"), Words("de")
VOID = {"meta", "br", "hr", "rect", "path", "link", "img", "input"}


class Reader(HTMLParser):
    """Reads a page as a browser does: text, tags, and whether every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(*digests: Digest, words: Words = EN) -> Reader:
    return Reader(to_page([to_document(digest, words) for digest in digests], words))


@pytest.mark.parametrize("digest", WEEKS.values(), ids=WEEKS.keys())
def test_the_page_is_well_formed_and_shows_every_text_of_every_block(digest: Digest) -> None:
    document = to_document(digest, EN)
    reader = Reader(to_page([document], EN))
    assert reader.open == []
    shown = re.sub(r"\s+", "", reader.text)
    for block in [*document["blocks"], *(block for message in document["thread"] for block in message)]:
        for text in (block.get("text"), *(block.get("elements", []) if block["type"] != "actions" else [])):
            if text:
                plain = [text["text"]] if block["type"] == "header" else [p.text for p in passages(text["text"])]
                for part in "\n".join(plain).split("\n"):
                    assert re.sub(r"\s+", "", part) in shown


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_become_no_tag_and_no_address(text: str) -> None:
    reader = page(make_hostile(text))
    assert {tag for tag, _ in reader.tags} & {"script", "img", "iframe", "object", "link", "form", "base"} == set()
    assert all(str(link["href"]).startswith("#") for link in reader.all("a"))
    assert not [name for _, attributes in reader.tags for name in attributes if name.startswith("on")]


def test_html_in_a_quote_is_shown_as_text() -> None:
    quote = make_quote('<script>alert(1)</script> <img src=x onerror="x">', slot=Slot.VOICE, theme=make_theme())
    reader = page(make_digest(quotes=(quote,)))
    assert "<script>alert(1)</script>" in reader.text.replace("\u2060", "")


def test_the_page_loads_and_runs_nothing() -> None:
    html = to_page([to_document(make_digest(), EN)], EN)
    policy = next(m for m in Reader(html).all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not re.search(r"""<script|\ssrc=|url\(|@import|https?://""", html)


def test_weeks_are_paged_through_inside_one_file_newest_in_view() -> None:
    weeks = [make_digest(week="2026-W44"), make_quiet(week="2026-W45"), make_digest(week="2026-W46")]
    reader = page(*weeks)
    sections = [s for s in reader.all("section") if "week" in str(s["class"])]
    assert [(s["id"], s["class"]) for s in sections] == [
        ("2026-W44", "week"),
        ("2026-W45", "week"),
        ("2026-W46", "week newest"),
    ]
    steps = [(link.get("rel"), link["href"]) for link in reader.all("a") if link.get("rel")]
    assert steps == [
        ("next", "#2026-W45"),
        ("prev", "#2026-W44"),
        ("next", "#2026-W46"),
        ("prev", "#2026-W45"),
    ]


def test_a_single_week_has_nothing_to_page_through() -> None:
    assert page(make_digest()).all("nav") == []


def test_weeks_on_pages_of_their_own_are_linked() -> None:
    weeks = [("2026-W45", "/digests/2026-W45"), ("2026-W46", "/digests/2026-W46"), ("2026-W47", "/digests/2026-W47")]
    reader = Reader(to_page([to_document(make_digest(), EN)], EN, weeks))
    links = {link["href"]: link for link in reader.all("a")}
    assert links["/digests/2026-W46"]["aria-current"] == "page"
    assert [link["href"] for link in reader.all("a") if link.get("rel") == "next"] == ["/digests/2026-W47"]


def test_every_quote_says_why_and_where_it_is_from() -> None:
    digest = make_digest()
    reader = page(digest)
    ids = {place["id"] for place in reader.all("div") if "id" in place}
    marks = [link["href"] for link in reader.all("a") if link.get("class") == "mark"]
    assert len(marks) == len(digest.quotes)
    assert {mark.lstrip("#") for mark in marks if mark} == ids
    assert "Everything this customer wrote, 21 words." in reader.text
    assert "Zendesk, conversation z-1, characters 0 to 106" in reader.text
    assert "Moved most beyond its usual swing" in reader.text


def test_the_same_words_of_two_customers_have_a_reason_each() -> None:
    twins = tuple(make_quote(LOST, theme=make_theme(), number=number) for number in (1, 2))
    marks = [link["href"] for link in page(make_digest(quotes=twins)).all("a") if link.get("class") == "mark"]
    assert marks == ["#2026-W46-pick-1", "#2026-W46-pick-2"]


def test_a_quote_is_marked_with_its_own_language() -> None:
    quote = make_quote(GERMAN, slot=Slot.VOICE, theme=make_theme(), language="de")
    reader = page(make_digest(quotes=(quote,)))
    assert [block["lang"] for block in reader.all("blockquote")] == ["de"]
    assert reader.all("html")[0]["lang"] == "en"


def test_the_page_has_landmarks_and_one_heading_of_first_rank_per_week() -> None:
    reader = page(make_quiet(week="2026-W45"), make_digest())
    assert {"header", "main", "nav", "aside", "footer", "h1", "h2"} <= {tag for tag, _ in reader.tags}
    assert len(reader.all("h1")) == 2
    assert all(nav.get("aria-label") for nav in reader.all("nav"))


def test_the_german_page_is_german_all_through() -> None:
    reader = page(make_digest(language="de"), words=DE)
    assert reader.all("html")[0]["lang"] == "de"
    for said in (
        "Warum diese Auswahl",
        "Stimme der Kunden · KW 46",
        "Im Thread, 5 Antworten",
        "Stimme der Woche",
        "Zeichen 0 bis 106",
    ):
        assert said in reader.text


def test_a_week_without_picks_says_so() -> None:
    assert "No theme and no voice was picked this week." in page(make_quiet()).text


def test_without_any_digest_the_page_says_so() -> None:
    assert "There is no digest yet." in Reader(to_page([], EN)).text


def test_bold_italic_and_quotes_are_read_back() -> None:
    told = passages("*Lost &amp; found* · _so_\n> a &lt;b&gt;\n> c\n1*2*3 snake_case_x `k` <https://a.example|go>")
    assert [(passage.quoted, passage.text) for passage in told] == [
        (False, "Lost & found · so"),
        (True, "a <b>\nc"),
        (False, "1*2*3 snake_case_x k go"),
    ]
    styles = [(span.text, span.bold, span.italic) for span in told[0].lines[0]]
    assert styles == [("Lost & found", True, False), (" · ", False, False), ("so", False, True)]
