"""Whether something can be posted in a channel, asked of Slack as it is now: nothing is posted."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.check import Check
from bot.domain.refusal import advice
from bot.errors import SlackError
from bot.slack import CannotLookError, Slack


def check_channel(slack: Slack, channel: str, now: datetime) -> Iterator[Check]:
    """Yield what there is to say of *channel*: whether we are in it, and whether it is archived or shared.

    Without the scope to see that, the history tells whether we are in it: a message is looked for that is not there.
    """
    try:
        found = slack.channel_now(channel)
    except SlackError as error:
        if error.code == "missing_scope":  # it is named beside the other scopes
            yield from _by_its_history(slack, channel, now)
        elif error.code is None:
            yield _unknown(channel, "no answer")
        else:
            yield _hidden(channel, error.code)
        return
    if not found.is_member:
        yield _hidden(channel, "not_in_channel")
    elif found.is_archived:
        yield _closed(channel, "is_archived")
    else:
        yield from _by_its_history(slack, channel, now, is_member=True)
        if found.is_shared:
            yield Check(True, f"The channel {channel} is shared with another company, which can read what is posted.")


def _by_its_history(slack: Slack, channel: str, now: datetime, *, is_member: bool = False) -> Iterator[Check]:
    try:
        slack.find(channel, "doctor", now)
    except CannotLookError as error:
        if error.code in {"not_in_channel", "channel_not_found"}:
            yield _hidden(channel, error.code)
        elif is_member:
            yield Check(True, f"We are in the channel {channel}.")
        else:
            yield _unknown(channel, error.code or "no answer")
    except SlackError as error:
        yield _closed(channel, error.code)
    else:
        yield Check(True, f"We are in the channel {channel} and may look whether a post arrived.")


def _hidden(channel: str, code: str) -> Check:
    what = f"Slack does not show us the channel {channel}: {code}."
    return Check(False, what, f"{advice(code)}.", essential=True)


def _closed(channel: str, code: str | None) -> Check:
    what = f"Slack would not let us post in {channel}: {code}."
    return Check(False, what, f"{advice(code)}.", essential=True)


def _unknown(channel: str, why: str) -> Check:
    what = f"Whether we are in the channel {channel} cannot be seen ({why})."
    return Check(False, what, "Make sure of it: /invite @Voxpop there does no harm.")
