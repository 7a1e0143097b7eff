"""Whatever is edited: quotes stay exact, counts add up, and the verdict is about the theme that leads."""

import json
import random
from collections.abc import Callable

import pytest

from bot.blocks.digest import parent, thread
from bot.blocks.limits import check
from bot.curation.editing.apply import apply, shortened
from bot.curation.editing.check import check_edit
from bot.domain.digest import Ask, Digest, Offer, Quote, Slot, VerdictKind
from bot.domain.draft import (
    Draft,
    DropDraw,
    DropNumbers,
    DropTheme,
    DropVerbatim,
    DropVoice,
    Edit,
    HoldTheme,
    MergeThemes,
    PinVoice,
    RenameTheme,
    Reword,
    SetAsk,
    SetOffer,
    SwapVoice,
)
from bot.domain.reference import to_text
from bot.domain.reserve import Reserve
from bot.errors import DeclinedError
from bot.locale import Words


def quoted(digest: Digest, *slots: Slot) -> list[Quote]:
    return [quote for quote in digest.quotes if not slots or quote.slot in slots]


def the(digest: Digest, slot: Slot) -> Quote:
    (found,) = quoted(digest, slot)
    return found


def possible(digest: Digest, reserve: Reserve) -> list[Edit]:
    """Every edit that somebody who sees *digest* could ask for."""
    edits: list[Edit] = [DropNumbers()]
    for quote in digest.quotes:
        if quote.slot is Slot.BLIND_DRAW:
            edits.append(DropDraw(record=quote.record))
        elif quote.slot is not Slot.VOICE:
            edits.append(DropVerbatim(record=quote.record))
            edits.append(PinVoice(quote=quote))
    names = [line.id for line in digest.all_themes if line.name and line.id != "rest"]
    for line in digest.themes:
        edits += [HoldTheme(theme=line.id), RenameTheme(theme=line.id, name=f"About {line.id}")]
        edits += [DropVoice(theme=line.id), DropTheme(theme=line.id)]
        edits += [MergeThemes(theme=other, into=line.id) for other in names if other != line.id]
    edits += [
        SwapVoice(record=q.record) for theme in reserve.themes for q in theme.voices if theme.line.id == digest.lead
    ]
    return edits


def assert_sound(digest: Digest, base: Digest, texts: dict[str, str]) -> None:
    lines = {line.id: line for line in digest.all_themes}
    assert sum(line.count for line in digest.all_themes) == digest.counts.eligible
    for quote in (*digest.quotes, *digest.praise):
        assert quote.text == texts[to_text(quote.record)][quote.start : quote.end]
        line = lines[quote.theme]
        assert line.name, "nobody speaks on a theme that is held back"
        assert (quote.denominator.theme, quote.denominator.of_theme) == (line.name, line.count)
        assert quote.denominator.of_conversations == base.counts.conversations
    assert len({to_text(q.record) for q in digest.quotes}) == len(digest.quotes), "nobody speaks twice"
    if digest.lead is not None:
        assert digest.themes[0].id == digest.lead
        assert digest.verdict.theme == digest.themes[0].name
    assert all(q.theme == digest.lead for q in quoted(digest, Slot.VOICE))
    assert {line.id for line in digest.themes} <= lines.keys()
    assert digest.held_back == sum(not line.name for line in digest.all_themes)
    for language in ("en", "de"):
        words = Words(language)
        for message in (parent(digest, words), *thread(digest, words)):
            check(message)


def test_without_an_edit_nothing_is_changed(base: Digest, reserve: Reserve) -> None:
    assert apply(base, reserve, ()) == base
    kept = Reserve.model_validate_json(reserve.model_dump_json())
    assert apply(base, kept, ()) == base


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_edited_the_digest_stays_sound(
    seed: int, base: Digest, reserve: Reserve, texts: dict[str, str], draft: Draft
) -> None:
    chance, edits, digest = random.Random(seed), list[Edit](), base
    gone = frozenset(chance.sample(sorted(reserve.themes_of), chance.randint(0, 6)))
    for _ in range(chance.randint(0, 9)):
        edit = chance.choice(possible(digest, reserve))
        try:
            check_edit(edit, draft, digest)
        except DeclinedError:
            continue
        edits.append(edit)
        digest = apply(base, reserve, edits, gone)
        assert_sound(digest, base, texts)
        assert not {to_text(q.record) for q in digest.quotes} & gone
    assert_sound(shortened(digest), base, texts)


def test_a_swapped_voice_is_the_one_that_was_chosen(base: Digest, reserve: Reserve) -> None:
    lead = next(theme for theme in reserve.themes if theme.line.id == base.lead)
    assert lead.voices[0] == the(base, Slot.VOICE)
    for other in lead.voices[1:]:
        digest = apply(base, reserve, [SwapVoice(record=other.record)])
        assert the(digest, Slot.VOICE).record == other.record
        assert the(digest, Slot.VOICE).reasons


