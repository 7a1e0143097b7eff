"""A story as others meet it: who is in it as each has agreed, what happened, in whose words."""

from collections.abc import Mapping
from dataclasses import replace

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids, reading
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import button
from bot.blocks.limits import check
from bot.blocks.text import clean, cut, escape, flat, inline, neutral, quote
from bot.domain.digest import WinStory
from bot.domain.message import Message
from bot.domain.story import fill, mask, spoken
from bot.domain.win import Choice, CustomerWords, Person, Win, WinKind, WinState
from bot.locale import Words

LONGEST_TOLD = 2_800
LONGEST_ANSWER = 1_450
"""Characters of a part as shown, escaped: the four answers of a bold try and the customer's words are one message."""


def celebration(win: Win, words: Words) -> Message:
    """The story for everybody: nobody in it stands there otherwise than they agreed to."""
    shown = agreed(win, words)
    blocks: list[Block] = [header(words(f"win-title-{win.kind.value}")), *story(win, shown, words)]
    blocks.append(context(words("win-celebration-foot", asked=asked(win))))
    if asked(win) != "nobody":
        blocks.append(ActionsBlock(elements=[button(ids.WIN_THANK, words("win-thank"), str(win.id))]))
    text = f"{words(f'win-title-{win.kind.value}')}: {_who(win, shown, words)}. {excerpt(win, words, 300)}"
    return _message(text, blocks)


def taken_out(words: Words) -> Message:
    """What stands where a story was that somebody in it took back."""
    return _message(words("win-taken-out"), [context(words("win-taken-out"))])


def story(win: Win, shown: Mapping[int, str], words: Words) -> list[Block]:
    """Who, what happened and the customer's words, with people as *shown* says."""
    most = LONGEST_ANSWER if win.kind is WinKind.BOLD else LONGEST_TOLD
    parts = [_told(filled(part, win, shown, words), most) for part in win.parts]
    if win.kind is WinKind.BOLD:
        asked = [f"*{escape(words(f'win-bold-{index}'))}*\n{part}" for index, part in enumerate(parts, 1)]
        told = [section(text) for text in asked]
    else:
        told = [section(part) for part in parts]
    return [context(f"*{inline(_who(win, shown, words), 900)}*"), *told, *_said(said_in(win, shown, words), words)]


def told(win: Win, words: Words) -> WinStory:
    """The story as a digest keeps it: people as they agreed, nothing left to fill in."""
    shown = agreed(win, words)
    said = said_in(win, shown, words)
    return WinStory(
        win=win.id,
        kind=win.kind.value,
        who=_who(win, shown, words),
        parts=tuple(filled(part, win, shown, words) for part in win.parts),
        words=None if said is None else said.text,
        record=None if said is None else said.record,
        taken_out=win.state is not WinState.CELEBRATED and win.post is not None,
    )


def agreed(win: Win, words: Words) -> dict[int, str]:
    """How each place of *win* is shown to everybody: by name only who said so, to this very text."""
    return {person.place: _as_agreed(win, person, words) for person in win.people}


def known(win: Win, words: Words) -> dict[int, str]:
    """How each place is shown to those who know whom it is about: tellers and curators."""
    return {person.place: person.name or words("win-colleague") for person in win.people}


def to_one(win: Win, person: Person, words: Words) -> dict[int, str]:
    """How each place is shown to *person*, who knows that they are in it: the others unnamed, as a letter stays."""
    nobody = words("win-colleague")
    return {each.place: nobody for each in win.people} | {person.place: person.name or nobody}


def asked(win: Win) -> str:
    """Who of *win* could be asked, as the catalogue wants to know it: ``all``, ``some``, or ``nobody``."""
    if not win.out_of_reach:
        return "all"
    return "some" if len(win.out_of_reach) < len(win.people) else "nobody"


def filled(text: str, win: Win, shown: Mapping[int, str], words: Words) -> str:
    """*text* of *win* with people as *shown*, also where one who is not named owns something."""
    genitives = {words("win-colleague"): words("win-colleague-owns")}
    if win.team is not None:
        genitives[words("win-team", team=win.team.name)] = words("win-team-owns", team=win.team.name)
    return fill(text, shown, words("win-colleague"), genitives)


def excerpt(win: Win, words: Words, most: int) -> str:
    """The beginning of the story on one line, people as they agreed; not escaped yet."""
    text = filled(" ".join(win.parts), win, agreed(win, words), words)
    return cut(flat(clean(text)), most)


def _as_agreed(win: Win, person: Person, words: Words) -> str:
    if person.agreed == win.version and person.choice is Choice.NAME and person.name:
        return person.name
    if person.agreed == win.version and person.choice is Choice.TEAM and win.team and win.may_name_team(person):
        return words("win-team", team=win.team.name)
    return words("win-colleague")


def _who(win: Win, shown: Mapping[int, str], words: Words) -> str:
    """Everybody once; several colleagues are "colleagues": no number gives a small group away."""
    everybody = [shown[person.place] for person in win.people]
    nobody = words("win-colleague")
    named = list(dict.fromkeys(name for name in everybody if name != nobody))
    unnamed = everybody.count(nobody)
    rest = [] if not unnamed else [nobody] if unnamed == 1 else [words("win-colleagues")]
    listed = words.listed([*named, *rest])
    return listed[:1].upper() + listed[1:]


def said_in(win: Win, shown: Mapping[int, str], words: Words) -> CustomerWords | None:
    """The customer's words, people as *shown*. A quote is exact, so one that names somebody who is not is left out."""
    said = win.words
    if said is None:
        return None
    if said.record is None:
        return replace(said, text=filled(said.text, win, shown, words))
    hidden = {each.place: spoken(each.name or "") for each in win.people if shown[each.place] != each.name}
    return said if hidden.keys().isdisjoint(said.named) and mask(said.text, {}, hidden) == said.text else None


def _said(said: CustomerWords | None, words: Words) -> list[Block]:
    if said is None:
        return []
    if said.record is None:
        return [context(words("win-as-told", said=inline(said.text, 1_500)))]
    source = inline(reading.source_name(said.record.source), 60)
    return [section(quote(f"“{said.text}”", 1_500)), context(words("win-quoted", source=source))]


def _told(text: str, most: int) -> str:
    """What somebody wrote, as mrkdwn that pings no one and links nowhere."""
    return cut(escape(neutral(clean(text))), most) or "…"


def _message(text: str, blocks: list[Block]) -> Message:
    message = Message(text=cut(escape(neutral(text)), 2_900), blocks=as_json(blocks))
    check(message)
    return message
