"""An edition's name, made from its title: it stands in addresses and commands, so it is short, plain and unique."""

import re
import unicodedata
from collections.abc import Collection

MOST = 40
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})
_RESERVED = frozenset({"default"})
"""That of the environment."""


def to_name(title: str, taken: Collection[str]) -> str:
    """Return a name for *title* that none of *taken* has: ``voice-of-the-customer``, ``voice-of-the-customer-2``."""
    flat = unicodedata.normalize("NFKD", title.casefold().translate(_SPELT))
    name = re.sub(r"[^a-z0-9]+", "-", flat.encode("ascii", "ignore").decode()).strip("-")[:MOST].strip("-") or "edition"
    known, number = _RESERVED | set(taken), 1
    found = name
    while found in known:
        number += 1
        end = f"-{number}"
        found = name[: MOST - len(end)].rstrip("-") + end
    return found