def test_a_dropped_voice_leaves_the_theme(base: Digest, reserve: Reserve) -> None:
    digest = apply(base, reserve, [DropVoice(theme=str(base.lead))])
    assert not quoted(digest, Slot.VOICE)
    assert digest.lead == base.lead


def test_a_dropped_draw_is_replaced_by_the_next_in_the_same_order(base: Digest, reserve: Reserve) -> None:
    edits: list[Edit] = []
    positions = []
    for passed in range(3):
        digest = apply(base, reserve, edits)
        drawn = the(digest, Slot.BLIND_DRAW)
        assert drawn.record == reserve.draws[passed].record
        assert digest.draw is not None
        assert digest.draw.passed == passed
        positions.append(int(drawn.reasons[0].values["position"]))
        edits.append(DropDraw(record=drawn.record))
    assert positions == sorted(positions)


def test_merged_themes_count_together_and_are_judged_anew(base: Digest, reserve: Reserve) -> None:
    one, other = (theme for theme in reserve.themes[:2])
    digest = apply(base, reserve, [MergeThemes(theme=other.line.id, into=one.line.id)])
    merged = next(line for line in digest.all_themes if line.id == one.line.id)
    assert merged.count == one.line.count + other.line.count
    assert merged.previous == one.line.previous + other.line.previous
    assert sum(merged.by_source.values()) == merged.count
    assert other.line.id not in {line.id for line in digest.all_themes}


def test_a_theme_held_back_leads_no_more_and_is_named_nowhere(base: Digest, reserve: Reserve) -> None:
    lead = base.themes[0]
    digest = apply(base, reserve, [HoldTheme(theme=lead.id)])
    assert digest.lead != lead.id
    assert digest.held_back == 1
    words = Words("en")
    drawn = json.dumps([m.model_dump(mode="json") for m in (parent(digest, words), *thread(digest, words))])
    assert lead.name not in drawn
    assert "1 theme held back" in drawn


def test_where_every_theme_that_moved_is_held_back_the_week_is_not_called_quiet(base: Digest, reserve: Reserve) -> None:
    digest, edits = base, []
    while digest.verdict.kind is VerdictKind.MOVED:
        edits.append(HoldTheme(theme=str(digest.lead)))
        digest = apply(base, reserve, edits)
    text = parent(digest, Words("en")).text
    assert "A quiet week" not in text
    assert "held back" in text


def test_a_renamed_theme_is_called_so_everywhere(base: Digest, reserve: Reserve) -> None:
    digest = apply(base, reserve, [RenameTheme(theme=str(base.lead), name="Missed visits")])
    assert digest.verdict.theme == digest.themes[0].name == "Missed visits"
    assert the(digest, Slot.VOICE).denominator.theme == "Missed visits"


def test_a_verbatim_taken_out_makes_room_for_the_next(base: Digest, reserve: Reserve) -> None:
    lead = next(theme for theme in reserve.themes if theme.line.id == base.lead)
    first = lead.verbatims[0]
    digest = apply(base, reserve, [DropVerbatim(record=first.record)])
    before = [q for q in quoted(base, Slot.VERBATIM, Slot.DISSENT) if q.theme == base.lead]
    after = [q for q in quoted(digest, Slot.VERBATIM, Slot.DISSENT) if q.theme == base.lead]
    assert len(after) == len(before)
    assert first.record not in [q.record for q in after]
    assert sum(q.slot is Slot.DISSENT for q in after) == sum(q.slot is Slot.DISSENT for q in before)


def test_a_voice_that_is_gone_is_replaced_by_the_next_of_the_reserve(base: Digest, reserve: Reserve) -> None:
    lead = next(theme for theme in reserve.themes if theme.line.id == base.lead)
    gone = frozenset({to_text(lead.voices[0].record), to_text(lead.voices[2].record)})
    digest = apply(base, reserve, [SwapVoice(record=lead.voices[2].record, instead_of=lead.voices[0].record)], gone)
    assert the(digest, Slot.VOICE).record == lead.voices[1].record


def test_a_pinned_voice_speaks_for_the_lead(base: Digest, reserve: Reserve) -> None:
    lead = next(theme for theme in reserve.themes if theme.line.id == base.lead)
    digest = apply(base, reserve, [PinVoice(quote=lead.verbatims[0])])
    assert the(digest, Slot.VOICE).record == lead.verbatims[0].record


def test_an_ask_about_a_theme_that_is_held_back_is_not_asked(base: Digest, reserve: Reserve) -> None:
    ask = Ask(theme=str(base.lead), theme_name="x", sentence="Decide.", owner="U0LEA")
    assert apply(base, reserve, [SetAsk(ask=ask)]).ask == ask
    assert apply(base, reserve, [SetAsk(ask=ask), HoldTheme(theme=str(base.lead))]).ask is None


