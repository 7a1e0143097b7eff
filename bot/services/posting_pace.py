"""How long a post may take, and how long is waited between tries."""

from dataclasses import dataclass
from datetime import timedelta

_LONGEST_WAIT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things may take. Leases and waits are judged by the database's clock.

    *timeout* is that of one call to Slack and *lease* how long a worker may hold a post; *grace* must be longer than
    Slack may still take a message after we gave up on it; after *expiry* a digest is no longer posted by itself.
    """

    lease: timedelta = timedelta(seconds=60)
    timeout: timedelta = timedelta(seconds=10)
    grace: timedelta = timedelta(seconds=120)
    backoff: timedelta = timedelta(seconds=5)
    expiry: timedelta = timedelta(hours=48)

    @property
    def window(self) -> float:
        """Seconds after a claim in which a call may still be started, so that it ends within the lease."""
        return (self.lease - 1.5 * self.timeout).total_seconds()

    def wait(self, attempt: int, asked: float | None) -> timedelta:
        """Return how long to wait after a post that was not sent: as Slack *asked*, else longer every time."""
        if asked is not None:
            return timedelta(seconds=min(asked, 3600))
        return min(self.backoff * (1 << min(attempt, 10)), _LONGEST_WAIT)
