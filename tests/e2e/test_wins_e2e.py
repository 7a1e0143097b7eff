"""A service win in a Slack that can be looked at: from the form to the channel, refused, and taken back."""

from tests.e2e.local_slack import WINS
from tests.e2e.office import Office, shown
from tests.e2e.stories import again, approve, celebrated, nominate

TOLD = (
    "Ben drove to the bakery on Saturday and swapped the broken scale.",
    "Ben sat with the customer on the phone until the order went through.",
    "Ben found the lost parcel in the depot and brought it to the door himself.",
    "Ben rewrote the letter that nobody understood, with the customer beside him.",
)


def test_a_win_goes_from_the_form_to_the_channel_with_consent(office: Office) -> None:
    asked = nominate(office, TOLD[0])
    assert office.say("How do you want to appear?", "Wie möchten Sie erscheinen?") in asked["text"]
    assert celebrated(office, TOLD[0]) == []
    office.press("U0BEN", asked, "win-choice-name")
    office.wait(lambda: office.say("My name", "Mit meinem Namen") in shown(again(office, "U0BEN", asked)), "answered")
    approve(office, TOLD[0][4:])
    (posted,) = office.wait(lambda: celebrated(office, TOLD[0][4:]), "celebrated")
    assert office.say("Service win", "Glanzleistung") in posted["text"]
    assert "Ben" in shown(posted)


def test_a_win_that_is_refused_is_never_shown(office: Office) -> None:
    asked = nominate(office, TOLD[1])
    office.press("U0BEN", asked, "win-choice-private")
    office.wait(
        lambda: office.say("private", "privat").casefold() in shown(again(office, "U0BEN", asked)).casefold(), "refused"
    )
    assert celebrated(office, TOLD[1][4:]) == []


def test_consent_taken_back_takes_the_story_out(office: Office) -> None:
    asked = nominate(office, TOLD[2])
    approve(office, TOLD[2][4:])
    office.press("U0BEN", asked, "win-choice-colleague")
    (posted,) = office.wait(lambda: celebrated(office, TOLD[2][4:]), "celebrated")
    assert office.say("A colleague", "Jemand aus dem Kollegium") in shown(posted)
    office.press("U0BEN", again(office, "U0BEN", asked), "win-choice-private")
    office.wait(lambda: not celebrated(office, TOLD[2][4:]), "taken out")


def test_the_teller_takes_a_story_back(office: Office) -> None:
    nominate(office, TOLD[3])
    office.slack.control("command", user="U0ANNA", channel=WINS, command="/win", text="mine")
    (mine, *_) = office.wait(lambda: [m for m in office.whispers("U0ANNA") if "win-withdraw" in shown(m)], "listed")[
        ::-1
    ]
    office.press("U0ANNA", mine, "win-withdraw")
    assert celebrated(office, TOLD[3][4:]) == []
