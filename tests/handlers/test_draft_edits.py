"""Slot by slot: each edit from the menu of the draft to what is posted, logged with who and why."""

from collections.abc import Iterator, Sequence

import pytest

from bot import lookups
from bot.domain.digest import Ask, Digest, Quote, Slot
from bot.domain.draft import DropVerbatim, PinVoice, SetAsk
from bot.domain.reference import to_text
from bot.domain.win import WinState
from bot.errors import DeclinedError
from bot.services.audit import AuditService
from bot.storage.areas import AreaQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.draft_world import DRAFTED, DUE, DraftWorld
from tests.handlers.win_world import shown
from tests.sample_week import WEEK

LANGUAGES = ["en", "de"]


@pytest.fixture(params=LANGUAGES)
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[DraftWorld]:
    world = DraftWorld(fake_slack, sample_store, request.param)
    world.pass_to(DRAFTED)
    yield world
    world.close()


def say(world: DraftWorld, en: str, de: str) -> str:
    return {"en": en, "de": de}[world.language]


def publish(world: DraftWorld) -> Digest:
    """Approve the draft and let it be posted; return what was."""
    world.press("U0CORA", world.copy(), "draft-approve")
    world.pass_to(DUE)
    with world.parts.store.read() as tx:
        found = PublicationQueries(tx).find("default", WEEK)
    assert found is not None
    assert world.posted()
    return found


def the(digest: Digest, slot: Slot) -> Quote:
    (found,) = [quote for quote in digest.quotes if quote.slot is slot]
    return found


def test_the_voice_is_swapped_for_the_next_best_with_its_reasons(world: DraftWorld) -> None:
    before = the(world.draft().digest, Slot.VOICE)
    form = world.do("U0CORA", "swap")
    assert say(world, "Voice 1", "Stimme 1") in str(form["blocks"])
    assert say(world, "Near the middle", "Nahe der Mitte") in str(form["blocks"])
    assert world.send(form, "U0CORA", why="better") == {}
    assert say(world, "voice swapped", "Stimme getauscht") in shown(world.copy("U0CARL"))
    lead = next(t for t in world.draft().reserve.themes if t.line.id == world.draft().digest.lead)
    after = the(publish(world), Slot.VOICE)
    assert before.record != after.record == lead.voices[1].record
    entry = next(e for e in AuditService(world.parts.store).entries("draft:1") if e.action == "draft.swap-voice")
    assert (entry.actor, entry.detail["why"]) == ("U0CORA", "better")
    assert say(world, "Edited by Cora", "Bearbeitet von Cora") in shown(world.posted()[0])


def test_the_voice_is_dropped_and_the_theme_stays(world: DraftWorld) -> None:
    assert world.change("U0CORA", "drop-voice", why="recognisable") == {}
    digest = publish(world)
    assert not [quote for quote in digest.quotes if quote.slot is Slot.VOICE]
    assert say(world, "Theme of the week", "Thema der Woche") in shown(world.posted()[0])


def test_a_dropped_draw_is_replaced_in_the_same_order_and_the_thread_says_so(world: DraftWorld) -> None:
    before = the(world.draft().digest, Slot.BLIND_DRAW)
    assert world.change("U0CORA", "drop-draw", why="unclear") == {}
    order = [quote.record for quote in world.draft().reserve.draws[:2]]
    after = the(publish(world), Slot.BLIND_DRAW)
    assert [before.record, after.record] == order
    said = say(world, "One voice that was drawn before was taken out", "Eine zuvor gezogene Stimme wurde")
    assert said in shown(world.posted()[-1])


def test_themes_are_merged_and_the_label_is_judged_anew(world: DraftWorld) -> None:
    draft = world.draft().digest
    form = world.do("U0CORA", "merge", 0)
    other = next(line for line in draft.all_themes if line.id not in (draft.lead, "rest") and line.count)
    assert world.send(form, "U0CORA", choice=other.id, why="same") == {}
    digest = publish(world)
    assert digest.themes[0].count == draft.themes[0].count + other.count
    assert sum(line.count for line in digest.all_themes) == digest.counts.eligible


def test_more_voices_on_merged_themes_are_those_of_both(world: DraftWorld) -> None:
    draft = world.draft().digest
    lead, *others = sorted(draft.all_themes, key=lambda line: (line.id != draft.lead, line.id == "rest", -line.count))
    of_other = {quote.record for quote in more(world, draft, others[0].id)}
    assert world.send(world.do("U0CORA", "merge", 0), "U0CORA", choice=others[0].id, why="same") == {}
    digest = publish(world)
    found = more(world, digest, lead.id)
    assert of_other & {quote.record for quote in found}
    assert {quote.denominator.of_theme for quote in found} == {lead.count + others[0].count}


def more(world: DraftWorld, digest: Digest, theme: str) -> Sequence[Quote]:
    return lookups.more(world.parts, digest, theme)