def test_a_proposed_ask_goes_by_the_new_name_and_not_with_a_theme_that_was_merged(
    base: Digest, reserve: Reserve
) -> None:
    lead, other = base.themes[0], reserve.themes[1].line
    ask = Ask(theme=lead.id, theme_name=lead.name, sentence=f"{lead.name} rose: who decides?", owner="U0LEA")
    asking = base.model_copy(update={"ask": ask})
    renamed = apply(asking, reserve, [RenameTheme(theme=lead.id, name="Missed visits")]).ask
    assert renamed is not None
    assert (renamed.theme_name, renamed.sentence) == ("Missed visits", "Missed visits rose: who decides?")
    for name in (f"{lead.name} kept late", f"Late {lead.name}"):
        again = apply(asking, reserve, [RenameTheme(theme=lead.id, name=name)]).ask
        assert again is not None
        assert again.sentence == f"{name} rose: who decides?", "a name that contains the old one is said once"
    said = SetAsk(ask=ask.model_copy(update={"sentence": "Who decides?"}))
    reworded = apply(asking, reserve, [said, RenameTheme(theme=lead.id, name="Missed visits")]).ask
    assert reworded is not None
    assert (reworded.theme_name, reworded.sentence) == ("Missed visits", "Who decides?")
    merge = MergeThemes(theme=lead.id, into=other.id)
    assert apply(asking, reserve, [merge]).ask is None
    worded = ask.model_copy(update={"theme": other.id, "sentence": "Who decides?"})
    assert apply(asking, reserve, [merge, SetAsk(ask=worded)]).ask == worded


def test_a_pinned_voice_goes_with_its_theme_into_another(base: Digest, reserve: Reserve) -> None:
    lead = next(theme for theme in reserve.themes if theme.line.id == base.lead)
    into = next(theme.line.id for theme in reserve.themes if theme.line.id != base.lead and not theme.residual)
    pinned, merge = lead.verbatims[0], MergeThemes(theme=lead.line.id, into=into)
    digest = apply(base, reserve, [PinVoice(quote=pinned), merge])
    assert digest.lead == into
    assert (the(digest, Slot.VOICE).record, the(digest, Slot.VOICE).theme) == (pinned.record, into)


def test_a_contact_that_is_offered_goes_by_the_new_name_of_its_theme(base: Digest, reserve: Reserve) -> None:
    voice = the(base, Slot.VOICE)
    offer = SetOffer(offer=Offer(kind="read", theme=voice.denominator.theme, record=voice.record))
    renamed = apply(base, reserve, [offer, RenameTheme(theme=str(base.lead), name="Missed visits")]).offer
    assert renamed is not None
    assert (renamed.theme, renamed.record) == ("Missed visits", voice.record)
    assert apply(base, reserve, [offer, HoldTheme(theme=str(base.lead))]).offer is None


def test_words_for_another_lead_are_not_said(base: Digest, reserve: Reserve) -> None:
    reword = Reword(sentence="Visits were missed.", about=base.lead)
    assert apply(base, reserve, [reword]).worded == "Visits were missed."
    assert apply(base, reserve, [reword, HoldTheme(theme=str(base.lead))]).worded is None


def test_words_whose_numbers_are_others_after_a_merge_are_not_said(base: Digest, reserve: Reserve) -> None:
    def share(digest: Digest) -> str:
        return f"{round(100 * digest.themes[0].count / digest.counts.conversations)} % of all."

    others = [theme.line for theme in reserve.themes if theme.line.id != base.lead and not theme.residual]
    merge = MergeThemes(theme=max(others, key=lambda line: line.count).id, into=str(base.lead))
    reword = Reword(sentence=share(base), about=base.lead)
    assert apply(base, reserve, [reword]).worded == reword.sentence
    merged = apply(base, reserve, [reword, merge])
    assert merged.lead == base.lead
    assert merged.worded is None, "the number is no longer the one of the theme"
    anew = Reword(sentence=share(merged), about=base.lead)
    assert apply(base, reserve, [reword, merge, anew]).worded == anew.sentence


@pytest.mark.parametrize(
    "wrong",
    [
        lambda base: DropTheme(theme=base.lead),
        lambda _: HoldTheme(theme="no-such-theme"),
        lambda base: MergeThemes(theme=base.lead, into=base.lead),
        lambda base: MergeThemes(theme=base.lead, into="rest"),
        lambda base: RenameTheme(theme=base.lead, name=base.all_themes[1].name),
        lambda base: RenameTheme(theme=base.lead, name="  "),
        lambda base: SwapVoice(record=the(base, Slot.VOICE).record),
        lambda base: DropDraw(record=the(base, Slot.VOICE).record),
        lambda _: Reword(sentence="x", about="another"),
        lambda base: PinVoice(quote=the(base, Slot.VOICE).model_copy(update={"theme": "rest"})),
    ],
)
def test_what_cannot_be_is_declined(wrong: Callable[[Digest], Edit], draft: Draft, base: Digest) -> None:
    with pytest.raises(DeclinedError):
        check_edit(wrong(base), draft, base)
