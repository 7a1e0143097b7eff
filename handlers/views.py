"""Forms that were sent off: check and save, acknowledge, then carry on."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.forms import filled_in, meta_of
from bot.blocks.win_form import nominate_form, read_draft, read_nomination, thanks_form
from bot.blocks.win_review import read_text
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.wins.desk import Wins


def nominate(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, words: Words, clock: Clock) -> None:
    """Take a story in; where somebody told it already, ask whether to join theirs."""
    twin = wins.nominating.nominate(read_nomination(view, body["user"]["id"]), clock())
    shown = thanks_form(words) if twin is None else nominate_form(read_draft(view), words, twin)
    ack(response_action="update", view=shown)
    wins.carry_on(clock())


def write_text(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, clock: Clock) -> None:
    """Take a story's new text, from its teller or from a curator."""
    meta, parts, user = meta_of(view), read_text(view), body["user"]["id"]
    if meta["turn"] is None:
        wins.nominating.edit(meta["win"], meta["version"], user, parts, clock())
    else:
        wins.curating.edit(meta["win"], meta["turn"], meta["version"], user, parts, clock())
    ack()
    wins.carry_on(clock())


def merge(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, clock: Clock) -> None:
    """Put one story into another."""
    meta, into = meta_of(view), filled_in(view)[ids.WIN_INTO]
    wins.curating.merge(meta["win"], meta["turn"], int(into[0]), body["user"]["id"], clock())
    ack()
    wins.carry_on(clock())


def thank(ack: Ack, body: dict[str, Any], view: dict[str, Any], wins: Wins, clock: Clock) -> None:
    """Carry one sentence to the people in a story."""
    sentence = filled_in(view)[ids.WIN_SENTENCE] or ""
    wins.thanking.thank(meta_of(view)["win"], body["user"]["id"], sentence, view["id"])
    ack()
    wins.carry_on(clock())


def unknown(ack: Ack) -> None:
    """Close a form that nobody here knows."""
    ack()


def closed(ack: Ack) -> None:
    """Acknowledge that a form was closed without being sent."""
    ack()
