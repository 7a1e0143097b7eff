"""The form of an edition: opened, drawn anew once a channel is chosen, read back."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import ids, reading
from bot.blocks import setup_fields as fields
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, form, meta_of
from bot.blocks.setup_choices import holiday_name
from bot.domain.edition import Away, Edition, Weekday
from bot.domain.place import Place
from bot.domain.wish import Wish
from bot.locale import LANGUAGES, Words

MOST_TITLE = 100
MOST_REASON = 100

LEFT_OUT = ("ledger", "movers", "blind-draw", "numbers", "wins", "offer")
"""The slots that an edition may do without: header, verdict, voice, ask and footer always stand."""

_REVIEW = {"auto": None, "on": True, "off": False}


def edition_form(wish: Wish, words: Words, place: Place | None = None) -> Form:
    """The form with *wish* in it; *place* says what its channel is like, once one is chosen."""
    blocks = [*_where(wish, words, place), *_when(wish, words), *_what(wish, words), *_rules(wish, words)]
    title = "setup-edition-title" if wish.name is None else "setup-edition-change"
    shared = place is not None and place.is_shared
    meta = {"name": wish.name, "seen": wish.seen, "shared": shared, "shadow": wish.shadow_weeks}
    return form(ids.SETUP_EDITION_FORM, words, title, blocks, submit="setup-save", meta=meta)


def read_wish(view: Mapping[str, Any]) -> Wish:
    """What an open or sent form wishes."""
    filled, meta = fields.Filled(view), meta_of(view) or {}
    channel = filled.text(ids.SETUP_CHANNEL) or None
    return Wish(
        name=meta.get("name"),
        title=filled.text(ids.SETUP_TITLE),
        channel=channel,
        weekday=Weekday(filled.choice(ids.SETUP_WEEKDAY) or Weekday.TUE),
        at=time.fromisoformat(filled.text(ids.SETUP_TIME) or "08:30"),
        timezone=filled.choice(ids.SETUP_ZONE) or "Europe/Berlin",
        language=filled.choice(ids.SETUP_LANGUAGE) or LANGUAGES[0],
        holidays=filled.choice(ids.SETUP_HOLIDAYS),
        review=_REVIEW[filled.choice(ids.SETUP_REVIEW) or "auto"],
        away=Away(filled.choice(ids.SETUP_AWAY) or Away.SHORT),
        default_owner=filled.text(ids.SETUP_OWNER) or None,
        without=filled.choices(ids.SETUP_WITHOUT),
        company=filled.choice(ids.SETUP_COMPANY) == "yes",
        skip_shadow=bool(filled.choices(ids.SETUP_SHADOW)),
        shadow_weeks=meta.get("shadow", 0),
        shared=bool(filled.choices(_confirms(channel))),
        seen=meta.get("seen"),
    )


def pause_form(edition: Edition, until: date, seen: str, words: Words) -> Form:
    """The form in which *edition*, whose state is called *seen*, is paused, *until* a day that is proposed."""
    blocks = [
        fields.day(ids.SETUP_UNTIL, words("setup-pause-until"), until, hint=words("setup-pause-until-hint")),
        fields.text(
            ids.SETUP_REASON,
            words("setup-pause-reason"),
            MOST_REASON,
            edition.pause_reason,
            hint=words("setup-pause-reason-hint"),
        ),
    ]
    meta = {"name": edition.name, "seen": seen}
    return form(ids.SETUP_PAUSE_FORM, words, "setup-pause-title", blocks, submit="setup-edition-pause", meta=meta)


def read_pause(view: Mapping[str, Any]) -> tuple[str, str, str, str | None]:
    """The edition to pause, until when, and why, and which state of it the admin saw."""
    filled, meta = fields.Filled(view), meta_of(view) or {}
    return str(meta.get("name")), filled.text(ids.SETUP_UNTIL), filled.text(ids.SETUP_REASON), meta.get("seen")


def described(place: Place, words: Words) -> str:
    """Say what a channel is like: whether we may post there, and who would read it."""
    channel = f"<#{place.id}>"
    if not place.is_visible or not place.is_member:
        return words("setup-place-invite", channel=channel)
    if place.is_archived:
        return words("setup-place-archived", channel=channel)
    said = words(
        "setup-place-good",
        channel=channel,
        size=place.size or 0,
        guests="none" if place.guests is None else place.guests,
        exact="yes" if place.guests is None or place.guests_exact else "no",
        kind="public" if place.is_public else "private",
    )
    return f"{words('setup-place-shared', channel=channel)} {said}" if place.is_shared else said


def _where(wish: Wish, words: Words, place: Place | None) -> list[Block]:
    title = wish.title if wish.name else reading.named(wish.title, words)
    blocks: list[Block] = [
        fields.text(
            ids.SETUP_TITLE, words("setup-edition-name"), MOST_TITLE, title, hint=words("setup-edition-name-hint")
        ),
        fields.channel(
            ids.SETUP_CHANNEL,
            words("setup-edition-channel"),
            wish.channel,
            hint=words("setup-edition-channel-hint"),
            dispatch=True,
        ),
    ]
    if place is not None:
        blocks.append(section(described(place, words)))
    if place is not None and place.is_shared:
        blocks.append(
            fields.tick(
                _confirms(place.id),
                words("setup-edition-shared-label"),
                words("setup-edition-shared-yes"),
                value=wish.shared,
                optional=False,
            )
        )
    return blocks


def _confirms(channel: str | None) -> str:
    """The box that confirms one channel: Slack keeps what is ticked in a field of the same name, whatever it says."""
    return f"{ids.SETUP_SHARED}-{channel}"


def _when(wish: Wish, words: Words) -> list[Block]:
    days = [(day.value, words(f"setup-day-{day.value}")) for day in Weekday]
    holidays = None if wish.holidays is None else (wish.holidays, holiday_name(wish.holidays, words))
    return [
        fields.menu(ids.SETUP_WEEKDAY, words("setup-edition-weekday"), days, wish.weekday.value),
        fields.clock(ids.SETUP_TIME, words("setup-edition-time"), wish.at),
        fields.typed(
            ids.SETUP_ZONE,
            words("setup-edition-zone"),
            (wish.timezone, wish.timezone),
            hint=words("setup-edition-zone-hint"),
        ),
        fields.typed(
            ids.SETUP_HOLIDAYS,
            words("setup-edition-holidays"),
            holidays,
            optional=True,
            hint=words("setup-edition-holidays-hint"),
            least=2,
        ),
    ]


def _what(wish: Wish, words: Words) -> list[Block]:
    languages = [(code, words(f"setup-language-{code}")) for code in LANGUAGES]
    slots = [(slot, words(f"setup-slot-{slot}")) for slot in LEFT_OUT]
    return [
        fields.menu(ids.SETUP_LANGUAGE, words("setup-edition-language"), languages, wish.language),
        fields.one_of(
            ids.SETUP_COMPANY,
            words("setup-edition-company-label"),
            _choices("setup-edition-company", ("no", "yes"), words),
            "yes" if wish.company else "no",
        ),
        fields.any_of(ids.SETUP_WITHOUT, words("setup-edition-without"), slots, wish.without),
    ]


def _rules(wish: Wish, words: Words) -> list[Block]:
    review = next(name for name, value in _REVIEW.items() if value is wish.review)
    blocks: list[Block] = [
        fields.one_of(
            ids.SETUP_REVIEW,
            words("setup-edition-review"),
            _choices("setup-edition-review", tuple(_REVIEW), words),
            review,
        ),
        fields.one_of(
            ids.SETUP_AWAY,
            words("setup-edition-away"),
            _choices("setup-edition-away", tuple(Away), words),
            wish.away.value,
        ),
        fields.person(
            ids.SETUP_OWNER, words("setup-edition-owner"), wish.default_owner, hint=words("setup-edition-owner-hint")
        ),
    ]
    if wish.shadow_weeks:
        blocks.append(
            fields.tick(
                ids.SETUP_SHADOW,
                words("setup-edition-shadow-label"),
                words("setup-edition-shadow-skip"),
                value=wish.skip_shadow,
                hint=words("setup-edition-shadow-hint"),
            )
        )
    return [*blocks, context(words("setup-lowering-foot"))]


def _choices(begins: str, values: Sequence[str], words: Words) -> list[fields.Choice]:
    return [(value, words(f"{begins}-{value}")) for value in values]
