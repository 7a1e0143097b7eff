"""What people do about a service win, step by step: for journeys and for pictures of them."""

from tests.e2e.local_slack import WINS, Json
from tests.e2e.office import Office, shown


def nominate(office: Office, what: str) -> Json:
    """Tell a story about Ben by /win, and return the question that he gets."""
    before = max((float(each["ts"]) for each in office.letters("U0BEN")), default=0)
    office.open("U0ANNA", "")
    assert office.fill("U0ANNA", win_people=["U0BEN"], win_what=what) == {}
    assert office.form() is not None, "the form says thank you in its place"
    office.slack.close_form("U0ANNA")
    return office.letter("U0BEN", "win-choice-name", before)


def approve(office: Office, what: str) -> None:
    review = office.wait(
        lambda: [m for m in office.letters("U0CORA") if what in shown(m) and "win-approve" in shown(m)], "to review"
    )[-1]
    office.press("U0CORA", review, "win-approve")
    office.wait(lambda: "win-approve" not in shown(again(office, "U0CORA", review)), "approved")


def again(office: Office, user: str, letter: Json) -> Json:
    """*letter* as it stands now."""
    return next(each for each in office.letters(user) if each["ts"] == letter["ts"])


def celebrated(office: Office, what: str) -> list[Json]:
    return [each for each in office.posted(WINS) if what in shown(each)]
