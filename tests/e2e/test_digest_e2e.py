"""The weekly digest in a Slack that can be looked at: asked for, drafted, approved, posted."""

from tests.e2e.drafts import draft, published
from tests.e2e.local_slack import LEAD, PEOPLE
from tests.e2e.office import Office, shown
from tests.e2e.screen import Screen
from tests.running import voxpop


def test_help_says_what_there_is(office: Office) -> None:
    told = office.type("U0ANNA", "help")
    assert office.say("`/voice preview`", "`/voice vorschau`") in told


def test_curators_have_the_draft_before_them(screen: Screen) -> None:
    office, letter = screen.office, draft(screen.office)
    screen.sit_down("U0CORA")
    screen.go(PEOPLE["U0CORA"])
    screen.top(letter["ts"])
    screen.reads_in_view(office.say("Draft: Voice of the customer, week", "Entwurf: Stimme der Kunden, KW"))
    able = (("Approve", "Freigeben"), ("Hold", "Anhalten"), ("Send now", "Jetzt senden"))
    screen.reads(*(office.say(*each) for each in able), office.say("What would you change?", "Was soll anders sein?"))
    screen.keep("draft")


def test_a_draft_is_approved_and_posted_once(office: Office) -> None:
    assert office.say("Voice of the week", "Stimme der Woche") in shown(draft(office))
    top, *thread = published(office)
    assert {reply["thread_ts"] for reply in thread} == {top["ts"]}
    assert office.say("Unedited.", "Unbearbeitet.") in shown(top)
    done = voxpop(
        "digest", "post", database_url=office.voxpop.database_url, slack=office.slack, folder=office.voxpop.folder,
        digest_channel=LEAD, digest_language=office.language, **office.schedule,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert office.posted(LEAD) == [top, *thread]


def test_a_preview_is_for_the_one_who_asked(office: Office) -> None:
    before = len(office.posted(LEAD))
    asked = office.type("U0LEA", "preview")
    assert office.say("is being made", "wird gerade erstellt") in asked
    office.wait(lambda: len(office.whispers("U0LEA")) > 1, "shown", 120)
    assert len(office.posted(LEAD)) == before
