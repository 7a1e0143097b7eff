"""What admins read about channels, and about people who are gone."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids
from bot.blocks.drawing import as_json, section
from bot.blocks.forms import button, sure
from bot.blocks.limits import check
from bot.blocks.text import cut, inline
from bot.domain.message import Message
from bot.domain.route import SHARED, Route
from bot.locale import Words

_MOST_HELD = 20


def letter(route: Route, words: Words) -> Message:
    """Say what happened to a channel and what to do; or that it is as it should be again."""
    code = route.off or "none"
    said = words("route-letter", channel=f"<#{route.channel}>", code=code)
    return _message(said, [section(said), *([_anyway(route, words)] if code == SHARED else [])])


def please_confirm(route: Route, user: str, words: Words) -> Message:
    """Ask another admin whether to post in a shared channel all the same, as *user* would."""
    said = words("route-asked", channel=f"<#{route.channel}>", user=f"<@{user}>")
    return _message(said, [section(said), _anyway(route, words)])


def _anyway(route: Route, words: Words) -> Block:
    anyway = button(ids.ROUTE_CONFIRM, words("route-confirm"), f"{route.channel}.{route.turn}", style="danger")
    return ActionsBlock(elements=[sure(anyway, words, "route-confirm", "route-confirm-sure")])


def confirmed(channel: str, words: Words, *, done: bool) -> Message:
    """Say that it is posted there all the same, or waits for a second admin, in place of the letter."""
    said = words("route-confirmed" if done else "route-waits", channel=f"<#{channel}>")
    return _message(said, [section(said)])


def moved(old: str, new: str, words: Words) -> Message:
    """Say that the environment names a channel by its former id."""
    said = words("route-moved", channel=f"<#{new}>", old=old, new=new)
    return _message(said, [section(said)])


def leaving(user: str, held: Sequence[tuple[str, str]], words: Words) -> Message:
    """Say what somebody is responsible for who was deactivated, so that somebody else may be."""
    lines = [f"• {words(f'route-held-{what}', name=inline(name, 80))}" for what, name in held[:_MOST_HELD]]
    if len(held) > _MOST_HELD:
        lines.append(f"• {words('list-more', count=len(held) - _MOST_HELD)}")
    said = words("route-left", user=f"<@{user}>")
    return _message(said, [section(cut("\n".join([said, *lines]), 2_900)), section(words("route-left-what"))])


def _message(text: str, blocks: Sequence[Block]) -> Message:
    message = Message(text=text, blocks=as_json(blocks))
    check(message)
    return message
