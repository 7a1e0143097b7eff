"""The digest as a page: parent and thread as they look in Slack, and beside them why each pick was made.

Drawn from the JSON document and the very blocks in it. No script, nothing loaded from anywhere, everything escaped.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.blocks import reading
from bot.blocks.page.drawing import Drawing, draw
from bot.domain.week import Week
from bot.locale import Words

CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may do, also as a header where it is served."""

Document = Mapping[str, Any]


def to_page(documents: Sequence[Document], words: Words, weeks: Sequence[tuple[str, str]] = ()) -> str:
    """Write the page of *documents*, oldest first, as one HTML file; the newest is in view when it opens.

    *weeks* are (ISO week, address) of pages of their own, oldest first; without them the weeks in *documents* are paged
    through inside the file. *words* are those of the page around the digest, which speaks its own language.
    """
    drawings = [draw(document, Words(document["language"])) for document in documents]
    links = list(weeks) or [(document["week"], f"#{document['week']}") for document in documents]
    return _environment().get_template("page.html.j2").render(
        words=words,
        policy=CONTENT_SECURITY_POLICY,
        drawings=drawings,
        title=drawings[-1].title if drawings else words("digest-title"),
        nav=[_navigation(drawing, links, words) for drawing in drawings],
        source_name=reading.source_name,
        kind=lambda kind: words(f"kind-{kind}"),
    )  # fmt: skip


def _navigation(drawing: Drawing, links: Sequence[tuple[str, str]], words: Words) -> dict[str, Any]:
    """The weeks around *drawing*, the one before and the one after."""
    weeks = [week for week, _ in links]
    at = weeks.index(drawing.week) if drawing.week in weeks else -1
    named = [
        {
            "label": words("week-label", number=str(Week.parse(week).number)),
            "href": href,
            "current": week == drawing.week,
        }
        for week, href in links
    ]
    return {
        "weeks": named,
        "previous": named[at - 1] if at > 0 else None,
        "next": named[at + 1] if 0 <= at < len(named) - 1 else None,
    }


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.blocks.page", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
