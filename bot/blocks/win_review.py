"""What curators see of a story, and the forms in which they and its teller write it anew."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, StaticSelectElement

from bot.blocks import ids
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import Form, button, field, filled_in, form, option, room, sure, writing
from bot.blocks.limits import check
from bot.blocks.text import cut, escape, inline, neutral, quote
from bot.blocks.win_form import MOST_ANSWER, MOST_SAID, MOST_TOLD
from bot.blocks.wins import asked, excerpt, filled, known, story
from bot.domain.digest import Digest
from bot.domain.message import Message
from bot.domain.win import Person, Win, WinKind, WinState
from bot.locale import Words

MOST_SENTENCE = 300
MOST_QUEUED = 6
"""Stories on the first page of a curator."""


def review(win: Win, words: Words) -> Message:
    """Show a curator the story, how far its people are, and what can be decided."""
    said = words("win-review", own="yes" if win.is_own else "no")
    blocks: list[Block] = [
        header(words(f"win-title-{win.kind.value}")),
        section(said),
        *story(win, known(win, words), words),
        context(_standing(win, words)),
        ActionsBlock(elements=_decisions(win, words)),
    ]
    return _message(said, blocks)


def decided(win: Win, words: Words) -> Message:
    """Show the curator who decided what came of it; a celebration can be undone."""
    said = words(f"win-decided-{_outcome(win)}")
    blocks: list[Block] = [section(said), *story(win, known(win, words), words), context(_standing(win, words))]
    if win.state in (WinState.CELEBRATED, WinState.READY):
        blocks.append(ActionsBlock(elements=[_undo(win, words)]))
    elif win.state in (WinState.OPEN, WinState.TAKEN_BACK):
        blocks.append(ActionsBlock(elements=_decisions(win, words)))
    return _message(said, blocks)


def consent_back(win: Win, words: Words) -> Message:
    """Tell the curator who approved that somebody took their consent back: not who, and nobody in it is named."""
    said = words("win-consent-back", was="never" if win.post is None else "posted")
    nobody = dict.fromkeys(known(win, words), words("win-colleague"))
    begin = inline(f"{words(f'win-kind-{win.kind.value}')}: {filled(' '.join(win.parts), win, nobody, words)}", 260)
    return _message(said, [section(said), context(begin)])


def text_form(win: Win, words: Words, *, curator: bool) -> Form:
    """The story's text to be written anew, by its teller or by a curator."""
    named = known(win, words)
    parts = [filled(part, win, named, words) for part in win.parts]
    if win.kind is WinKind.BOLD:
        blocks: list[Block] = [
            field(name, words(f"win-bold-{index}"), room(name, MOST_ANSWER, part))
            for index, (name, part) in enumerate(zip(ids.BOLD_PARTS, parts, strict=True), 1)
        ]
    else:
        blocks = [field(ids.WIN_WHAT, words("win-form-what"), room(ids.WIN_WHAT, MOST_TOLD, parts[0]))]
    if win.words is None or win.words.record is None:
        said = "" if win.words is None else filled(win.words.text, win, named, words)
        told = room(ids.WIN_SAID, MOST_SAID, said)
        blocks.append(
            field(ids.WIN_SAID, words("win-form-said"), told, hint=words("win-text-said-hint"), optional=True)
        )
    blocks.append(context(words("win-text-hint")))
    meta = {"win": win.id, "turn": win.turn if curator else None, "version": win.version}
    return form(ids.WIN_TEXT_FORM, words, "win-edit", blocks, submit="win-text-submit", meta=meta)


def read_text(view: dict[str, object]) -> tuple[list[str], str | None]:
    """The text that was written in the form above, and the customer's words as they were told."""
    told = filled_in(view)
    names = [name for name in (ids.WIN_WHAT, *ids.BOLD_PARTS) if name in told]
    return [told[name] or "" for name in names], told.get(ids.WIN_SAID)


def merge_form(win: Win, others: Sequence[Win], words: Words) -> Form:
    """The other stories that *win* can be put into."""
    meta = {"win": win.id, "turn": win.turn}
    if not others:
        return form(ids.WIN_MERGE_FORM, words, "win-merge", [section(words("win-merge-none"))], meta=meta)
    options = [option(str(other.id), excerpt(other, words, 70)) for other in others[:100]]
    element = StaticSelectElement(action_id=ids.WIN_INTO, options=options)
    chosen = field(ids.WIN_INTO, words("win-merge-into"), element, hint=words("win-merge-hint"))
    return form(ids.WIN_MERGE_FORM, words, "win-merge", [chosen], submit="win-merge-submit", meta=meta)


