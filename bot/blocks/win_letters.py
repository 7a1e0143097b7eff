"""What the people in a story, and those who told it, are told privately."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.blocks import ids
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import button, sure
from bot.blocks.limits import check
from bot.blocks.text import cut, escape, inline, neutral
from bot.blocks.wins import excerpt, known, story, to_one
from bot.domain.message import Message
from bot.domain.win import Choice, Person, Win, WinState
from bot.locale import Words

MOST_LISTED = 8


def question(win: Win, person: Person, words: Words, *, again: bool = False) -> Message:
    """Show *person* the final text and ask how they want to appear; *again* is the one reminder."""
    opening = words("win-ask-again" if again else "win-ask")
    blocks: list[Block] = [
        header(words(f"win-title-{win.kind.value}")),
        section(opening),
        *story(win, to_one(win, person, words), words),
        _choices(win, person, words),
        context(words("win-ask-foot")),
    ]
    return _message(opening, blocks)


def answered(win: Win, person: Person, words: Words) -> Message:
    """Say what *person* chose and what comes of it; they may choose otherwise at any time."""
    chosen = person.choice or Choice.PRIVATE
    out = win.state is WinState.PRIVATE and win.post is not None
    private = "out" if out else "private" if win.is_refused else "waits"
    state = "shown" if win.state is WinState.CELEBRATED else private
    said = words("win-answered", choice=words(f"win-choice-{chosen.value}"), state=state)
    blocks: list[Block] = [section(said), *story(win, to_one(win, person, words), words)]
    if not out:
        blocks += [_choices(win, person, words), context(words("win-ask-foot"))]
    return _message(said, blocks)


def outcome(win: Win, user: str, words: Words, channel: str | None) -> Message:
    """Tell *user*, who told the story or is in it, what became of it: to who is in it, letters name nobody."""
    where = "digest" if win.is_in_digest else "channel"
    key = f"win-outcome-{win.state.value.replace('_', '-')}"
    was = "never" if win.post is None else "posted"
    said = words(key, where=where, was=was, channel=f"<#{channel}>" if channel else "")
    about = _begin(win, words) if user in win.tellers else _kind(win, words)
    return _message(said, [section(said), context(about)])


def text_changed(win: Win, words: Words) -> Message:
    """Show those who told the story that a curator edited it lightly."""
    said = words("win-edited")
    return _message(said, [section(said), *story(win, known(win, words), words)])


def thank_you(win: Win, sender: str, sentence: str, words: Words) -> Message:
    """One person's thanks to the people in a story; it names none of them, as it stays when a name is taken back."""
    said = words("win-thanks-from", name=inline(sender, 80))
    told = cut(escape(neutral(sentence)), 1_000)
    return _message(f"{said} {told}", [section(f"{said}\n{told}"), context(_kind(win, words))])


def mine(wins: Sequence[Win], user: str, words: Words) -> Message:
    """List the stories that *user* told or is in, with what can still be done about each."""
    if not wins:
        return Message(text=words("win-mine-none"))
    return _message(words("win-mine"), [header(words("win-mine")), *listed(wins, user, words)])


def listed(wins: Sequence[Win], user: str, words: Words) -> list[Block]:
    """The stories themselves, each with its state and what *user* can still do about it."""
    blocks: list[Block] = []
    for win in wins[:MOST_LISTED]:
        stands = words(f"win-state-{win.state.value.replace('_', '-')}")
        blocks.append(section(f"*{stands}* · {_about(win, user, words)}"))
        actions = _possible(win, user, words)
        if actions:
            blocks.append(ActionsBlock(elements=list(actions)))
    if len(wins) > MOST_LISTED:
        blocks.append(context(words("list-more", count=len(wins) - MOST_LISTED)))
    return blocks


def help_text(words: Words) -> Message:
    """List what /win can do."""
    return Message(text=words("win-help"))


def invitation(words: Words) -> Message:
    """The Wednesday nudge: an invitation to nominate, with the form one click away."""
    said = words("win-nudge")
    return _message(said, [section(said), ActionsBlock(elements=[_open(words)])])


def offer(words: Words, channel: str, ts: str) -> Message:
    """Offer the form to the person who reacted to the message at *ts*."""
    said = words("win-offer")
    return _message(said, [section(said), ActionsBlock(elements=[_open(words, f"{channel}:{ts}")])])


def bold_quiet(words: Words) -> Message:
    """Tell curators that no leader has told of a bold try for weeks."""
    return Message(text=words("win-bold-quiet"))


def _open(words: Words, value: str = "new") -> ButtonElement:
    return button(ids.WIN_OPEN, words("win-open"), value, style="primary")


def _choices(win: Win, person: Person, words: Words) -> Block:
    value = f"{win.id}.{win.version}"
    able = [choice for choice in Choice if choice is not Choice.TEAM or win.may_name_team(person)]
    buttons = [
        button(f"{ids.WIN_CHOICE}-{choice.value}", words(f"win-choice-{choice.value}"), value) for choice in able
    ]
    return ActionsBlock(elements=list(buttons))


def _possible(win: Win, user: str, words: Words) -> list[ButtonElement]:
    """What *user* can still do about *win*."""
    found: list[ButtonElement] = []
    own = win.nominator == user
    if own and win.state in (WinState.OPEN, WinState.READY):
        found.append(button(ids.WIN_EDIT, words("win-edit"), f"{win.id}"))
    if own and win.state in (WinState.OPEN, WinState.READY, WinState.TAKEN_BACK):
        ask = button(ids.WIN_WITHDRAW, words("win-withdraw"), f"{win.id}", style="danger")
        found.append(sure(ask, words, "win-withdraw", "win-withdraw-sure"))
    person = win.person(user)
    in_force = win.state in (WinState.OPEN, WinState.READY, WinState.CELEBRATED)
    if person is not None and in_force and person.has_seen(win.version):
        value = f"{win.id}.{win.version}"
        found += [
            button(f"{ids.WIN_CHOICE}-{choice.value}", words(f"win-choice-{choice.value}"), value)
            for choice in Choice
            if choice is not person.choice and (choice is not Choice.TEAM or win.may_name_team(person))
        ]
    return found


def _about(win: Win, user: str, words: Words) -> str:
    """How the story begins, for who told it or was shown it: as typed just now it may name the others in it."""
    person = win.person(user)
    shown = user in win.tellers or (person is not None and person.has_seen(win.version))
    return _begin(win, words) if shown else _kind(win, words)


def _kind(win: Win, words: Words) -> str:
    return words(f"win-kind-{win.kind.value}")


def _begin(win: Win, words: Words) -> str:
    return inline(f"{_kind(win, words)}: {excerpt(win, words, 140)}", 260)


def _message(text: str, blocks: Sequence[Block]) -> Message:
    """*text* is what a notification shows: mrkdwn, in which the words of others are escaped already."""
    message = Message(text=cut(text.replace("*", ""), 2_900), blocks=as_json(blocks))
    check(message)
    return message
