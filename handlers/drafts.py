"""The curators' draft: decided, edited slot by slot, previewed."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.draft_forms import (
    edit_form,
    hold_form,
    merge_form,
    offer_form,
    read_edits,
    read_why,
    rename_form,
    reword_form,
    swap_form,
    verbatims_form,
)
from bot.blocks.forms import Form, meta_of
from bot.blocks.pack import pack
from bot.blocks.voice import MOST_ANSWERS
from bot.domain.digest import Digest, Slot
from bot.domain.draft import Draft, DropDraw, DropNumbers, DropTheme, DropVoice, DropWin, Edit, HoldTheme, SetOffer
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.drafts.desk import Drafts
from bot.services.handing import to_messages
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body, numbers


def approve(ack: Ack, body: Body, action: Body, drafts: Drafts, clock: Clock) -> None:
    """Approve the draft as the curator has it before them."""
    number, turn = numbers(action)
    drafts.deciding.approve(number, turn, body["user"]["id"], clock())
    ack()
    drafts.carry_on(clock())


def hold(ack: Ack, body: Body, action: Body, slack: Slack, drafts: Drafts, words: Words, clock: Clock) -> None:
    """Ask why the draft is held."""
    ack()
    number, turn = numbers(action)
    draft, _ = drafts.editing.see(number, turn, body["user"]["id"], clock())
    slack.open_form(body["trigger_id"], hold_form(draft, words))


def held(ack: Ack, body: Body, view: Body, drafts: Drafts, clock: Clock) -> None:
    """Hold the draft."""
    meta = meta_of(view)
    drafts.deciding.hold(meta["draft"], meta["turn"], body["user"]["id"], read_why(view), clock())
    ack()
    drafts.carry_on(clock())


def send(ack: Ack, body: Body, action: Body, drafts: Drafts, clock: Clock) -> None:
    """Post the draft at once."""
    number, turn = numbers(action)
    draft = drafts.issuing.clear(number, turn, body["user"]["id"], clock())
    ack()
    drafts.issuing.send(draft, clock())
    drafts.carry_on(clock())


def take(ack: Ack, body: Body, action: Body, drafts: Drafts, clock: Clock) -> None:
    """Let the others see who has it."""
    number, turn = numbers(action)
    drafts.editing.take(number, turn, body["user"]["id"], clock())
    ack()
    drafts.carry_on(clock())


def undo(ack: Ack, body: Body, action: Body, drafts: Drafts, clock: Clock) -> None:
    """Take the last edit back."""
    number, turn = numbers(action)
    drafts.editing.undo(number, turn, body["user"]["id"], clock())
    ack()
    drafts.carry_on(clock())


def preview(ack: Ack, body: Body, action: Body, slack: Slack, drafts: Drafts, clock: Clock) -> None:
    """Show the draft as edited, thread and all, to the curator who asks alone."""
    ack()
    shown = drafts.editing.preview(numbers(action)[0], body["user"]["id"], clock())
    for message in pack(to_messages(shown), MOST_ANSWERS):
        slack.respond(body["response_url"], message)


def slot(ack: Ack, body: Body, action: Body, slack: Slack, drafts: Drafts, words: Words, clock: Clock) -> None:
    """Open the form for what was chosen in the menu of a slot."""
    ack()
    number, turn, verb, index = action["selected_option"]["value"].split(".")
    draft, shown = drafts.editing.see(int(number), int(turn), body["user"]["id"], clock())
    if verb == "swap":
        form = swap_form(draft, shown, drafts.editing.voices(draft.number, clock()), words)
    else:
        form = _form(draft, shown, verb, int(index), words)
    slack.open_form(body["trigger_id"], form)


def verbatims(ack: Ack, body: Body, action: Body, slack: Slack, drafts: Drafts, words: Words, clock: Clock) -> None:
    """Open the voices of the thread, to take some of them out."""
    ack()
    number, turn = numbers(action)
    draft, shown = drafts.editing.see(number, turn, body["user"]["id"], clock())
    slack.open_form(body["trigger_id"], verbatims_form(draft, shown, words))


def edited(ack: Ack, body: Body, view: Body, drafts: Drafts, clock: Clock) -> None:
    """Make what a form was sent off with, one edit after the other."""
    meta, curator = meta_of(view), body["user"]["id"]
    number, turn = meta["draft"], meta["turn"]
    _, shown = drafts.editing.see(number, turn, curator, clock())
    why = read_why(view)
    for edit in read_edits(view, shown, drafts.editing.voices(number, clock())):
        draft, _ = drafts.editing.edit(number, turn, edit, curator, clock(), why)
        turn = draft.turn
    ack()
    drafts.carry_on(clock())


def _form(draft: Draft, shown: Digest, verb: str, index: int, words: Words) -> Form:
    match verb:
        case "reword":
            return reword_form(draft, shown, words)
        case "rename":
            return rename_form(draft, shown.themes[index], words)
        case "offer":
            return offer_form(draft, shown, words)
        case "merge":
            return merge_form(draft, shown, shown.themes[index], words)
        case _:
            return edit_form(draft, _edit(shown, verb, index), words)


def _edit(shown: Digest, verb: str, index: int) -> Edit:
    """The edit that needs no more than a reason; DeclinedError where what it is about is not there any more."""
    drawn = next((quote for quote in shown.quotes if quote.slot is Slot.BLIND_DRAW), None)
    if verb == "hold":
        return HoldTheme(theme=shown.themes[index].id)
    if verb == "drop-theme":
        return DropTheme(theme=shown.themes[index].id)
    if verb == "drop-voice" and shown.lead is not None:
        return DropVoice(theme=shown.lead)
    if verb == "drop-draw" and drawn is not None:
        return DropDraw(record=drawn.record)
    if verb == "drop-offer":
        return SetOffer(offer=None)
    if verb == "drop-numbers":
        return DropNumbers()
    if verb == "drop-win":
        return DropWin(win=next((story.win for story in shown.wins), None))
    raise DeclinedError("draft-changed")


LISTENERS = Listeners(
    actions={
        ids.DRAFT_APPROVE: approve,
        ids.DRAFT_HOLD: hold,
        ids.DRAFT_SEND: send,
        ids.DRAFT_TAKE: take,
        ids.DRAFT_UNDO: undo,
        ids.DRAFT_PREVIEW: preview,
        ids.DRAFT_SLOT: slot,
        ids.DRAFT_VERBATIMS: verbatims,
    },
    views={
        ids.DRAFT_HOLD_FORM: held,
        **dict.fromkeys(
            (
                ids.DRAFT_EDIT_FORM,
                ids.DRAFT_SWAP_FORM,
                ids.DRAFT_REWORD_FORM,
                ids.DRAFT_RENAME_FORM,
                ids.DRAFT_MERGE_FORM,
                ids.DRAFT_VERBATIMS_FORM,
                ids.DRAFT_OFFER_FORM,
            ),
            edited,
        ),
    },
)
