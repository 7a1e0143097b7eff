"""Other people's posts that social networks carry inside a customer's own: none of it is the customer's words."""

import re

_QUOTED = re.compile(r" ?(?:\bRT )?[“\"„](?=@\w{1,30}:)[^”\"\n]*(?:[”\"] ?|(?=\n)|$)")
"""“@somebody: what they said”, up to the closing mark, or where that was cut off, to the end of the line."""
_SHARED = re.compile(r"\bRT:? ?@\w{1,30}\b.*")
"""RT @somebody: what they said, to the end of the line."""


def without_quoted_posts(text: str) -> str:
    """Return *text* without posts that it quotes or shares; a post that adds nothing of its own is empty."""
    if "@" not in text:
        return text
    return _SHARED.sub("", _QUOTED.sub(" ", text)).strip()
