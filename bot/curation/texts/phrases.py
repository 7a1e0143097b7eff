"""Rules about phrases, kept as text beside the code so that people who do not program can read and judge them."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_STANDS_FOR = {
    "<age>": (
        "(?:[0-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        "|(?:thir|four|fif|six|seven)teen)"
    ),
    "<alter>": (
        "(?:[0-9]|1[0-7]|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
        "|(?:drei|vier|fünf|sech|sieb)zehn)"
    ),
    "<thing>": (
        "(?:hotel|phone|laptop|building|plane|aircraft|account|booking|car|device|product|router|room|furniture"
        "|review|bug|issue|problem|seat|policy|company|system|gerät|handy|auto|haus|gebäude|bett|zimmer|garantie"
        r"|vertrag\w*|laufzeit|mitglied\w*|wartezeit|jubiläum|bestehen|erfahrung)"
    ),
    " ": r"\s",
}


class Phrase(NamedTuple):
    """One rule of *section*: *letters*, lower-cased, stand in every text that *pattern* matches."""

    section: str
    letters: str
    pattern: re.Pattern[str]


def found_sections(name: str, text: str) -> set[str]:
    """Return the sections of ``lexicon/<name>.txt`` that have a phrase in *text*."""
    lowered = text.lower()
    # Looking for the letters first is twenty times as fast as the patterns alone.
    near = [phrase for letters, phrase in _by_letters(name) if letters in lowered]
    return {phrase.section for phrase in near if phrase.pattern.search(text) is not None}


@cache
def _by_letters(name: str) -> tuple[tuple[str, Phrase], ...]:
    return tuple((phrase.letters, phrase) for phrase in read_phrases(name))


@cache
def read_phrases(name: str) -> tuple[Phrase, ...]:
    """The rules of ``lexicon/<name>.txt``: ``letters: pattern`` a line, ``[section]``, ``#`` for a comment."""
    text = files("bot.curation").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    phrases: list[Phrase] = []
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif line and not line.startswith("#"):
            phrases.append(_to_phrase(section, line))
    return tuple(phrases)


def _to_phrase(section: str, line: str) -> Phrase:
    letters, _, pattern = line.partition(": ")
    for short, meaning in _STANDS_FOR.items():
        pattern = pattern.replace(short, meaning)
    compiled = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if letters.endswith("=") else re.IGNORECASE)
    return Phrase(section, letters.removesuffix("=").lower(), compiled)
