"""The draft from the clock to the channel: made, shown, approved, held, sent, or left to the away rule."""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest

from bot.domain.digest import Slot
from bot.domain.draft import DraftState
from bot.domain.edition import Away, Weekday
from bot.domain.role import Grant, Role
from bot.services.audit import AuditService
from bot.services.clock import wall_clock
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from tests.factories import make_feedback
from tests.fake_slack import FakeSlack, Posted
from tests.handlers.draft_world import DRAFTED, DUE, DraftWorld, find_option
from tests.handlers.win_world import has_button, shown
from tests.sample_week import WEEK

LANGUAGES = ["en", "de"]


@pytest.fixture(params=LANGUAGES)
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[DraftWorld]:
    world = DraftWorld(fake_slack, sample_store, request.param)
    yield world
    world.close()


def say(world: DraftWorld, en: str, de: str) -> str:
    return {"en": en, "de": de}[world.language]


def test_from_the_draft_to_the_channel(world: DraftWorld, sample_store: Store) -> None:
    world.pass_to(DRAFTED - timedelta(minutes=1))
    assert world.letters("U0CORA") == []
    world.pass_to(DRAFTED)
    for curator in ("U0CORA", "U0CARL"):
        (review,) = world.letters(curator)
        assert say(world, "Draft: ", "Entwurf: ") in review.text
        assert say(world, "Appointments", "Termin") in shown(review)
    assert world.letters("U0LEA") == []
    world.press("U0CORA", world.copy(), "draft-approve")
    for curator in ("U0CORA", "U0CARL"):
        assert say(world, "*Approved* by Cora", "*Freigegeben* von Cora") in shown(world.copy(curator))
        assert not has_button(world.copy(curator), "draft-approve")
    world.pass_to(DUE - timedelta(minutes=1))
    assert world.posted() == []
    world.pass_to(DUE)
    parent = world.posted()[0]
    assert say(world, "Unedited.", "Unbearbeitet.") in shown(parent)
    assert say(world, "Blind draw", "Blind gezogen") in all_posted(world)
    assert say(world, "Posted", "Veröffentlicht") in shown(world.copy())
    count = len(world.posted())
    world.pass_to(DUE + timedelta(hours=1))
    assert len(world.posted()) == count
    actions = [entry.action for entry in AuditService(sample_store).entries("draft:1")]
    assert actions == ["draft.make", "draft.approve", "draft.posted"]


