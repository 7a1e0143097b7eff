"""The form in which a colleague tells what a customer said, and how it is read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Block, CheckboxesElement, DatePickerElement, StaticSelectElement

from bot.blocks import ids
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, field, filled_in, form, meta_of, option, writing
from bot.blocks.text import cut
from bot.domain.mention import read_typed
from bot.domain.told import Told, Where
from bot.errors import DeclinedError
from bot.locale import Words

MOST_SAID = 2_000
MOST_SHORT = 60

_YES = "yes"


@dataclass(frozen=True)
class ToldDraft:
    """What the form is opened with. *key* names the message that it is from; *author* wrote it, for redaction alone."""

    day: date
    said: str = ""
    key: str | None = None
    author: str | None = None
    where: Where | None = None
    private: bool = False


def message_draft(body: Mapping[str, Any], words: Words, zone: ZoneInfo, *, private: bool) -> ToldDraft:
    """What the form is opened with from a message; people who are mentioned in it are not named."""
    message = body["message"]
    said = datetime.fromtimestamp(float(message["ts"]), UTC)
    return ToldDraft(
        day=said.astimezone(zone).date(),
        said=cut(read_typed(message.get("text", ""), words("win-colleague")).text, MOST_SAID),
        key=f"{body['channel']['id']}:{message['ts']}",
        author=message.get("user"),
        where=Where.MESSAGE,
        private=private,
    )


def told_form(draft: ToldDraft, words: Words) -> Form:
    """The form to tell a customer's words in."""
    places = [option(where.value, words(f"told-where-{where}")) for where in Where]
    chosen = next((each for each in places if draft.where and each.value == draft.where.value), None)
    where = StaticSelectElement(action_id=ids.TOLD_WHERE, options=places, initial_option=chosen)
    when = DatePickerElement(action_id=ids.TOLD_WHEN, initial_date=draft.day.isoformat())
    blocks: list[Block] = [
        context(words("told-hint")),
        field(
            ids.TOLD_SAID,
            words("told-said"),
            writing(ids.TOLD_SAID, MOST_SAID, draft.said),
            hint=words("told-said-hint"),
        ),
        field(ids.TOLD_WHERE, words("told-where"), where),
        field(ids.TOLD_WHEN, words("told-when"), when),
        _short(ids.TOLD_THEME, words("told-theme"), words("told-theme-hint")),
        _short(ids.TOLD_SEGMENT, words("told-segment"), words("told-segment-hint")),
    ]
    if draft.private:
        tick = CheckboxesElement(action_id=ids.TOLD_PRIVATE, options=[option(_YES, words("told-private-yes"))])
        blocks.append(field(ids.TOLD_PRIVATE, words("told-private"), tick))
    meta = {"key": draft.key, "author": draft.author, "private": draft.private}
    return form(ids.TOLD_FORM, words, "told-title", blocks, submit="told-submit", meta=meta)


def author_of(view: Mapping[str, Any]) -> str | None:
    """Who wrote the message that the form was opened with."""
    author: str | None = (meta_of(view) or {}).get("author")
    return author


def read_told(view: Mapping[str, Any], names: tuple[str, ...]) -> Told:
    """What was told in a form that was sent off; *names* are taken out of it and kept nowhere.

    DeclinedError where nothing was told.
    """
    given, meta = filled_in(view), meta_of(view) or {}
    if not given[ids.TOLD_SAID]:
        raise DeclinedError("told-nothing", at=ids.TOLD_SAID)
    return Told(
        key=meta.get("key") or f"form:{view['id']}",
        said=given[ids.TOLD_SAID],
        where=Where(given[ids.TOLD_WHERE][0]),
        day=date.fromisoformat(given[ids.TOLD_WHEN]),
        theme=given.get(ids.TOLD_THEME),
        segment=given.get(ids.TOLD_SEGMENT),
        names=names,
        confirmed=not meta.get("private") or bool(given.get(ids.TOLD_PRIVATE)),
    )


def taken_in(words: Words) -> Form:
    """What stands in place of the form once it is kept."""
    return form(ids.TOLD_FORM, words, "told-title", [section(words("told-thanks"))])


def _short(name: str, label: str, hint: str) -> Block:
    return field(name, label, writing(name, MOST_SHORT, None, lines=False), hint=hint, optional=True)
