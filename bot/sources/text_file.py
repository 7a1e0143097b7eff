"""Text files of unknown origin: is it text at all, and in which encoding?"""

import codecs
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SourceError

LONGEST_LINE = 1_000_000
"""Characters of one physical line, and of one CSV cell; what is longer is put aside unread."""

TOO_LONG = "\0 longer than can be read"
"""Stands, by identity, for a line over LONGEST_LINE."""

_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", "an Excel workbook or a zip archive; open it and save it as CSV (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook; open it and save it as CSV (UTF-8)"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"%PDF", "a PDF; export the records as CSV"),
    (b"PAR1", "a Parquet file; export the records as CSV or JSON Lines"),
    (b"SQLite format 3", "a SQLite database; export the records as CSV"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_ESCAPED = re.compile("[\udc80-\udcff]")
_ASCII = bytes(range(128))
_UNDEFINED_1252 = b"\x81\x8d\x8f\x90\x9d"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that is text. *damaged*: some bytes do not fit the encoding, their rows are to be put aside."""

    path: Path
    encoding: str
    size: int
    damaged: bool = False

    def open(self) -> io.TextIOWrapper:
        """Open it for reading; undecodable bytes become lone surrogates, line ends stay as they are."""
        errors = "replace" if self.encoding.lower().startswith(("utf-16", "utf-32")) else "surrogateescape"
        return self.path.open(encoding=self.encoding, errors=errors, newline="")

    def is_damaged(self, text: str) -> bool:
        """Whether *text*, read from this file, holds bytes that did not fit its encoding."""
        return self.damaged and _ESCAPED.search(text) is not None


def lines_of(handle: io.TextIOWrapper) -> Iterator[str]:
    """Yield the physical lines with their ends; one that is too long is skipped and TOO_LONG yielded for it."""
    while line := handle.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line[-1] in "\r\n":
            yield line
            continue
        while (rest := handle.readline(LONGEST_LINE)) and rest[-1] not in "\r\n":
            pass
        yield TOO_LONG


def open_text(path: Path, encoding: str | None = None) -> TextFile:
    """Look at the whole file once and settle its encoding; SourceError says why it cannot be read as text."""
    size = _size_of(path)
    try:
        with path.open("rb") as file:
            head = file.read(1 << 16)
    except OSError as error:
        raise SourceError(f"{str(path)!r} cannot be opened: {error.strerror}") from error
    for magic, what in _NOT_TEXT:
        if head.startswith(magic):
            raise SourceError(f"{str(path)!r} is {what}")
    if encoding is not None:
        return TextFile(path, _known(encoding), size, damaged=True)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return TextFile(path, name, size, damaged=name == "utf-8-sig")
    if wide := _utf16_without_mark(head):
        return TextFile(path, wide, size)
    if sum(head.count(code) for code in _CONTROLS) > len(head) / 20:
        raise SourceError(f"{str(path)!r} is not text; export the records as CSV or JSON Lines")
    return _utf8_or_1252(path, size)


def _size_of(path: Path) -> int:
    if not path.exists():
        raise SourceError(f"There is no file {str(path)!r}; check the path")
    if path.is_dir():
        raise SourceError(f"{str(path)!r} is a folder; name one file in it")
    if not path.is_file():
        raise SourceError(f"{str(path)!r} is no ordinary file; it is read twice, so save it to one first")
    size = path.stat().st_size
    if size == 0:
        raise SourceError(f"{str(path)!r} is empty; export it again")
    if not os.access(path, os.R_OK):
        raise SourceError(f"{str(path)!r} may not be read by this user; change its permissions")
    return size


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise SourceError(f"--encoding {encoding!r} is not known; use for example utf-8, cp1252, cp850") from None


def _utf16_without_mark(head: bytes) -> str | None:
    """UTF-16 of mostly western text has a zero in every second byte."""
    half = len(head) // 2
    if head[1::2].count(0) > half * 0.4 and head[::2].count(0) <= half * 0.1:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.4 and head[1::2].count(0) <= half * 0.1:
        return "utf-16-be"
    return None


def _utf8_or_1252(path: Path, size: int) -> TextFile:
    """UTF-8 if it is or, with more whole than broken characters, once was; else Windows-1252."""
    decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
    whole = broken = undefined = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = decode(chunk)
            if text.isascii():
                continue
            bad = len(_ESCAPED.findall(text))
            whole += len(chunk.translate(None, _ASCII)) - bad
            broken += bad
            undefined += sum(chunk.count(code) for code in _UNDEFINED_1252)
    broken += len(decode(b"", final=True))
    if broken == 0:
        return TextFile(path, "utf-8", size)
    if whole > broken:
        return TextFile(path, "utf-8", size, damaged=True)
    if undefined > broken / 20:
        raise SourceError(
            f"{str(path)!r} is neither UTF-8 nor Windows-1252; save it as UTF-8, or name its encoding with --encoding"
        )
    return TextFile(path, "cp1252", size, damaged=undefined > 0)
