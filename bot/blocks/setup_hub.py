"""The first page of the settings, and who is shown something else instead."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, DividerBlock

from bot.blocks import ids
from bot.blocks import setup_fields as fields
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, button, form
from bot.blocks.setup_editions import is_off
from bot.blocks.setup_letters import mention, wanted
from bot.blocks.text import plain
from bot.domain.overview import Overview
from bot.domain.pending import Pending
from bot.locale import Words

PAGES = ("editions", "roles", "areas", "themes", "promises", "wins", "audit")
"""The settings' pages in the order in which they are filled in; those that other parts add stand before the log."""

MOST_WAITING = 8
MOST_NAMED = 20


def loading(words: Words) -> Form:
    """What opens at once, before anything is asked of the database."""
    return form(ids.SETUP_HUB, words, "setup-title", [section(words("setup-loading"))])


def hub(overview: Overview, user: str, words: Words) -> Form:
    """The first page: what waits for a second admin, then every page with its state in one line."""
    blocks: list[Block] = [context(words("setup-hub")), *_waiting(overview.waiting, user, words)]
    for page in (*PAGES[:-1], *overview.pages, PAGES[-1]):
        title = words(f"setup-page-{page}")
        line = section(f"*{title}*\n{summary(page, overview, words)}")
        label = words("setup-open-this", what=title)
        line.accessory = button(f"{ids.SETUP_PAGE}{page}", words("setup-open"), page, label=label)
        blocks.append(line)
    return form(ids.SETUP_HUB, words, "setup-title", blocks)


def asked_form(words: Words) -> Form:
    """What stands in place of a form that was sent off, while a second admin is asked."""
    return form(ids.SETUP_HUB, words, "setup-title", [section(words("setup-asked"))])


def refused(admins: Sequence[str], words: Words, *, observer: bool) -> Form:
    """What somebody sees who may not change anything: who may."""
    named = words.listed([mention(admin) for admin in admins[:MOST_NAMED]])
    said = [words("setup-only-admins", admins=named) if admins else words("setup-no-admin")]
    if observer:
        said.append(words("setup-observer"))
    return form(ids.SETUP_HUB, words, "setup-title", [section("\n".join(said))])


def claim_form(words: Words) -> Form:
    """What the first admin confirms."""
    blocks = [
        section(words("setup-claim")),
        fields.tick(ids.SETUP_CLAIM, words("setup-claim-label"), words("setup-claim-yes"), optional=False),
    ]
    return form(ids.SETUP_CLAIM_FORM, words, "setup-title", blocks, submit="setup-claim-submit")


def _waiting(waiting: Sequence[Pending], user: str, words: Words) -> list[Block]:
    blocks: list[Block] = []
    for pending in waiting[:MOST_WAITING]:
        own = pending.asked_by == user
        day = words.short_day(pending.asked_at) if pending.asked_at else "–"
        what, number = wanted(pending, words), str(pending.id)
        subject = str(pending.edition.get("title") or pending.target)
        if own:
            said = words("setup-waiting-own", what=what, day=day)
            buttons = [_about(button(ids.SETUP_WITHDRAW, words("setup-withdraw"), number), subject)]
        else:
            said = words("setup-waiting", what=what, who=mention(pending.asked_by), day=day)
            buttons = [
                _about(button(ids.SETUP_AGREE, words("setup-agree"), number, style="primary"), subject),
                _about(button(ids.SETUP_REFUSE, words("setup-refuse"), number), subject),
            ]
        blocks += [section(said), ActionsBlock(elements=buttons)]
    return [*blocks, DividerBlock()] if blocks else []


def _about(pressed: ButtonElement, subject: str) -> ButtonElement:
    """Let a screen reader say which change a button is about: several of them look alike."""
    pressed.accessibility_label = plain(f"{pressed.text.text if pressed.text else ''}: {subject}", 75)
    return pressed


def summary(page: str, overview: Overview, words: Words) -> str:
    """Say in one line how far *page* is filled in."""
    if page == "wins":
        channel = overview.wins_channel
        where = "digest" if overview.wins_in_digest else "channel" if channel else "none"
        said = words("setup-sum-wins", where=where, channel=f"<#{channel}>")
        off = overview.wins_off if channel and where == "channel" else None
        return said if off is None else f"{said}\n{is_off(f'<#{channel}>', off, words)}"
    values: dict[str, dict[str, int]] = {
        "editions": {"count": len(overview.editions)},
        "roles": {"curators": overview.curators, "admins": overview.admins, "observers": overview.observers},
        "areas": {"count": overview.areas, "left": overview.left},
        "themes": {"count": overview.themes},
        "promises": {"count": overview.promises},
    }
    return words(f"setup-sum-{page}", **values.get(page, {}))
