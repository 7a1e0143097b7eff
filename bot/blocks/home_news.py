"""When the next edition comes, and what the last one said."""

from datetime import datetime

from slack_sdk.models.blocks import Block

from bot.blocks import reading
from bot.blocks.drawing import context, section
from bot.blocks.text import inline, local_time
from bot.blocks.verdict import verdict
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.locale import Words


def news(edition: Edition, due: datetime, last: Digest | None, words: Words) -> list[Block]:
    """Tell of *edition*: where and when its next digest comes, and the verdict of the *last* one, in its language.

    One that cannot be posted now, or that curators alone see at first, has no time that a reader could wait for.
    """
    channel = f"<#{edition.channel}>" if edition.channel else ""
    moment = local_time(due.astimezone(edition.zone), words)
    title = inline(reading.named(edition.title, words), 80)
    key = "home-off" if edition.off is not None else "home-shadow" if edition.shadow_weeks else "home-next"
    blocks: list[Block] = [section(words(key, title=title, channel=channel, moment=moment))]
    if last is not None:
        week = reading.week_label(last, words)
        said = inline(verdict(last, Words(last.language)), 300)
        blocks.append(section(words("home-last", week=week, verdict=said)))
    else:
        blocks.append(context(words("home-none-yet")))
    return blocks


def further(count: int, words: Words) -> list[Block]:
    """Say that there are *count* editions more."""
    return [context(words("home-editions-more", count=count))]


def nothing(words: Words) -> list[Block]:
    """Say that no edition can be seen by this person."""
    return [section(words("home-no-edition"))]
