"""What admins, observers and channels are told about a change that lowers protection."""

from slack_sdk.models.blocks import ActionsBlock

from bot.blocks import ids, reading
from bot.blocks.drawing import as_json, context, section
from bot.blocks.forms import button, sure
from bot.blocks.limits import check
from bot.blocks.text import inline
from bot.domain.message import Message
from bot.domain.pending import EDITION, Pending
from bot.domain.protection import Lowering
from bot.locale import Words

FIELDS = {
    "title": "setup-edition-name",
    "channel": "setup-edition-channel",
    "weekday": "setup-edition-weekday",
    "at": "setup-edition-time",
    "timezone": "setup-edition-zone",
    "language": "setup-edition-language",
    "holidays": "setup-edition-holidays",
    "review": "setup-edition-review",
    "away": "setup-edition-away",
    "default_owner": "setup-edition-owner",
    "without": "setup-edition-without",
    "company": "setup-edition-company-label",
    "shadow_weeks": "setup-edition-shadow-label",
}
"""What the form of an edition calls its fields."""


def wanted(pending: Pending, words: Words) -> str:
    """Say in one or more half sentences what *pending* would change."""
    if pending.kind == EDITION:
        said = [words(f"setup-lowering-{reason.value}") for reason in pending.reasons]
        return words(
            "setup-wanted-edition",
            title=inline(reading.named(str(pending.edition.get("title", "")), words), 100),
            channel=f"<#{pending.edition.get('channel')}>",
            what=words.listed(said),
        )
    return words(
        "setup-wanted-role",
        member=mention(str(pending.change.get("member", ""))),
        what=words(f"setup-lowering-{pending.reasons[0].value}"),
    )


def mention(member: str) -> str:
    """A person or a user group, shown by their name."""
    return f"<!subteam^{member}>" if member.startswith("S") else f"<@{member}>"


def please_decide(pending: Pending, words: Words) -> Message:
    """Ask another admin for their agreement."""
    said = words("setup-ask", who=mention(pending.asked_by), what=wanted(pending, words))
    changed = [words(FIELDS[name]) for name in pending.change.get("changed", ()) if name in FIELDS]
    if changed:
        said += "\n" + words("setup-ask-fields", fields=words.listed(changed))
    number = str(pending.id)
    agree = sure(
        button(ids.SETUP_AGREE, words("setup-agree"), number, style="primary"), words, "setup-agree", "setup-agree-sure"
    )
    refuse = button(ids.SETUP_REFUSE, words("setup-refuse"), number)
    blocks = [section(said), ActionsBlock(elements=[agree, refuse]), context(words("setup-ask-foot"))]
    return _checked(Message(text=words("setup-ask-short"), blocks=as_json(blocks)))


def decided(pending: Pending, words: Words) -> Message:
    """Say what became of a change, to those who decide and to the one who asked."""
    said = f"{words(f'setup-outcome-{pending.state.value}')} {wanted(pending, words)}"
    return _checked(Message(text=said, blocks=as_json([section(said)])))


def to_channel(reasons: tuple[Lowering, ...], words: Words) -> Message:
    """Tell a channel what changed about it, in plain words and without anybody's name."""
    said = words.listed([words(f"setup-lowering-{reason.value}") for reason in reasons])
    return _checked(Message(text=words("setup-told-channel", what=said)))


def to_observer(pending: Pending, words: Words) -> Message:
    """Tell an observer of a change that two admins agreed on."""
    return _checked(Message(text=words("setup-told-observer", what=wanted(pending, words))))


def _checked(message: Message) -> Message:
    check(message)
    return message
