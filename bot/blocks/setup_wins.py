"""The form of how wins are celebrated."""

from collections.abc import Mapping, Set
from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import ids
from bot.blocks import setup_fields as fields
from bot.blocks.drawing import context
from bot.blocks.forms import Form, form, meta_of
from bot.domain.wish import WinsWish
from bot.locale import Words

MOST_EMOJI = 100
CHANNEL, WHEN, NUDGE, EMOJI = "wins_channel", "wins_post", "wins_nudge", "win_emoji"
"""What of it the environment may set, by the settings' own names."""


def wins_form(wish: WinsWish, fixed: Set[str], seen: str, words: Words) -> Form:
    """The form with *wish* in it; what is *fixed* by the environment is named and cannot be changed."""
    blocks = [block for name, block in _fields(wish, words).items() if name not in fixed]
    if fixed:
        names = ", ".join(f"`{name.upper()}`" for name in sorted(fixed))
        blocks.append(context(words("setup-environment-line", names=names)))
    submit = None if len(fixed) == len(_fields(wish, words)) else "setup-save"
    kept = {name: getattr(wish, name) for name in ("channel", "in_digest", "nudge", "emoji")}
    meta = {"seen": seen, "fixed": sorted(fixed), "kept": kept}
    return form(ids.SETUP_WINS_FORM, words, "setup-wins-title", blocks, submit=submit, meta=meta)


def read_wins(view: Mapping[str, Any]) -> tuple[WinsWish, str]:
    """What was wished, what is fixed as it was, and which state the admin had before them."""
    filled, meta = fields.Filled(view), meta_of(view) or {}
    fixed, kept = set(meta.get("fixed", ())), dict(meta.get("kept", {}))
    if CHANNEL not in fixed:
        kept["channel"] = filled.text(ids.SETUP_WINS_CHANNEL) or None
    if WHEN not in fixed:
        kept["in_digest"] = filled.choice(ids.SETUP_WINS_WHEN) == "digest"
    if NUDGE not in fixed:
        kept["nudge"] = bool(filled.choices(ids.SETUP_WINS_NUDGE))
    if EMOJI not in fixed:
        kept["emoji"] = filled.text(ids.SETUP_WINS_EMOJI).strip(":").casefold() or None
    return WinsWish(**kept), str(meta.get("seen"))


def _fields(wish: WinsWish, words: Words) -> dict[str, Block]:
    when = [(each, words(f"setup-wins-when-{each}")) for each in ("at-once", "digest")]
    return {
        CHANNEL: fields.channel(
            ids.SETUP_WINS_CHANNEL,
            words("setup-wins-channel"),
            wish.channel,
            hint=words("setup-wins-channel-hint"),
            dispatch=False,
            optional=True,
        ),
        WHEN: fields.one_of(
            ids.SETUP_WINS_WHEN, words("setup-wins-when"), when, "digest" if wish.in_digest else "at-once"
        ),
        NUDGE: fields.tick(
            ids.SETUP_WINS_NUDGE, words("setup-wins-nudge"), words("setup-wins-nudge-yes"), value=wish.nudge
        ),
        EMOJI: fields.text(
            ids.SETUP_WINS_EMOJI,
            words("setup-wins-emoji"),
            MOST_EMOJI,
            wish.emoji,
            hint=words("setup-wins-emoji-hint"),
            optional=True,
        ),
    }
