"""App Home: what is asked of somebody, with its buttons."""

from collections.abc import Collection, Mapping, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import reading
from bot.blocks.ask_letters import about, answers, choice, ends, promise
from bot.blocks.drawing import context
from bot.blocks.home import Section
from bot.blocks.text import inline
from bot.domain.ask import AskRecord, AskState
from bot.locale import Words

MOST = 8


def open_asks(
    asks: Sequence[AskRecord], titles: Mapping[str, str], overdue: Collection[int], user: str, words: Words
) -> list[Section]:
    """What waits for *user*, the newest first; nothing for who is asked nothing. *overdue* are their numbers.

    *titles* of editions, by their names, tell questions of several apart.
    """
    if not asks:
        return []
    blocks: list[Block] = []
    several = len({ask.edition for ask in asks}) > 1
    for ask in asks[:MOST]:
        if several and ask.edition in titles:
            blocks.append(context(inline(reading.named(titles[ask.edition], words), 80)))
        if user == ask.deputy:
            blocks.append(context(words("ask-home-deputy", user=f"<@{ask.owner}>")))
        blocks += _one(ask, user, words, late=ask.id in overdue)
    if len(asks) > MOST:
        blocks.append(context(words("list-more", count=len(asks) - MOST)))
    return [Section(words("ask-home"), blocks)]


def _one(ask: AskRecord, user: str, words: Words, *, late: bool) -> list[Block]:
    drawn: list[Block] = [*about(ask, words)]
    if ask.state is AskState.TAKEN:
        key = "ask-home-overdue" if late else "ask-home-due"
        drawn += promise(ask, words(key, day=words.day(ask.due) if ask.due else ""), words)
    return [*drawn, _buttons(ask, user, words)]


def _buttons(ask: AskRecord, user: str, words: Words) -> ActionsBlock:
    if ask.state is AskState.TAKEN:
        return ends(ask, words)
    return choice(ask, words) if ask.waits_for == user else answers(ask, user, words)
