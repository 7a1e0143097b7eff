"""How sources stand, for admins: fresh or stale, what is wrong and what to do, and the buttons to do it with."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, DividerBlock

from bot.blocks import ids
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import Form, button, form, sure
from bot.blocks.limits import check
from bot.blocks.text import cut, inline, local_time
from bot.domain.connection import Origin, Standing
from bot.domain.message import Message
from bot.locale import Words

MOST_SHOWN = 8
"""Sources in one message, three blocks each: Slack takes 10,000 characters in all."""
_MOST_OF_ONE = 700
_MOST_TEXT = 2_000


def health(standings: Sequence[Standing], words: Words) -> Message:
    """Show every source to the admin who asked."""
    blocks = [header(words("source-title")), *health_blocks(standings, words)]
    spoken = ". ".join(_spoken(standing, words) for standing in standings[:MOST_SHOWN])
    message = Message(text=cut(f"{words('source-title')}: {spoken}", _MOST_TEXT), blocks=as_json(blocks))
    check(message)
    return message


def health_page(standings: Sequence[Standing], words: Words) -> Form:
    """Show every source as a page of the settings."""
    return form(ids.SOURCE_PAGE, words, "source-title-short", health_blocks(standings, words))


def health_blocks(standings: Sequence[Standing], words: Words) -> list[Block]:
    """Return what a message, App Home and the setup show of every source, without a heading.

    The buttons are those of `handlers.sources`. Without a key to encrypt credentials with, the way to one is told.
    """
    blocks: list[Block] = []
    for standing in standings[:MOST_SHOWN]:
        if blocks:
            blocks.append(DividerBlock())
        blocks.append(section(cut("\n".join(_lines(standing, words)), _MOST_OF_ONE)))
        buttons = _buttons(standing, words)
        if buttons:
            blocks.append(ActionsBlock(elements=buttons))
    if any(standing.origin is not Origin.ENVIRONMENT and not standing.connectable for standing in standings):
        blocks.append(context(cut(words("source-key-first"), _MOST_OF_ONE)))
    return blocks


def _lines(standing: Standing, words: Words) -> list[str]:
    lines = [words("source-head", source=inline(standing.title), origin=standing.origin.value)]
    records = words("source-records", records=standing.records)
    if standing.origin is Origin.NOWHERE:
        return [*lines, records] if standing.records else lines
    if standing.account:
        records = f"{records} · {words('source-account', account=inline(standing.account))}"
    lines += [_state(standing, words), records, *_wrong(standing, words)]
    if standing.off:
        lines.append(words("source-off", streams=inline(words.listed([_stream(name, words) for name in standing.off]))))
    return lines


def _state(standing: Standing, words: Words) -> str:
    if standing.last_sync is None:
        return words("source-state", state="paused-never" if standing.paused else "reading", at="")
    state = "paused" if standing.paused else "stale" if standing.stale else "fresh"
    return words("source-state", state=state, at=local_time(standing.last_sync, words))


def _wrong(standing: Standing, words: Words) -> list[str]:
    """Say what is wrong and what to do about it, each in a line of its own."""
    if standing.trouble is None or standing.paused:
        return []
    source, trouble = inline(standing.title), standing.trouble.value
    what = words(f"source-trouble-{trouble}", source=source)
    since = standing.since and local_time(standing.since, words)
    return [
        words("source-wrong-since", what=what, since=since) if since else words("source-wrong", what=what),
        words("source-do", what=words(f"source-do-{trouble}", source=source, origin=standing.origin.value)),
    ]


def _buttons(standing: Standing, words: Words) -> list[ButtonElement]:
    again = _button(ids.SOURCE_RESYNC, "source-resync", standing, words)
    if standing.origin is Origin.ENVIRONMENT:
        return [again]
    if standing.origin is Origin.NOWHERE:
        return (
            [_button(ids.SOURCE_CONNECT, "source-connect", standing, words, style="primary")]
            if standing.connectable
            else []
        )
    renewed = [_button(ids.SOURCE_CONNECT, "source-credentials", standing, words)] if standing.connectable else []
    ended = _button(ids.SOURCE_DISCONNECT, "source-disconnect", standing, words)
    if standing.paused:
        return [*renewed, _button(ids.SOURCE_RESUME, "source-resume", standing, words), ended]
    paused = _button(ids.SOURCE_PAUSE, "source-pause", standing, words)
    return [*renewed, sure(paused, words, "source-pause-title", "source-pause-sure"), again, ended]


def _button(action: str, key: str, standing: Standing, words: Words, *, style: str | None = None) -> ButtonElement:
    """A button that carries the source and the turn that its reader saw; several sources may stand in one view."""
    label = words(f"{key}-label", source=standing.title)
    return button(action, words(key), f"{standing.name}.{standing.turn}", style=style, label=label)


def _spoken(standing: Standing, words: Words) -> str:
    """One source for screen readers and notifications."""
    return ". ".join(_lines(standing, words)[:2]).replace("*", "").rstrip(".")


def _stream(key: str, words: Words) -> str:
    """What people call a stream of records, or the way back through its history."""
    name, _, history = key.partition("/")
    return words("source-stream", name=name, part="history" if history else "new")
