"""Which changes lower protection: a closed list. Each of them needs a second admin and is told to the channel."""

from enum import StrEnum

from bot.domain.edition import Away, Edition
from bot.domain.place import Place


class Lowering(StrEnum):
    """One way in which a change lowers protection.

    ``review-off``: what curators looked at is posted by itself. ``away-full``: so is what they had no time for;
    ``away-posts``: at least in short, where nothing was.
    ``shared-channel``: another company can read it. ``public-channel``: an edition goes from a private channel to
    everybody, or a company edition is made. ``asks-in-public``: a company edition carries asks from now on.
    ``last-curator``: nobody is left to look. ``observer-gone``, ``admin-new``, ``admin-gone``: who watches and decides.
    """

    REVIEW_OFF = "review-off"
    AWAY_FULL = "away-full"
    AWAY_POSTS = "away-posts"
    SHARED_CHANNEL = "shared-channel"
    PUBLIC_CHANNEL = "public-channel"
    ASKS_IN_PUBLIC = "asks-in-public"
    LAST_CURATOR = "last-curator"
    OBSERVER_GONE = "observer-gone"
    ADMIN_NEW = "admin-new"
    ADMIN_GONE = "admin-gone"


def lowered(before: Edition | None, after: Edition, place: Place, *, curators: bool) -> tuple[Lowering, ...]:
    """Return how an edition that becomes *after*, in *place*, lowers protection; *curators*: some are named.

    A new edition is held against one with the rules that hold where nobody says anything else.
    """
    plain = Edition(created_at=after.created_at)
    old = before or plain
    moved = before is None or before.channel != after.channel
    found = {
        Lowering.REVIEW_OFF: _reviewed(old, curators=curators) and not _reviewed(after, curators=curators),
        Lowering.AWAY_FULL: after.away is Away.FULL and old.away is not Away.FULL,
        Lowering.AWAY_POSTS: after.away is Away.SHORT and old.away is Away.NONE,
        Lowering.SHARED_CHANNEL: moved and place.is_shared,
        Lowering.PUBLIC_CHANNEL: (moved and before is not None and place.is_public)
        or (after.company and not old.company and place.is_public),
        Lowering.ASKS_IN_PUBLIC: old.company and not after.company and place.is_public,
    }
    return tuple(lowering for lowering, is_so in found.items() if is_so)


def _reviewed(edition: Edition, *, curators: bool) -> bool:
    return curators if edition.review is None else edition.review
