"""The one door out to Slack, and its console twin for dry runs.

Nothing is ever sent twice from in here: the SDK's own re-send is off, because after a dropped connection it posts
again what Slack had already taken. Whether to try again is decided by `bot.services.posting` alone.
"""

from bot.slack.console import ConsoleSlack
from bot.slack.errors import CannotLookError, ExpiredError, NotSentError, UncertainError
from bot.slack.forms import Form
from bot.slack.gateway import Gateway, Slack
from bot.slack.identity import Identity
from bot.slack.people import Channel, Group, Person

__all__ = [
    "CannotLookError",
    "Channel",
    "ConsoleSlack",
    "ExpiredError",
    "Form",
    "Gateway",
    "Group",
    "Identity",
    "NotSentError",
    "Person",
    "Slack",
    "UncertainError",
]