def thank_form(number: int, words: Words) -> Form:
    """One sentence of thanks to the people in a story."""
    element = writing(ids.WIN_SENTENCE, MOST_SENTENCE, None)
    sentence = field(ids.WIN_SENTENCE, words("win-thank-label"), element, hint=words("win-thank-hint"))
    return form(ids.WIN_THANK_FORM, words, "win-thank", [sentence], submit="win-thank-submit", meta={"win": number})


def proposals(digest: Digest, words: Words) -> Message:
    """Propose the praise of a week to a curator, each voice with a button to make a win of it."""
    blocks: list[Block] = [header(words("win-praise")), section(words("win-praise-what"))]
    for number, praise in enumerate(digest.praise, 1):
        blocks.append(section(quote(praise.text, 900)))
        make = button(ids.WIN_OPEN, words("win-praise-make"), f"record:{praise.record.external_id}"[:2000])
        make.accessibility_label = words("win-praise-make-this", number=number)
        blocks.append(ActionsBlock(elements=[make]))
    return _message(words("win-praise-what"), blocks)


def queue(wins: Sequence[Win], words: Words) -> list[Block]:
    """The stories that wait: for a curator, for their people, for the digest; with what can be decided about each."""
    blocks: list[Block] = []
    for win in wins[:MOST_QUEUED]:
        begin = inline(f"{words(f'win-kind-{win.kind.value}')}: {excerpt(win, words, 140)}", 260)
        is_decided = win.approved == win.version or win.state is WinState.READY
        stands = " · ".join([*([words(f"win-decided-{_outcome(win)}")] if is_decided else []), _standing(win, words)])
        able = [_undo(win, words)] if win.state is WinState.READY else _decisions(win, words)
        blocks += [section(f"{begin}\n{stands}"), ActionsBlock(elements=able)]
    if len(wins) > MOST_QUEUED:
        blocks.append(context(words("list-more", count=len(wins) - MOST_QUEUED)))
    return blocks


def _undo(win: Win, words: Words) -> ButtonElement:
    undo = button(ids.WIN_TAKE_BACK, words("win-take-back"), f"{win.id}.{win.turn}", style="danger")
    ask = "win-take-back-sure-ready" if win.state is WinState.READY else "win-take-back-sure"
    return sure(undo, words, "win-take-back", ask)


def _decisions(win: Win, words: Words) -> list[ButtonElement]:
    seen = f"{win.id}.{win.turn}"
    keep = button(ids.WIN_KEEP, words("win-keep"), seen)
    approve = button(ids.WIN_APPROVE, words("win-approve"), f"{seen}.{win.version}", style="primary")
    return [
        *([] if win.approved == win.version else [approve]),
        button(ids.WIN_CURATE, words("win-edit"), seen),
        button(ids.WIN_MERGE, words("win-merge"), seen),
        sure(keep, words, "win-keep", "win-keep-sure"),
    ]


def _standing(win: Win, words: Words) -> str:
    """Who has agreed, who is waited for, and who could not be asked, for curators alone."""
    if win.is_refused:
        return words("win-standing-private")
    said = words("win-standing-agreed", asked=asked(win))
    if win.waiting_for:
        said = words("win-standing-waiting", names=_listed(win.waiting_for, words))
    if not win.out_of_reach:
        return cut(said, 900)
    unasked = words("win-standing-unasked", names=_listed(win.out_of_reach, words))
    return f"{cut(said, 450)}\n{cut(unasked, 450)}"


def _listed(people: Sequence[Person], words: Words) -> str:
    return words.listed([inline(person.name or words("win-colleague"), 80) for person in people])


def _outcome(win: Win) -> str:
    if win.state is WinState.OPEN:
        return "approved"
    return win.state.value.replace("_", "-")


def _message(text: str, blocks: Sequence[Block]) -> Message:
    spoken = text.replace("*", "")
    message = Message(text=cut(escape(neutral(spoken)), 2_900), blocks=as_json(blocks))
    check(message)
    return message
