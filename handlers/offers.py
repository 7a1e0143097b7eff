"""Ten minutes with a customer: recorded, taken, declined, spoken of."""

from slack_bolt import Ack

from bot.blocks import ids, offer_letters
from bot.blocks.forms import meta_of
from bot.blocks.offer_form import (
    chosen_kind,
    debrief_form,
    is_free,
    offer_form,
    read_agreed_on,
    read_debrief,
    read_slot,
    read_texts,
    thanks_form,
)
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.offers.desk import Offers
from bot.services.offers.recording import Offered
from bot.slack import Slack
from handlers.answering import Answer
from handlers.listeners import Listeners
from handlers.requests import Body


def offer(ack: Ack, command: Body, slack: Slack, words: Words) -> None:
    """Open the form to offer a contact."""
    ack()
    slack.open_form(command["trigger_id"], offer_form(words))


def change_kind(ack: Ack, body: Body, slack: Slack, words: Words) -> None:
    """Draw the form anew with the fields of the kind that was chosen."""
    ack()
    view = body["view"]
    slack.update_form(view["id"], offer_form(words, chosen_kind(view), read_texts(view)), seen=view["hash"])


def record(ack: Ack, body: Body, view: Body, offers: Offers, words: Words, clock: Clock) -> None:
    """Take the offer in."""
    texts = read_texts(view)
    offered = Offered(
        kind=chosen_kind(view),
        about=texts[ids.OFFER_ABOUT],
        link=texts[ids.OFFER_RECORD],
        agreed_on=read_agreed_on(view),
        agreed_how=texts[ids.OFFER_AGREED_HOW] or None,
        slot_at=read_slot(view),
        freely=is_free(view),
    )
    offers.recording.record(view["id"], body["user"]["id"], offered, clock())
    ack(response_action="update", view=thanks_form(view["callback_id"], words))
    offers.carry_on(clock())


def take(ack: Ack, body: Body, action: Body, offers: Offers, words: Words, clock: Clock, answer: Answer) -> None:
    """Give the offer to who pressed; what it takes comes privately."""
    taken = offers.taking.take(int(action["value"]), body["user"]["id"], clock())
    ack()
    answer(offer_letters.taken(taken, words))
    offers.carry_on(clock())


def decline(ack: Ack, body: Body, action: Body, offers: Offers, words: Words, clock: Clock, answer: Answer) -> None:
    """Let the next in turn be asked."""
    offers.taking.decline(int(action["value"]), body["user"]["id"], clock())
    ack()
    answer(offer_letters.gone(words))
    offers.carry_on(clock())


def speak(ack: Ack, body: Body, action: Body, slack: Slack, offers: Offers, words: Words) -> None:
    """Open the three questions."""
    ack()
    found = offers.taking.see(int(action["value"]), body["user"]["id"])
    slack.open_form(body["trigger_id"], debrief_form(found, words))


def debrief(ack: Ack, body: Body, view: Body, offers: Offers, words: Words, clock: Clock) -> None:
    """Carry the three answers to the curators."""
    offers.taking.debrief(int(meta_of(view)["offer"]), body["user"]["id"], read_debrief(view), clock())
    ack(response_action="update", view=thanks_form(view["callback_id"], words))
    offers.carry_on(clock())


LISTENERS = Listeners(
    words={"offer": offer, "angebot": offer},
    actions={
        ids.OFFER_KIND: change_kind,
        ids.OFFER_TAKE: take,
        ids.OFFER_DECLINE: decline,
        ids.OFFER_DEBRIEF: speak,
    },
    views={ids.OFFER_FORM: record, ids.OFFER_DEBRIEF_FORM: debrief},
)
"""What is answered here."""
