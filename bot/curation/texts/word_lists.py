"""The word lists that ship beside the code, read once and only when needed."""

from functools import cache
from importlib.resources import files


@cache
def read_sections(name: str) -> dict[str, frozenset[str]]:
    """The words of ``lexicon/<name>.txt`` by section; a line ``[section]`` opens one, ``#`` starts a comment line.

    Words before the first section stand under the empty name. A section may be opened several times.
    """
    text = files("bot.curation").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[] ")
            continue
        found.setdefault(section, set()).update(line.split())
    return {key: frozenset(words) for key, words in found.items()}