def test_a_theme_is_renamed_for_this_week_and_those_to_come(world: DraftWorld) -> None:
    lead = str(world.draft().digest.lead)
    assert world.change("U0CORA", "rename", 0, name="Missed visits", why="unclear") == {}
    assert "Missed visits" in shown(world.copy("U0CARL"))
    assert publish(world).themes[0].name == "Missed visits"
    with world.parts.store.read() as tx:
        assert AreaQueries(tx).ownerships()[lead].name == "Missed visits"


def test_a_name_that_another_theme_has_is_refused_beside_the_field(world: DraftWorld) -> None:
    other = next(line for line in world.draft().digest.all_themes if line.id != world.draft().digest.lead)
    errors = world.change("U0CORA", "rename", 0, name=other.name)
    assert say(world, "merge the two instead", "zusammenlegen") in errors["name"]


def test_a_theme_is_held_back_and_the_footer_says_so(world: DraftWorld) -> None:
    lead = world.draft().digest.themes[0]
    assert world.change("U0CORA", "hold", 0, why="being-checked") == {}
    digest = publish(world)
    assert digest.lead != lead.id
    everything = " ".join(shown(message) for message in world.posted())
    assert say(world, "1 theme held back.", "1 Thema zurückgehalten.") in everything
    assert lead.name not in everything


def test_a_theme_beside_the_lead_is_dropped(world: DraftWorld) -> None:
    beside = world.draft().digest.themes[1]
    assert world.change("U0CORA", "drop-theme", 1, why="known") == {}
    assert beside.id not in {line.id for line in publish(world).themes}


def test_the_verdict_is_reworded_and_its_numbers_are_checked(world: DraftWorld) -> None:
    lead = world.draft().digest.themes[0]
    sentence = say(world, "Visits: {} complaints too many.", "Besuche: {} Beschwerden zu viel.")
    errors = world.change("U0CORA", "reword", sentence=sentence.format(4711))
    assert "4711" in errors["sentence"]
    assert str(lead.count) in errors["sentence"]
    errors = world.change("U0CORA", "reword", sentence="so " * 26)
    assert "26" in errors["sentence"]
    assert world.change("U0CORA", "reword", sentence=sentence.format(lead.count)) == {}
    assert publish(world).worded == sentence.format(lead.count)
    assert sentence.format(lead.count) in shown(world.posted()[0])
    assert sentence.format(lead.count) in world.posted()[0].text


def test_words_that_a_merge_makes_wrong_are_not_said_and_the_draft_tells(world: DraftWorld) -> None:
    digest = world.draft().digest
    lead = digest.themes[0]
    sentence = f"{round(100 * lead.count / digest.counts.conversations)} %."
    gone = say(world, "no longer fits", "passt nicht mehr")
    assert world.change("U0CORA", "reword", sentence=sentence) == {}
    others = [line for line in digest.all_themes if line.id not in (lead.id, "rest")]
    most = max(others, key=lambda line: line.count)
    assert world.send(world.do("U0CORA", "merge", 0), "U0CORA", choice=most.id, why="same") == {}
    assert gone in shown(world.copy())
    assert sentence not in str(world.do("U0CORA", "reword")["blocks"][0])
    world.press("U0CORA", world.copy(), "draft-undo")
    assert gone not in shown(world.copy())
    assert publish(world).worded == sentence


def test_voices_are_taken_out_of_the_thread(world: DraftWorld) -> None:
    before = [q for q in world.draft().digest.quotes if q.slot in (Slot.VERBATIM, Slot.DISSENT)]
    world.press("U0CORA", world.copy(), "draft-verbatims")
    form = world.fake_slack.views[-1]
    assert world.send(form, "U0CORA", choice=[to_text(q.record) for q in before[:2]], why="not-typical") == {}
    after = {to_text(q.record) for q in publish(world).quotes}
    assert not {to_text(q.record) for q in before[:2]} & after


def test_the_voices_that_were_ticked_are_taken_out_whatever_went_meanwhile(world: DraftWorld) -> None:
    before = [q for q in world.draft().digest.quotes if q.slot in (Slot.VERBATIM, Slot.DISSENT)]
    world.press("U0CORA", world.copy(), "draft-verbatims")
    form = world.fake_slack.views[-1]
    world.forget(before[0].record)
    both, second = ([to_text(q.record) for q in chosen] for chosen in (before[:2], before[1:2]))
    errors = world.send(form, "U0CORA", choice=both, why="recognisable")
    assert say(world, "changed meanwhile", "inzwischen geändert") in errors["choice"]
    assert world.send(form, "U0CORA", choice=second, why="recognisable") == {}
    dropped = [made.edit.record for made in world.draft().edits if isinstance(made.edit, DropVerbatim)]
    assert dropped == [before[1].record], "and no other in its place"


