"""What of a text is language: without links, addresses, handles, placeholders and pictures."""

import re
from functools import lru_cache

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|de|net|org|io|co)/\S+", re.I)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HANDLE = re.compile(r"(?<![\w@])@\w+")
_PLACEHOLDER = re.compile(r"\[[a-z_ ]{2,20}\]")
_HASH = re.compile(r"#(?=\w)")
_PICTURE = re.compile(
    "[\u200d\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0e\ufe0f\U0001f000-\U0001faff\U0001fb00-\U0001fbff\u00a9\u00ae]+"
)


@lru_cache(maxsize=64)  # language, noise, signature and vector of one text ask one after the other
def to_plain(text: str) -> str:
    """Return *text* without links, mail addresses, @handles, placeholders such as ``[name]`` and emojis; one line."""
    if "/" in text or "www." in text:
        text = _LINK.sub(" ", text)
    if "@" in text:
        if any(before[-1:].isalnum() for before in text.split("@")[:-1]):
            text = _ADDRESS.sub(" ", text)
        text = _HANDLE.sub(" ", text)
    if "[" in text:
        text = _PLACEHOLDER.sub(" ", text)
    if "#" in text:
        text = _HASH.sub("", text)
    if not text.isascii():
        text = _PICTURE.sub(" ", text)
    return " ".join(text.split())


def has_letters(text: str) -> bool:
    """Whether there is a single letter in *text*."""
    return any(map(str.isalpha, text))
