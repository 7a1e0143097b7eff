"""The one ask, in a Slack that can be looked at: refused to others, taken by its owner, told in the digest, kept."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.blocks import ids
from bot.locale import Words
from tests.e2e.asked import LATE, MOVED
from tests.e2e.drafts import published
from tests.e2e.leaders import NEW_DAY, move_on
from tests.e2e.local_slack import LEAD
from tests.e2e.office import Office, find, has, shown

LINE = "Every visit is confirmed by telephone the day before."
DONE = "The second shift packs since Saturday."


@pytest.mark.parametrize("answer", [ids.ASK_TAKE, ids.ASK_HAND_ON, ids.ASK_NOT_NOW])
def test_who_was_not_asked_gets_a_friendly_private_line(office: Office, answer: str) -> None:
    top = published(office)[0]
    if not has(top, answer):
        pytest.skip("it is answered")
    said = office.refused("U0ANNA", top, answer)
    assert office.say("Thank you for wanting to help", "Danke für die Hilfsbereitschaft") in said
    assert office.form() is None


def test_an_ask_is_taken_by_its_owner_alone_and_the_digest_says_so(office: Office) -> None:
    top = published(office)[0]
    assert office.say("One ask", "Eine Bitte") in shown(top)
    assert "Delivery" in shown(top)
    number = find(top, "ask-take")["value"]
    mine = [each for each in office.letters("U0LEA") if has(each, "ask-take")]
    (letter,) = [each for each in mine if find(each, "ask-take")["value"] == number]
    office.press("U0LEA", letter, "ask-take")
    office.wait(office.form, "open")
    due = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}"
    assert office.fill("U0LEA", ask_due=due, ask_kind="process", ask_line=LINE) == {}
    office.slack.close_form("U0LEA")
    said = office.say(f"Taken on: {LINE} (process, by", f"Übernommen: {LINE} (Ablauf, bis")
    office.wait(lambda: said in shown(office.posted(LEAD)[0]), "answered")
    assert "U0LEA" not in shown(office.posted(LEAD)[0])


def test_what_is_late_or_moved_is_told_in_the_digest_by_area_and_never_by_person(office: Office) -> None:
    move_on(office)
    title = office.say("*Last week we said*", "*Was zugesagt war*")
    (ledger,) = [block["text"]["text"] for block in published(office)[0]["blocks"] if title in str(block.get("text"))]
    new_day = Words(office.language).short_day(NEW_DAY)
    assert f"{office.say('Moved to', 'Verschoben auf')} {new_day}* · {MOVED.area}: {MOVED.taken}" in ledger
    assert office.say("*Overdue since", "*Überfällig seit") in ledger
    assert f"* · {LATE.area}: {LATE.taken}" in ledger
    assert "U0LEA" not in ledger
    assert "Lea" not in ledger


def test_what_was_done_reaches_curators_with_links_to_who_spoke_of_it(office: Office) -> None:
    published(office)
    office.press("U0LEA", office.letter("U0LEA", "ask-done", about=LATE.sentence), "ask-done")
    assert office.say("What was done?", "Was ist geschehen?") in shown(office.wait(office.form, "open"))
    assert office.fill("U0LEA", ask_line=DONE) == {}
    office.slack.close_form("U0LEA")
    office.told("U0LEA", office.say("Kept. The next digest says so", "Gehalten. Der nächste Digest sagt es"), DONE)
    kept = office.say(f"Kept, by {LATE.area}. Customers who", f"Gehalten, durch {LATE.area}. Wer davon")
    for curator in ("U0CORA", "U0CARL"):
        letter = shown(office.told(curator, kept))
        assert DONE in letter
        assert letter.count("• ") > 1, "a line for each conversation"
        assert "U0LEA" not in letter
