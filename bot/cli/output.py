"""How a digest is printed."""

import json
from typing import TYPE_CHECKING

import typer

from bot.blocks.document import to_document, to_text
from bot.locale import Words

if TYPE_CHECKING:
    from bot.domain.digest import Digest


def digest_as(form: str, digest: "Digest", width: int = 80) -> str:
    """Return *digest* as ``text``, ``json`` (docs/digest-json.md) or ``html``, ending with a line break."""
    words = Words(digest.language)
    if form == "json":
        return json.dumps(to_document(digest, words), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from bot.blocks.page import to_page

        return to_page([to_document(digest, words)], words).rstrip("\n") + "\n"
    return to_text(digest, words, width).rstrip("\n") + "\n"


def print_digest(form: str, digest: "Digest") -> None:
    """Print *digest*: text as the terminal can show it, JSON and HTML as UTF-8 whatever the terminal is set to."""
    made = digest_as(form, digest)
    typer.echo(made if form == "text" else made.encode(), nl=False)
