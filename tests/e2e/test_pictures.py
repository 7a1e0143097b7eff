"""Pictures of what people see, in build/e2e: for a person to look at; each is of what the page really drew."""

import pytest

from tests.e2e.drafts import published
from tests.e2e.local_slack import PEOPLE
from tests.e2e.screen import Screen
from tests.e2e.stories import nominate


def test_the_digest_and_its_thread(screen: Screen) -> None:
    top = published(screen.office)[0]
    screen.go("#leadership")
    screen.top(top["ts"])
    screen.keep("digest")
    screen.open_thread()
    screen.keep("digest-thread")


def test_the_form_of_a_win(screen: Screen) -> None:
    screen.sit_down("U0ANNA")
    screen.office.open("U0ANNA", "Ben carried the bicycle up to the fourth floor.")
    screen.keep("win-form")
    screen.office.slack.close_form("U0ANNA")


def test_what_the_people_in_a_story_and_curators_are_asked(screen: Screen) -> None:
    told = "Ben carried the new bicycle up to the fourth floor, although the lift was the customer's to mend."
    nominate(screen.office, told)
    screen.office.letter("U0CORA", "win-approve")
    for user, name in (("U0BEN", "win-question"), ("U0CORA", "win-review")):
        screen.sit_down(user)
        screen.go(PEOPLE[user])
        screen.keep(name)


@pytest.mark.parametrize("user", ["U0ANNA", "U0CORA", "U0LEA"])
def test_app_home(screen: Screen, user: str) -> None:
    screen.office.home(user)
    screen.sit_down(user)
    screen.go("🏠 voxpop")
    screen.keep(f"home-{user[2:].lower()}")


def test_the_settings(screen: Screen) -> None:
    screen.sit_down("U0LEA")
    screen.office.open("U0LEA", "setup", "/voice")
    screen.office.wait(lambda: "setup-page-" in str(screen.office.form()), "filled in")
    screen.keep("setup")
    screen.office.click("U0LEA", "setup-page-editions")
    screen.office.click("U0LEA", "setup-edition-new")
    screen.keep("setup-edition")
    screen.office.slack.close_form("U0LEA")
