"""*Something should not be here*, in a Slack that can be looked at: taken out by anybody, put back by a curator."""

from bot.blocks import ids
from tests.e2e.drafts import published
from tests.e2e.local_slack import LEAD, Json
from tests.e2e.office import Office, shown


def quoted(office: Office) -> Json:
    """The digest's message as it stands now."""
    return office.posted(LEAD)[0]


def test_a_quote_is_taken_out_by_anybody_and_put_back_by_a_curator(office: Office) -> None:
    before = published(office)[0]
    voice = next(block for block in before["blocks"] if "accessory" in block)
    said = next(line for line in voice["text"]["text"].splitlines() if line.startswith(">"))
    office.choose("U0BEN", before, ids.HIDE)
    form = office.wait(office.form, "open")
    which = next(block for block in form["blocks"] if block.get("block_id") == "hide-which")
    first = which["element"]["options"][0]["value"]
    assert office.fill("U0BEN", hide_which=[first], hide_why="personal") == {}
    office.slack.close_form("U0BEN")
    office.wait(lambda: said not in quoted(office)["blocks"][before["blocks"].index(voice)]["text"]["text"], "gone")
    letter = office.letter("U0CORA", "hide-put-back")
    assert said not in shown(letter)
    office.press("U0CORA", letter, "hide-put-back")
    office.wait(lambda: said in quoted(office)["blocks"][before["blocks"].index(voice)]["text"]["text"], "put back")
