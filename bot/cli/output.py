"""How a digest is printed."""

import json
from typing import TYPE_CHECKING

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

        return to_page([to_document(digest, words)], words)
    return to_text(digest, words, width).rstrip("\n") + "\n"
