"""Nobody touched the draft of the second edition: by now its short edition stands in its channel, posted by itself."""

from bot.blocks import ids
from tests.e2e.drafts import draft, until_sent
from tests.e2e.local_slack import BOARD
from tests.e2e.office import Office, shown
from tests.running import voxpop


def test_the_short_edition_is_posted_by_itself_and_once(office: Office) -> None:
    office.wait(lambda: office.posted(BOARD), "posted by itself", 240)
    until_sent(office)
    top, *thread = office.posted(BOARD)
    assert {reply["thread_ts"] for reply in thread} == {top["ts"]}
    said, below = shown(top), "".join(map(shown, thread))
    assert "Board" in said
    why = "Short edition: nobody approved it in time", "Kurzausgabe: Niemand hat sie rechtzeitig freigegeben"
    assert office.say(*why) in said
    assert office.say("Voice of the week", "Stimme der Woche") in said, "the voice stays"
    for slot in (ids.ASK_SLOT, ids.ASK_BUTTONS, ids.WIN_SLOT, ids.WIN_STORY):
        assert slot not in said + below
    for title in ("*One ask*", "*Eine Bitte*", "*Blind draw*", "*Blind gezogen*"):
        assert title not in said + below
    went = office.say("*Posted*", "*Veröffentlicht*")
    office.wait(lambda: went in shown(draft(office, title="Board")), "told")
    withdrawn = office.say("This question is not asked after all", "Diese Frage wird doch nicht gestellt")
    office.told("U0LEA", withdrawn)

    again = voxpop(
        "digest", "post", "--edition", "board", database_url=office.voxpop.database_url, slack=office.slack,
        folder=office.voxpop.folder, digest_language=office.language,
    )  # fmt: skip
    assert again.returncode == 0, again.stderr
    assert office.posted(BOARD) == [top, *thread]
