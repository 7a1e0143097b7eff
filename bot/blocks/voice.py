"""What /voice answers, privately."""

from collections.abc import Mapping, Set

from slack_sdk.models.blocks import DividerBlock

from bot.blocks import ids, reading
from bot.blocks.digest import parent, thread
from bot.blocks.drawing import as_json, section
from bot.blocks.forms import Form, form
from bot.blocks.limits import check
from bot.blocks.pack import pack
from bot.blocks.quote_slot import without_menus
from bot.blocks.text import cut, escape
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.role import Role
from bot.domain.schedule import Due
from bot.locale import Words

HELP: Mapping[str, Role | None] = {
    "preview": None,
    "about": None,
    "add": None,
    "offer": None,
    "correct": Role.CURATOR,
    "setup": Role.ADMIN,
    "sources": Role.ADMIN,
    "help": None,
}
"""What /voice can do, in the order in which it is told, and who alone can do it; a line without words is left out."""

NEEDS: Mapping[str, Role] = {
    **dict.fromkeys(("setup", "einrichten", "sources", "quellen"), Role.ADMIN),
    **dict.fromkeys(("correct", "correction", "berichtigen", "korrigieren"), Role.CURATOR),
}
"""Words after /voice that are proposed only to whom they are for."""

MOST_ANSWERS = 5
"""Messages that Slack takes at one ``response_url``."""

_LONGEST_REASON = 1_500
_LONGEST_SAID = 2_900


def help_text(words: Words, roles: Set[Role] = frozenset()) -> Message:
    """List what somebody with these *roles* can do with /voice, a line for each that the catalogue has words for."""
    can = [name for name, role in HELP.items() if role in (None, *roles)]
    lines = [f"• {words(f'voice-help-{name}')}" for name in can if words.has(f"voice-help-{name}")]
    return Message(text="\n".join([words("voice-help"), *lines]))


def unknown_word(words: Words, closest: str | None, roles: Set[Role] = frozenset()) -> Message:
    """Say that the word is not known, with the closest one that somebody with these *roles* can use."""
    said = words("voice-unknown-close", closest=closest) if closest else words("voice-unknown")
    return Message(text=f"{said}\n{help_text(words, roles).text}")


def no_such_command(words: Words) -> Message:
    """Say that there is no such command."""
    return Message(text=words("command-unknown"))


def old_button(words: Words) -> Message:
    """Say that a button does nothing any more."""
    return Message(text=words("button-unknown"))


def in_its_place(text: str, words: Words) -> Form:
    """Say something in place of a form that has no field to say it at."""
    return form(ids.SAID_FORM, words, "form-said", [section(cut(text, _LONGEST_SAID))])


def in_the_making(words: Words) -> Message:
    """Say that a preview is on its way, before anything else is known."""
    return Message(text=words("voice-making"))


def another_team(words: Words) -> Message:
    """Say to another Slack workspace that nothing of this one is shown there."""
    return Message(text=words("voice-another-team"))


def preview(digest: Digest, edition: Edition, due: Due, words: Words) -> tuple[Message, ...]:
    """Draw *digest* for one person in at most five messages: when the next one comes, then parent and thread."""
    said = ahead(digest, edition, due, words)
    first = parent(digest, words)
    opened = Message(text=f"{said} {first.text}", blocks=(*as_json([section(said), DividerBlock()]), *first.blocks))
    messages = pack([without_menus(each) for each in (opened, *thread(digest, words))], MOST_ANSWERS)
    for message in messages:
        check(message)
    return messages


def ahead(digest: Digest, edition: Edition, due: Due, words: Words) -> str:
    """Say when the next digest comes, what it covers and what is shown here instead, while that week still runs."""
    local = due.at.astimezone(edition.zone)
    where = "nowhere" if edition.channel is None else "somewhere"
    comes = words(
        "voice-ahead",
        where=where,
        title=escape(reading.title(digest, words)),
        moment=words.moment(local),
        week=due.week.number,
        channel=f"<#{edition.channel}>",
    )
    shown = "voice-shown-coming" if digest.week == str(due.week) else "voice-shown-last"
    return f"{comes} {words(shown, week=int(digest.week[-2:]))}"


def apology(words: Words, reference: str, said: str | None) -> Message:
    """Say that it did not work, why if that may be said, and the reference that the log carries."""
    if said is None:
        return Message(text=words("voice-sorry", reference=reference))
    return Message(text=words("voice-sorry-because", reference=reference, reason=cut(escape(said), _LONGEST_REASON)))
