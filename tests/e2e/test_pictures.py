"""Pictures of what people see, in build/e2e: for a person to look at. What must be read on each is asserted, too."""

import pytest

from tests.e2e.drafts import published
from tests.e2e.local_slack import PEOPLE
from tests.e2e.screen import Screen
from tests.e2e.stories import nominate

TOLD = "Ben carried the new bicycle up to the fourth floor, although the lift was the customer's to mend."


def test_the_digest_and_its_thread(screen: Screen) -> None:
    office, top = screen.office, published(screen.office)[0]
    verdict = next(block["text"]["text"] for block in top["blocks"] if block["type"] == "section").strip("*")
    screen.go("#leadership")
    screen.top(top["ts"])
    screen.reads_in_view(verdict)
    screen.reads(office.say("Voice of the week", "Stimme der Woche"), office.say("One ask", "Eine Bitte"))
    screen.keep("digest")
    screen.open_thread()
    screen.reads("Thread", office.say("How this digest was made", "Wie dieser Digest entstand"))
    screen.keep("digest-thread")


def test_the_form_of_a_win(screen: Screen) -> None:
    screen.sit_down("U0ANNA")
    screen.office.open("U0ANNA", "Ben carried the bicycle up to the fourth floor.")
    labels = (
        ("Nominate a win", "Glanzleistung melden"),
        ("What is it?", "Was ist es?"),
        ("Who?", "Wer?"),
        ("What happened?", "Was ist passiert?"),
        ("What did the customer say?", "Was hat der Kunde gesagt?"),
    )
    screen.reads(*(screen.office.say(*each) for each in labels))
    screen.keep("win-form")
    screen.office.slack.close_form("U0ANNA")


def test_what_the_people_in_a_story_and_curators_are_asked(screen: Screen) -> None:
    office = screen.office
    nominate(office, TOLD)
    office.letter("U0CORA", "win-approve")
    asked = ("How do you want to appear?", "Wie möchten Sie erscheinen?")
    for user, name, said in (("U0BEN", "win-question", asked), ("U0CORA", "win-review", ("Approve", "Freigeben"))):
        screen.sit_down(user)
        screen.go(PEOPLE[user])
        screen.reads(office.say(*said), TOLD.partition(" ")[2])
        screen.keep(name)


STORIES = ("Your stories", "Ihre Geschichten")
TITLES = {
    "U0ANNA": (STORIES,),
    "U0CORA": (STORIES, ("Posted lately", "Zuletzt gepostet")),
    "U0LEA": (STORIES, ("Asked of you", "An Sie gerichtet"), ("Administration", "Verwaltung")),
}


@pytest.mark.parametrize("user", TITLES)
def test_app_home(screen: Screen, user: str) -> None:
    office = screen.office
    published(office)
    office.home(user)
    screen.sit_down(user)
    screen.go("🏠 voxpop")
    hello = ("What customers really said", "Was Kundinnen und Kunden wirklich gesagt haben")
    screen.reads(*(office.say(*each) for each in (hello, *TITLES[user])))
    screen.keep(f"home-{user[2:].lower()}")


def test_the_settings(screen: Screen) -> None:
    office = screen.office
    screen.sit_down("U0LEA")
    office.open("U0LEA", "setup", "/voice")
    office.wait(lambda: "setup-page-" in str(office.form()), "filled in")
    pages = (
        ("Editions", "Ausgaben"),
        ("Curators, admins, observers", "Redaktion, Admins, Beobachter"),
        ("Areas and leaders", "Bereiche und Leitung"),
        ("Service wins", "Glanzleistungen"),
        ("Audit log", "Protokoll"),
    )
    screen.reads(*(office.say(*each) for each in pages))
    screen.keep("setup")
    office.click("U0LEA", "setup-page-editions")
    office.click("U0LEA", "setup-edition-new")
    labels = (("New edition", "Neue Ausgabe"), ("Title", "Titel"), ("Channel", "Kanal"), ("Time zone", "Zeitzone"))
    screen.reads(*(office.say(*each) for each in labels))
    screen.keep("setup-edition")
    office.slack.close_form("U0LEA")
