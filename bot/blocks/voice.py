"""What /voice answers, privately."""

from bot.blocks.text import escape
from bot.domain.edition import Edition
from bot.domain.message import Message
from bot.domain.schedule import Due
from bot.locale import Words


def help_text(words: Words) -> Message:
    """List what /voice can do."""
    return Message(text=words("voice-help"))


def unknown_word(words: Words, closest: str | None) -> Message:
    """Say that the word is not known, with the closest one that is."""
    said = words("voice-unknown-close", closest=closest) if closest else words("voice-unknown")
    return Message(text=f"{said}\n{words('voice-help')}")


def ahead(words: Words, edition: Edition, due: Due) -> Message:
    """Say when the next digest comes and which week it covers, and that a preview is on its way."""
    local = due.at.astimezone(edition.zone)
    values = {"title": escape(edition.title), "moment": words.moment(local), "week": due.week.number}
    if edition.channel is None:
        return Message(text=words("voice-ahead-nowhere", **values))
    return Message(text=words("voice-ahead", channel=f"<#{edition.channel}>", **values))


def apology(words: Words, reference: str, said: str | None) -> Message:
    """Say that it did not work, why if that may be said, and the reference that the log carries."""
    if said is None:
        return Message(text=words("voice-sorry", reference=reference))
    return Message(text=words("voice-sorry-because", reference=reference, reason=escape(said)))
