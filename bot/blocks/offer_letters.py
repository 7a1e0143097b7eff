"""What is said privately about ten minutes with a customer."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids
from bot.blocks.ask_letters import letter
from bot.blocks.drawing import context, header, section
from bot.blocks.forms import button
from bot.blocks.home import Section
from bot.blocks.text import clean, cut, escape, flat, inline, local_time, neutral
from bot.domain.message import Message
from bot.domain.offer import OfferRecord
from bot.locale import Words

MOST = 5
LONGEST_ANSWER = 600


def offered(offer: OfferRecord, words: Words) -> Message:
    """Offer it to who is first in turn."""
    said = words("offer-letter")
    return letter(said, [header(words("offer-title")), section(said), *_what(offer, words), _choice(offer, words)])


def taken(offer: OfferRecord, words: Words) -> Message:
    """Tell who took it all that it takes: the record, the agreement, or the slot and who opened it."""
    said = words("offer-letter-taken")
    foot = context(words("offer-letter-foot"))
    return letter(
        said, [section(said), *_what(offer, words), section(_how(offer, words)), _debrief(offer, words), foot]
    )


def taken_by(offer: OfferRecord, words: Words) -> Message:
    """Tell who opened it who comes."""
    said = words("offer-letter-taken-by", user=f"<@{offer.taken_by}>")
    return letter(said, [section(said), *_what(offer, words)])


def debrief(offer: OfferRecord, words: Words) -> Message:
    """Ask who took it three questions, afterwards."""
    said = words("offer-letter-debrief")
    return letter(
        said, [section(said), *_what(offer, words), _debrief(offer, words), context(words("offer-form-foot"))]
    )


def debriefed(offer: OfferRecord, answers: Sequence[str], words: Words) -> Message:
    """Carry three answers to a curator, without who gave them."""
    said = words("offer-letter-debriefed")
    told: list[Block] = [
        section(f"*{words(name)}*\n{_said(answer)}")
        for name, answer in zip(ids.OFFER_QUESTIONS, answers, strict=True)
        if answer
    ]
    return letter(said, [section(said), *_what(offer, words), *told])


def gone(words: Words) -> Message:
    """Say to who declined that the next is asked."""
    said = words("offer-letter-declined")
    return letter(said, [section(said)])


def at_home(turns: Sequence[OfferRecord], taken_ones: Sequence[OfferRecord], words: Words) -> list[Section]:
    """What App Home shows somebody of offers."""
    blocks: list[Block] = []
    for offer in turns[:MOST]:
        blocks += [*_what(offer, words), _choice(offer, words)]
    for offer in taken_ones[:MOST]:
        blocks += [*_what(offer, words), section(_how(offer, words)), _debrief(offer, words)]
    left = len(turns) + len(taken_ones) - len(turns[:MOST]) - len(taken_ones[:MOST])
    if left:
        blocks.append(context(words("list-more", count=left)))
    return [Section(words("offer-title"), blocks)] if blocks else []


def _what(offer: OfferRecord, words: Words) -> list[Block]:
    theme = inline(offer.theme or "", 60) or "…"
    return [section(f"*{words(f'offer-{offer.kind.value}', theme=theme)}*")]


def _how(offer: OfferRecord, words: Words) -> str:
    record = inline(offer.record, 120)
    if offer.slot_at is not None:
        moment = local_time(offer.slot_at, words)
        return words("offer-how-listen", user=f"<@{offer.opened_by}>", moment=moment, record=record)
    day = words.day(offer.agreed_on) if offer.agreed_on else ""
    return words("offer-how-call", record=record, day=day, how=inline(offer.agreed_how or "", 300))


def _choice(offer: OfferRecord, words: Words) -> ActionsBlock:
    take = button(ids.OFFER_TAKE, words("offer-take"), str(offer.id), style="primary")
    return ActionsBlock(elements=[take, button(ids.OFFER_DECLINE, words("offer-decline"), str(offer.id))])


def _debrief(offer: OfferRecord, words: Words) -> ActionsBlock:
    return ActionsBlock(elements=[button(ids.OFFER_DEBRIEF, words("offer-debrief"), str(offer.id))])


def _said(text: str) -> str:
    return cut(escape(neutral(flat(clean(text)))), LONGEST_ANSWER * 3)
