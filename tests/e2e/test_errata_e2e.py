"""A posted digest is corrected in words, in a Slack that can be looked at: in its thread, and its footer says so."""

from bot.blocks import ids
from tests.e2e.drafts import published
from tests.e2e.local_slack import LEAD
from tests.e2e.office import Office, shown

WRONG = "The number of parcels was that of the week before."


def test_a_curator_corrects_a_digest_in_its_thread(office: Office) -> None:
    top, *thread = published(office)
    form = office.open("U0CORA", office.say("correct", "berichtigen"), "/voice")
    said = office.say(
        "Your sentence is posted in the thread as a correction", "wird im Thread als Berichtigung gepostet"
    )
    assert said in shown(form)
    menu = next(block["element"] for block in form["blocks"] if block.get("block_id") == ids.CORRECT_WHICH)
    (which,) = [each["value"] for each in menu["options"] if each["value"].startswith("default:")]
    assert office.fill("U0CORA", correct_which=which, correct_part="number", correct_sentence=WRONG) == {}
    office.slack.close_form("U0CORA")

    (posted,) = office.wait(lambda: [m for m in office.posted(LEAD) if WRONG in shown(m)], "corrected")
    assert posted["thread_ts"] == top["ts"]
    assert posted["text"].startswith(office.say("Correction: A number:", "Berichtigung: Eine Zahl:"))
    assert office.say("What was posted stays as it was", "Das Gepostete bleibt, wie es war") in shown(posted)
    see = office.say("see the thread", "siehe Thread")
    office.wait(lambda: see in shown(office.posted(LEAD)[0]), "said in the footer")
    now, *after = published(office)
    assert now["blocks"][:-1] == top["blocks"][:-1], "numbers and words stay as they are"
    assert after == [*thread, posted]


def test_nobody_else_corrects(office: Office) -> None:
    published(office)
    said = office.type("U0ANNA", office.say("correct", "berichtigen"))
    assert office.say("Only a curator can correct", "kann nur die Redaktion") in said
    assert office.form() is None
