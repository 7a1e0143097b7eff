"""A channel before something is posted there: whether we may, and who would read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A channel as Slack shows it to us; one that is not *is_visible* is private, or gone.

    *size* counts its people, *guests* those of them who are guests: exactly, where *guests_exact*, else that or more.
    """

    id: str
    is_visible: bool = True
    is_member: bool = False
    is_archived: bool = False
    is_private: bool = False
    is_shared: bool = False
    size: int | None = None
    guests: int | None = None
    guests_exact: bool = False

    @property
    def is_public(self) -> bool:
        """Whether everybody of the company can read it."""
        return self.is_visible and not self.is_private

    @property
    def broken(self) -> str | None:
        """Slack's word for why nothing can be posted there, None where it can."""
        if not self.is_visible:
            return "channel_not_found"
        if self.is_archived:
            return "is_archived"
        return None if self.is_member else "not_in_channel"
