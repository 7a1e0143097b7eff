"""What of a text is language: without links, addresses, handles, placeholders and pictures."""

import re
from functools import lru_cache

_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|de|net|org|io|co)/\S+", re.I)
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_HANDLE = re.compile(r"(?<![\w@])@\w+")
_PLACEHOLDER = re.compile(r"\[[a-z_ ]{2,20}\]")
_HASH = re.compile(r"#(?=\w)")
_PICTURE = re.compile(
    "[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0e\ufe0f\U0001f000-\U0001faff\U0001fb00-\U0001fbff\u00a9\u00ae]+"
)
_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=64)  # language, noise, signature and vector of one text ask one after the other
def to_plain(text: str) -> str:
    """Return *text* without links, mail addresses, @handles, placeholders such as ``[name]`` and emojis; one line."""
    if "/" in text or "www." in text:
        text = _LINK.sub(" ", text)
    if "@" in text:
        text = _HANDLE.sub(" ", _ADDRESS.sub(" ", text))
    if "[" in text:
        text = _PLACEHOLDER.sub(" ", text)
    if "#" in text:
        text = _HASH.sub("", text)
    if not text.isascii():
        text = _PICTURE.sub(" ", text)
    return _BLANK.sub(" ", text).strip()


def has_letters(text: str) -> bool:
    """Whether there is a single letter in *text*."""
    return any(map(str.isalpha, text))
