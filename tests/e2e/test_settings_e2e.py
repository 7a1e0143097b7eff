"""Administration in a Slack that can be looked at: settings, sources, App Home."""

from tests.e2e.drafts import published
from tests.e2e.local_slack import LEAD, WINS
from tests.e2e.office import Office, shown
from tests.fake_zendesk import MAIL, TOKEN


def test_an_admin_makes_an_edition(office: Office) -> None:
    published(office)
    hub = office.open("U0LEA", office.say("setup", "einrichten"), "/voice")
    office.wait(lambda: "setup-page-editions" in shown(office.form() or hub), "filled in")
    page = office.click("U0LEA", "setup-page-editions")
    assert office.say("environment", "Umgebung") in shown(page), "the edition of the environment is shown as such"
    office.click("U0LEA", "setup-edition-new")
    assert office.fill("U0LEA", setup_title="Field sales", setup_channel=WINS, setup_time="07:45") == {}
    office.slack.close_form("U0LEA")
    assert "Field sales" in shown(office.home("U0LEA"))


def test_nobody_else_sets_anything_up(office: Office) -> None:
    office.open("U0ANNA", "setup", "/voice")
    office.wait(lambda: "<@U0LEA>" in shown(office.form() or {"text": ""}), "told who can")
    office.slack.close_form("U0ANNA")


def test_an_admin_connects_a_source_by_a_form(office: Office) -> None:
    office.slack.control("command", user="U0LEA", channel=LEAD, command="/voice", text="sources")
    listed = office.wait(lambda: [m for m in office.whispers("U0LEA") if "source-connect" in shown(m)], "listed")[-1]
    office.press("U0LEA", listed, "source-connect")
    office.wait(office.form, "open")
    given = {"subdomain": "example", "email": MAIL, "api_token": TOKEN}
    assert office.fill("U0LEA", **{f"source_zendesk_{name}": value for name, value in given.items()}) == {}
    said = office.say("connected", "verbunden")
    office.wait(lambda: said in shown(office.form() or {"text": ""}), "connected")
    office.slack.close_form("U0LEA")
    assert TOKEN not in office.voxpop.log


def test_home_tells_everybody_what_concerns_them(office: Office) -> None:
    for user in ("U0ANNA", "U0CORA", "U0LEA"):
        home = office.home(user)
        assert office.say("What customers really said", "Was Kundinnen und Kunden wirklich gesagt haben") in shown(home)
    assert "setup-open" in shown(office.home("U0LEA"))
    assert "setup-open" not in shown(office.home("U0ANNA"))
