"""The ways in which Slack can fail us."""

from bot.errors import SlackError


class NotSentError(SlackError):
    """It certainly did not reach Slack's channel. *retry_after*: seconds that Slack asked to wait, if it did."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UncertainError(SlackError):
    """Nobody knows whether Slack took it: the answer was lost, or says that part of it may have succeeded."""


class CannotLookError(SlackError):
    """The channel's history could not be read. *permanent*: not before somebody grants a scope or invites the app."""

    def __init__(
        self, message: str, *, permanent: bool, code: str | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message, permanent=permanent, code=code)
        self.retry_after = retry_after


class ExpiredError(SlackError):
    """A form came too late: its trigger is older than three seconds or used, or the form has changed or is closed."""
