"""Slot 9: ten minutes with a customer, one offer and its button."""

from slack_sdk.models.blocks import ButtonElement, SectionBlock

from bot.blocks import ids, reading
from bot.blocks.drawing import section
from bot.blocks.forms import button
from bot.blocks.text import inline
from bot.domain.digest import Digest, Offer
from bot.domain.reference import to_text
from bot.locale import Words


def offer(digest: Digest, words: Words) -> SectionBlock | None:
    """The offer of the week, with what it takes to use it."""
    if digest.offer is None:
        return None
    opener = _button(digest.offer, words)
    if opener is None:
        return None
    theme = inline(reading.heading(digest.offer.theme), 60)
    block = section(f"*{words('offer-title')}*\n{words(f'offer-{digest.offer.kind}', theme=theme)}")
    block.accessory = opener
    return block


def _button(offered: Offer, words: Words) -> ButtonElement | None:
    about = reading.heading(offered.theme)[:40]
    if offered.kind != "read":
        label = f"{words('offer-take')} ({about})"
        return button(ids.OFFER_TAKE, words("offer-take"), str(offered.number), label=label)
    if offered.record is None:
        return None
    return button(ids.TALK_READ, words("offer-open"), to_text(offered.record), label=f"{words('offer-open')} ({about})")
