"""The operator's rules file: themes by name, what is left out, what is never featured."""

import difflib
import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from bot.domain.rules import Rules, ThemeRule
from bot.errors import RulesError
from bot.sources.headings import UMLAUTS

_TOP = ("theme", "exclude", "do_not_feature")
_THEME = ("name", "any", "tags", "owner", "area")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_THEME_HEADER = re.compile(r"\s*\[\[\s*[\"']?theme[\"']?\s*\]\]")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column (\d+)\)|\s*\(at end of document\)")


def read_rules(path: Path) -> Rules:
    """Read and check the TOML file at *path*; RulesError names file and line. Its version is the hash of its bytes."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise RulesError(f"There is no rules file {str(path)!r}; correct RULES_FILE or leave it empty") from None
    except IsADirectoryError:
        raise RulesError(f"RULES_FILE {str(path)!r} is a folder; name the TOML file in it") from None
    except OSError as error:
        raise RulesError(f"The rules file {str(path)!r} cannot be read: {error.strerror}") from error
    return _Checker(path.name, _decode(path.name, content)).rules(hashlib.sha256(content).hexdigest()[:12])


def _decode(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RulesError(f"{name}, line {line}: not UTF-8; save the file as UTF-8") from None


class _Checker:
    """Turns the text of one rules file into Rules. tomllib keeps no positions, so lines are found in the text again."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._lines = text.split("\n")
        self._themes = [number for number, line in enumerate(self._lines) if _THEME_HEADER.match(line)]

    def rules(self, version: str) -> Rules:
        """All of it, or RulesError at the first thing that is wrong."""
        try:
            table = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise self._syntax(str(error)) from None
        self._known(table, _TOP, None)
        themes = table.get("theme", [])
        if not isinstance(themes, list) or not all(isinstance(theme, dict) for theme in themes):
            raise self._wrong("a theme begins with [[theme]], in double brackets", None, "theme")
        made = tuple(self._theme(theme, place) for place, theme in enumerate(themes))
        self._distinct(made)
        return Rules(
            version=version,
            themes=made,
            exclude=self._words(table, "exclude", None),
            do_not_feature=self._words(table, "do_not_feature", None),
        )

    def _theme(self, theme: dict[str, object], place: int) -> ThemeRule:
        misplaced = next((key for key in theme if key in _TOP), None)
        if misplaced:
            raise self._wrong(f"{misplaced} belongs above the first [[theme]]", place, misplaced)
        self._known(theme, _THEME, place)
        rule = ThemeRule(
            name=self._names(theme, place),
            any=self._words(theme, "any", place),
            tags=self._words(theme, "tags", place),
            owner=self._line_of_text(theme, "owner", place),
            area=self._line_of_text(theme, "area", place),
        )
        if not rule.any and not rule.tags:
            raise self._wrong("the theme takes nothing; give it any = [words] or tags = [tags]", place, "any", "tags")
        return rule

    def _names(self, theme: dict[str, object], place: int) -> dict[str, str]:
        names = theme.get("name")
        if names is None:
            raise self._wrong('the theme has no name; give it name.en = "…" or name.de = "…"', place)
        if not isinstance(names, dict) or not names:
            raise self._wrong('a name is given by language: name.en = "…"', place, "name")
        for language, name in names.items():
            if not _LANGUAGE.fullmatch(language):
                raise self._wrong(
                    f"name.{language} is no language; use a code such as en or de", place, "name", language
                )
            if not isinstance(name, str) or not name.strip():
                raise self._wrong(f"name.{language} must be words in quotation marks", place, "name", language)
        return {language: " ".join(name.split()) for language, name in names.items()}

    def _words(self, table: dict[str, object], key: str, place: int | None) -> tuple[str, ...]:
        words = table.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise self._wrong(f'{key} must be a list of words, as {key} = ["one", "two"]', place, key)
        if not all(word.strip(" *") for word in words):
            raise self._wrong(f"{key} has a word without letters; write it out or take it away", place, key)
        return tuple(dict.fromkeys(" ".join(word.split()) for word in words))

    def _line_of_text(self, table: dict[str, object], key: str, place: int) -> str | None:
        text = table.get(key)
        if text is None:
            return None
        if not isinstance(text, str) or not text.strip():
            raise self._wrong(f"{key} must be text in quotation marks", place, key)
        return text.strip()

    def _known(self, table: Iterable[str], known: tuple[str, ...], place: int | None) -> None:
        for key in table:
            if key in known:
                continue
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            if place is None and key in _THEME:
                hint = "it belongs below a [[theme]]"
            raise self._wrong(f"{key!r} is not known; {hint}", place, key)

    def _distinct(self, themes: tuple[ThemeRule, ...]) -> None:
        """Themes are kept by their English, else first, name; two that differ by case or accents alone are one."""
        seen: set[str] = set()
        for place, theme in enumerate(themes):
            name = theme.name.get("en") or next(iter(theme.name.values()))
            if _plain(name) in seen:
                raise self._wrong(f"there is another theme named {name!r}; join the two", place, "name")
            seen.add(_plain(name))

    def _wrong(self, what: str, place: int | None, *keys: str) -> RulesError:
        return RulesError(f"{self._name}, line {self._find(place, keys)}: {what}")

    def _find(self, place: int | None, keys: tuple[str, ...]) -> int:
        """The line, from 1, of the last of *keys* that is written in this theme, or above all themes."""
        start, end = 0, len(self._lines)
        if place is not None and place < len(self._themes):
            start = self._themes[place]
            end = next((n for n in range(start + 1, end) if _THEME_HEADER.match(self._lines[n])), end)
        found = start
        for key in keys:
            pattern = re.compile(
                rf"\s*(?:\[+[^\]]*|[\w.]+\.)?[\"']?{re.escape(key)}[\"']?\s*[=.\]]|.*[{{,]\s*{re.escape(key)}\s*="
            )
            found = next((n for n in range(start, end) if pattern.match(self._lines[n])), found)
        return found + 1

    def _syntax(self, message: str) -> RulesError:
        match = _AT_LINE.search(message)
        line, column = (int(match[1]), f" (column {match[2]})") if match and match[1] else (len(self._lines), "")
        what = _AT_LINE.sub("", message)
        return RulesError(f"{self._name}, line {line}: {what[:1].lower()}{what[1:]}{column}")


def _plain(name: str) -> str:
    spelt = name.casefold().translate(UMLAUTS)
    letters = (c for c in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", "".join(letters)).split()) or name