def test_nobody_decided_and_the_short_edition_is_posted(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    assert say(world, "the short edition is posted", "erscheint die Kurzausgabe") in shown(world.copy())
    world.pass_to(DUE)
    assert say(world, "Short edition", "Kurzausgabe") in shown(world.posted()[0])
    assert say(world, "Blind draw", "Blind gezogen") not in all_posted(world)
    assert not has_button(world.copy(), "draft-approve")


def test_nobody_decided_and_the_full_edition_is_posted(world: DraftWorld) -> None:
    world.set(away=Away.FULL)
    world.pass_to(DRAFTED)
    world.pass_to(DUE)
    assert say(world, "Short edition", "Kurzausgabe") not in shown(world.posted()[0])
    assert say(world, "Blind draw", "Blind gezogen") in all_posted(world)


def test_nobody_decided_and_nothing_is_posted_but_everybody_warned_once(world: DraftWorld) -> None:
    world.set(away=Away.NONE)
    world.pass_to(DRAFTED)
    for minutes in (0, 1, 2):
        world.pass_to(DUE + timedelta(minutes=minutes))
    assert world.posted() == []
    told = say(world, "no curator decided", "niemand hat über den Entwurf entschieden")
    for user in ("U0CORA", "U0CARL", "U0LEA"):
        assert sum(told in letter.text for letter in world.letters(user)) == 1
    world.press("U0CARL", world.copy("U0CARL"), "draft-approve")
    world.pass_to(DUE + timedelta(hours=3))
    assert world.posted()


def test_held_it_is_not_posted_until_somebody_approves(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "draft-hold")
    assert world.send(world.fake_slack.views[-1], "U0CORA", why="being-checked") == {}
    assert say(world, "*Held* by Cora", "*Angehalten* von Cora") in shown(world.copy("U0CARL"))
    world.pass_to(DUE)
    assert world.posted() == []
    assert say(world, "is held", "ist angehalten") in world.letters("U0LEA")[-1].text
    world.press("U0CARL", world.copy("U0CARL"), "draft-approve")
    world.pass_to(DUE + timedelta(hours=1))
    assert world.posted()
    entry = next(e for e in AuditService(world.parts.store).entries("draft:1") if e.action == "draft.hold")
    assert (entry.actor, entry.detail["why"]) == ("U0CORA", "being-checked")


def test_send_now_posts_at_once_and_once(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    old = dict(world.copy("U0CARL").payload)
    world.press("U0CORA", world.copy(), "draft-send")
    count = len(world.posted())
    assert count > 1
    (said,) = world.press("U0CARL", world.copy("U0CARL"), "draft-send", at=old)
    assert say(world, "posted already", "schon veröffentlicht") in said
    world.pass_to(DUE)
    assert len(world.posted()) == count


def test_of_two_curators_at_once_one_has_the_effect_and_the_other_a_word(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    cora, carl = world.do("U0CORA", "hold"), world.do("U0CARL", "drop-draw")
    assert world.send(cora, "U0CORA", why="known") == {}
    errors = world.send(carl, "U0CARL", why="other")
    assert say(world, "Somebody was faster", "Jemand war schneller") in errors["why"]
    assert [made.by for made in world.draft().edits] == ["U0CORA"]
    assert say(world, "Cora has it", "Cora ist dran") in shown(world.copy("U0CARL"))
    assert say(world, "theme held back", "Thema zurückgehalten") in shown(world.copy("U0CARL"))


def test_who_has_it_is_shown_to_everybody(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    assert say(world, "Nobody has it yet", "Noch ist niemand dran") in shown(world.copy())
    world.press("U0CARL", world.copy("U0CARL"), "draft-take")
    assert say(world, "Carl has it", "Carl ist dran") in shown(world.copy())


def test_who_becomes_a_curator_has_the_draft_at_once_like_the_others(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    world.person("U0NEW")
    with world.parts.store.begin() as tx:
        GrantQueries(tx).give(Grant(Role.CURATOR, "U0NEW"))
    world.pass_to(DRAFTED + timedelta(minutes=1))
    world.press("U0NEW", world.copy("U0NEW"), "draft-take")
    world.pass_to(DRAFTED + timedelta(minutes=2))
    assert len(world.letters("U0NEW")) == 1


def test_the_data_is_frozen_while_new_feedback_comes_in(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    before = world.draft().digest
    world.take_in(make_feedback("It is late again.", source="helpdesk", created_at=before.start + timedelta(days=1)))
    world.press("U0CORA", world.copy(), "draft-take")
    assert say(world, "+1 conversation of this week", "+1 Gespräch dieser Woche") in shown(world.copy())
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    with world.parts.store.read() as tx:
        published = PublicationQueries(tx).find("default", WEEK)
    assert published is not None
    assert published.counts == before.counts
    assert [line.count for line in published.all_themes] == [line.count for line in before.all_themes]


def test_what_changes_while_a_draft_is_being_shown_is_shown_after_it(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    store = world.parts.store

    def change() -> None:
        with store.begin() as tx:
            DraftQueries(tx).show_anew()

    def waiting() -> list[int]:
        with store.read() as tx:
            return [draft.number for draft in DraftQueries(tx).to_show()]

    world.fake_slack.meanwhile = change
    world.change("U0CORA", "drop-numbers")
    world.fake_slack.meanwhile = None
    assert waiting() == [world.draft().number], "nobody has seen what came between"
    world.pass_to(DRAFTED + timedelta(minutes=5))
    assert waiting() == []


def test_shadow_weeks_go_to_the_curators_alone_and_then_it_goes_live(world: DraftWorld) -> None:
    world.set(shadow_weeks=1)
    world.pass_to(DRAFTED)
    assert say(world, "a shadow week", "ein Probelauf") in shown(world.copy())
    assert say(world, "to the curators alone, at once", "sofort und so, wie er hier steht, an die") in shown(
        world.copy()
    )
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    world.pass_to(DUE + timedelta(minutes=1))
    assert world.posted() == []
    assert world.edition.shadow_weeks == 0
    for curator in ("U0CORA", "U0CARL"):
        seen = [letter for letter in world.letters(curator) if say(world, "Shadow week.", "Probelauf.") in letter.text]
        assert say(world, "The next edition is the first", "Die nächste Ausgabe ist die erste") in seen[0].text
        assert "<#C0LEAD>" in seen[0].text
        assert letters_in_thread(world, curator)
    world.pass_to(DRAFTED + timedelta(days=7))
    world.pass_to(DUE + timedelta(days=7))
    assert world.posted()


def test_app_home_does_not_promise_the_channel_a_week_that_curators_alone_have_seen(world: DraftWorld) -> None:
    world.set(shadow_weeks=1)
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "draft-send")
    assert world.edition.shadow_weeks == 0
    home = str(world.parts.home.view("U0CORA", DRAFTED + timedelta(minutes=5))["blocks"])
    assert f"<!date^{int((DUE + timedelta(days=7)).timestamp())}^" in home
    assert f"<!date^{int(DUE.timestamp())}^" not in home


def test_an_edition_that_asks_nothing_offers_no_ask_to_word(world: DraftWorld) -> None:
    world.set(company=True)
    world.pass_to(DRAFTED)
    assert has_button(world.copy(), "draft-find")
    assert not has_button(world.copy(), "ask-word")
    assert say(world, "No decision needed", "keine Entscheidung nötig") not in shown(world.copy())
    with pytest.raises(AssertionError, match="nothing to choose"):
        find_option(world.copy(), ".offer.0")


def test_without_named_curators_it_posts_by_itself(world: DraftWorld) -> None:
    world.set(review=False)
    world.pass_to(DRAFTED)
    assert world.letters("U0CORA") == []
    world.pass_to(DUE)
    assert say(world, "Unedited.", "Unbearbeitet.") in shown(world.posted()[0])


def test_a_quote_of_a_deleted_record_is_never_posted(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    voice = next(quote for quote in world.draft().digest.quotes if quote.slot is Slot.VOICE)
    world.press("U0CORA", world.copy(), "draft-approve")
    world.forget(voice.record)
    world.pass_to(DUE)
    assert voice.text[:40] not in all_posted(world)
    assert say(world, "Voice of the week", "Stimme der Woche") in shown(world.posted()[0])


def test_a_draft_that_is_over_keeps_nobodys_words(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    draft = world.draft()
    assert (draft.digest.quotes, draft.digest.praise, draft.reserve.themes, draft.reserve.draws) == ((), (), (), ())


def test_another_schedule_moves_the_draft_and_a_week_that_is_over_closes_it(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    world.set(at=time(10, 0), away=Away.NONE)
    world.pass_to(DRAFTED + timedelta(minutes=5))
    assert "10:00" in shown(world.copy())
    world.pass_to(DUE + timedelta(hours=51))
    assert world.draft().state is DraftState.PASSED
    assert say(world, "Not posted.", "Nicht veröffentlicht.") in shown(world.copy())
    assert not has_button(world.copy(), "draft-approve")


def test_a_draft_says_that_its_edition_is_paused_or_its_channel_gone(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    later = DUE + timedelta(days=3)
    world.set(paused_until=later.date(), pause_reason="Holidays")
    world.show_anew(DRAFTED + timedelta(minutes=5))
    assert say(world, "*Paused* until", "*Pausiert* bis") in shown(world.copy())
    world.set(paused_until=None, pause_reason=None, off="is_archived")
    world.show_anew(DRAFTED + timedelta(minutes=6))
    assert say(world, "*Stopped*", "*Gestoppt*") in shown(world.copy())
    world.set(off=None)
    world.show_anew(DRAFTED + timedelta(minutes=7))
    assert say(world, "Approve it", "Freigeben oder") in shown(world.copy())


def test_the_draft_of_an_edition_that_was_closed_is_over(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    with world.parts.store.begin() as tx:
        EditionQueries(tx).remove("default")
    world.pass_to(DRAFTED + timedelta(minutes=5))
    assert world.draft().state is DraftState.PASSED
    assert say(world, "*Not posted.*", "*Nicht veröffentlicht.*") in shown(world.copy())


def test_what_was_not_posted_is_made_anew_by_hand(world: DraftWorld) -> None:
    world.set(away=Away.NONE)
    world.pass_to(DRAFTED)
    world.pass_to(DUE + timedelta(hours=51))
    assert world.draft().state is DraftState.PASSED
    assert say(world, "no curator decided on it in time", "niemand rechtzeitig") in world.letters("U0LEA")[-1].text
    now = world.clock()
    assert world.parts.publisher.publish(world.edition, WEEK, due_at=wall_clock(), now=now, by_hand=True)
    world.parts.posting.work()
    assert say(world, "1 of 20 on this theme", "1 von 20 zu diesem Thema") in shown(world.posted()[0])


def test_app_home_tells_curators_of_their_drafts_and_nobody_else(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    said = say(world, "to be decided", "noch zu entscheiden")
    seen = {user: str(world.parts.home.view(user, world.clock())["blocks"]) for user in ("U0CORA", "U0ANNA")}
    assert said in seen["U0CORA"]
    assert said not in seen["U0ANNA"]
    assert say(world, "goes on", "geht am") in seen["U0CORA"]
    world.set(paused_until=(DUE + timedelta(days=3)).date())
    home = str(world.parts.home.view("U0CORA", world.clock())["blocks"])
    assert say(world, "does not go for now", "geht vorerst nicht") in home
    world.parts.drafts.deciding.hold(1, 0, "U0CORA", None, world.clock())
    home = str(world.parts.home.view("U0CORA", world.clock())["blocks"])
    assert say(world, "held, was to go on", "angehalten, sollte am") in home
    log = str(world.parts.home.view("U0LEA", world.clock())["blocks"])
    assert say(world, "17 Nov, 08:30 CET> · Voxpop itself", "17. Nov., 08:30 CET> · Voxpop selbst") in log


def test_only_curators_decide(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    (said,) = world.press("U0ANNA", world.copy(), "draft-approve")
    assert say(world, "the curators' to decide", "entscheidet die Redaktion") in said
    assert world.draft().state is DraftState.OPEN


def test_the_draft_never_comes_before_its_week_is_over(world: DraftWorld) -> None:
    world.set(weekday=Weekday.MON)
    ended = world.edition.zone
    monday = WEEK.end(ended)
    world.pass_to(monday - timedelta(minutes=1))
    assert world.letters("U0CORA") == []
    world.pass_to(monday)
    assert say(world, "There is less time than usual", "Es ist weniger Zeit als sonst") in shown(world.copy())


def test_preview_shows_the_draft_as_edited_with_its_thread(world: DraftWorld) -> None:
    world.pass_to(DRAFTED)
    world.change("U0CORA", "rename", 0, name="Missed visits")
    before = len(world.fake_slack.responses)
    world.press("U0CORA", world.copy(), "draft-preview")
    seen = world.fake_slack.responses[before:]
    assert len(seen) <= 5
    assert "Missed visits" in str(seen[0]["blocks"])
    assert say(world, "Edited by Cora.", "Bearbeitet von Cora.") in str(seen[0]["blocks"])


def all_posted(world: DraftWorld) -> str:
    return " ".join(shown(message) for message in world.posted())


def letters_in_thread(world: DraftWorld, user: str) -> list[Posted]:
    return [letter for letter in world.letters(user) if letter.thread_ts]
