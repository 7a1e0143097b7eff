"""Editions as admins and observers see them: each with its next time, or why there is none."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.blocks import ids, reading
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, button, form, sure
from bot.blocks.text import inline
from bot.domain.edition import Origin
from bot.domain.fingerprint import with_state
from bot.domain.overview import EditionState
from bot.locale import Words

MOST_EDITIONS = 30


def editions_page(states: Sequence[EditionState], words: Words) -> Form:
    """The page of all editions, those of the environment without buttons."""
    blocks: list[Block] = [] if states else [section(words("setup-editions-none"))]
    for state in states[:MOST_EDITIONS]:
        blocks.append(section(about(state, words)))
        if state.edition.origin is Origin.ENVIRONMENT:
            continue
        blocks.append(ActionsBlock(elements=_buttons(state, words)))
    if len(states) > MOST_EDITIONS:
        blocks.append(context(words("home-more")))
    new = button(ids.SETUP_EDITION_NEW, words("setup-edition-new"), "new", style="primary")
    return form(ids.SETUP_EDITIONS, words, "setup-page-editions", [*blocks, ActionsBlock(elements=[new])])


def about(state: EditionState, words: Words) -> str:
    """What an edition is and when it posts next, in a few lines."""
    edition = state.edition
    title = inline(reading.named(edition.title, words), 100)
    lines = [words("setup-edition-about", title=title, name=edition.name), _next(state, words)]
    if edition.company:
        lines.append(words("setup-edition-company"))
    if edition.shadow_weeks:
        lines.append(words("setup-edition-shadow", weeks=edition.shadow_weeks))
    if edition.origin is Origin.ENVIRONMENT:
        lines.append(words("setup-by-environment"))
    return "\n".join(lines)


def is_off(channel: str, code: str, words: Words) -> str:
    """Say that nothing is posted in *channel*, why, and what to do."""
    return words("setup-edition-off", channel=channel, code=code, advice=words("notice-advice", code=code))


def _next(state: EditionState, words: Words) -> str:
    edition, due = state.edition, state.due
    channel = f"<#{edition.channel}>"
    if edition.channel is None or due is None:
        return words("setup-edition-nowhere")
    if edition.off is not None:
        return is_off(channel, edition.off, words)
    moment = words.moment(due.at.astimezone(edition.zone))
    if edition.paused_until is not None and edition.pause_reason is not None:
        reason = inline(edition.pause_reason, 100)
        return words(
            "setup-edition-paused",
            day=words.short_day(edition.paused_until),
            reason=reason,
            moment=moment,
            channel=channel,
        )
    return words("setup-edition-next", moment=moment, channel=channel, week=due.week.number)


def _buttons(state: EditionState, words: Words) -> list[ButtonElement]:
    edition = state.edition
    title = reading.named(edition.title, words)

    def named(name: str, key: str, value: str = edition.name) -> ButtonElement:
        return button(name, words(key), value, label=f"{words(key)}: {title}")

    halt = (
        named(ids.SETUP_EDITION_RESUME, "setup-edition-resume")
        if edition.paused_until is not None
        else named(ids.SETUP_EDITION_PAUSE, "setup-edition-pause")
    )
    close = named(ids.SETUP_EDITION_CLOSE, "setup-edition-close", with_state(edition.name, state.seen))
    return [
        named(ids.SETUP_EDITION_EDIT, "setup-edition-edit"),
        halt,
        sure(close, words, "setup-edition-close", "setup-edition-close-sure"),
    ]