def test_a_voice_that_went_meanwhile_cannot_be_chosen(world: DraftWorld) -> None:
    form = world.do("U0CORA", "swap")
    second = next(t for t in world.draft().reserve.themes if t.line.id == world.draft().digest.lead).voices[1]
    world.forget(second.record)
    errors = world.send(form, "U0CORA", choice=to_text(second.record), why="better")
    assert say(world, "changed meanwhile", "inzwischen geändert") in errors["choice"]
    assert world.draft().edits == ()


def test_numbers_are_left_out(world: DraftWorld) -> None:
    assert world.change("U0CORA", "drop-numbers") == {}
    assert publish(world).kpis == ()


def test_the_last_change_is_undone(world: DraftWorld) -> None:
    before = world.draft().digest
    world.change("U0CORA", "hold", 0)
    world.press("U0CARL", world.copy("U0CARL"), "draft-undo")
    assert world.draft().edits == ()
    assert publish(world).lead == before.lead


def test_a_voice_found_by_its_words_is_pinned(world: DraftWorld) -> None:
    draft = world.draft()
    lead = next(theme for theme in draft.reserve.themes if theme.line.id == draft.digest.lead)
    found = lead.verbatims[0]
    edit = world.parts.drafts.editing.pinned(draft.number, found.record, found.start, found.end)
    world.parts.drafts.editing.edit(draft.number, draft.turn, edit, "U0CORA", world.clock())
    world.parts.drafts.carry_on(world.clock())
    voice = the(publish(world), Slot.VOICE)
    assert (voice.record, voice.text) == (found.record, found.text)
    assert voice.denominator.of_theme == draft.digest.themes[0].count


def test_the_ask_of_a_draft_is_set_and_left_out(world: DraftWorld) -> None:
    draft = world.draft()
    ask = Ask(theme=str(draft.digest.lead), theme_name="Visits", sentence="Who rings ahead?", owner="U0LEA")
    edit = world.parts.drafts.editing.edit
    draft, seen = edit(draft.number, draft.turn, SetAsk(ask=ask), "U0CORA", world.clock())
    assert seen.ask == ask
    draft, seen = edit(draft.number, draft.turn, SetAsk(ask=None), "U0CORA", world.clock())
    assert seen.ask is None
    world.parts.drafts.carry_on(world.clock())
    assert publish(world).edited_by == ()


def test_a_voice_is_pinned_from_elsewhere_and_none_that_nobody_said(world: DraftWorld) -> None:
    drafts, draft = world.parts.drafts, world.draft()
    lead = next(theme for theme in draft.reserve.themes if theme.line.id == draft.digest.lead)

    def pin(quote: Quote) -> None:
        drafts.editing.edit(1, world.draft().turn, PinVoice(quote=quote), "U0CORA", world.clock())

    pin(lead.verbatims[1])
    assert the(drafts.editing.look(1, world.clock()), Slot.VOICE).record == lead.verbatims[1].record
    made_up = lead.verbatims[0].model_copy(update={"text": "Nobody said this."})
    for quote in (made_up, lead.verbatims[0].model_copy(update={"record": lead.voices[0].record})):
        with pytest.raises(DeclinedError):
            pin(quote)


def test_a_conversation_of_a_shown_theme_is_offered_or_none(world: DraftWorld) -> None:
    voice = the(world.draft().digest, Slot.VOICE)
    offered = next(q for q in world.draft().digest.quotes if q.slot is Slot.VOICE)
    assert world.change("U0CORA", "offer", choice=to_text(offered.record), why="better") == {}
    offered = world.parts.drafts.editing.look(1, world.clock()).offer
    assert offered is not None
    assert (offered.kind, offered.record, offered.theme) == ("read", voice.record, voice.denominator.theme)
    assert world.change("U0CORA", "drop-offer") == {}
    assert world.parts.drafts.editing.look(1, world.clock()).offer is None


def test_a_conversation_that_is_gone_is_offered_no_more(world: DraftWorld) -> None:
    offered = next(q for q in world.draft().digest.quotes if q.slot is Slot.VERBATIM)
    assert world.change("U0CORA", "offer", choice=to_text(offered.record), why="better") == {}
    assert world.parts.drafts.editing.look(1, world.clock()).offer is not None
    world.forget(offered.record)
    assert world.parts.drafts.editing.look(1, world.clock()).offer is None
    assert publish(world).offer is None


def test_a_win_waits_for_the_next_edition(world: DraftWorld) -> None:
    world.parts.house.change("U0LEA", world.clock(), wins_post="digest")
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()
    world.press("U0CORA", world.copy(), "draft-take")
    assert "swapped the broken scale" in shown(world.copy())
    assert world.change("U0CORA", "drop-win", why="known") == {}
    assert "swapped the broken scale" not in shown(world.copy())
    assert publish(world).wins == ()
    (win,) = world.parts.wins.nominating.mine("U0BEN")
    assert win.state is WinState.READY
