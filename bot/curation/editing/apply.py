"""Edits, put on a digest: the lead, the verdict and those who speak are chosen anew by the same rules as before."""

import re
from collections.abc import Iterable, Set

from bot.curation.choosing.lead import Choice, Standing, choose
from bot.curation.editing.casting import Casting, key_of
from bot.curation.editing.plan import Plan, to_plan
from bot.curation.editing.regroup import regrouped
from bot.curation.editing.wording import fits
from bot.domain.digest import Denominator, Digest, Offer, Quote, Slot, ThemeLine, VerdictKind
from bot.domain.draft import Edit
from bot.domain.reference import to_text
from bot.domain.reserve import Reserve, ReservedTheme
from bot.domain.week import Week


def apply(base: Digest, reserve: Reserve, edits: Iterable[Edit], gone: Set[str] = frozenset()) -> Digest:
    """Return *base* with *edits*, and without the voices of the records in *gone*. Without either it is *base*.

    Every quote is one that was set aside, or was pinned, with the denominator of its theme as it is counted now.
    """
    plan = to_plan(edits)
    themes = regrouped(reserve, plan, Week.parse(base.week))
    held = {theme.line.id for theme in themes} & set(plan.held)
    choice = _choose(base, reserve, plan, themes, held)
    by_id = {theme.line.id: theme for theme in themes}
    casting = Casting(reserve, plan, by_id, gone)
    lead = choice.lead.line.id if choice.lead else None
    wished = casting.wish(lead) if lead else None
    drawn, passed = casting.draw(wished) if base.draw else (None, 0)
    voice = casting.voice(lead, drawn) if lead else None
    speaking = [q for q in (voice, drawn) if q is not None]
    for line in choice.lines:
        speaking += casting.verbatims(line.id, (voice, drawn))
    lines = {theme.line.id: theme.line for theme in themes}
    digest = base.model_copy(
        update={
            "verdict": choice.verdict,
            "lead": lead,
            "themes": choice.lines,
            "all_themes": tuple(_unnamed(t.line) if t.line.id in held else t.line for t in themes),
            "quotes": tuple(_counted(q, plan, lines, base) for q in speaking),
            "draw": base.draw.model_copy(update={"passed": passed}) if base.draw and drawn else None,
            "kpis": base.kpis if plan.numbers else (),
            "praise": _praise(base, plan, lines, held, gone),
            "held_back": len(held),
        }
    )
    return _asking(digest, plan, gone)


def other_voices(base: Digest, reserve: Reserve, edits: Iterable[Edit], gone: Set[str], shown: Digest) -> list[Quote]:
    """Return who else could be the voice of the week in *shown*, the next best first; taken out before come last."""
    plan = to_plan(edits)
    themes = {theme.line.id: theme for theme in regrouped(reserve, plan, Week.parse(base.week))}
    if shown.lead not in themes:
        return []
    there = {key_of(q) for q in shown.quotes if q.slot in (Slot.VOICE, Slot.BLIND_DRAW)} | gone
    able = [q for q in themes[shown.lead].voices if key_of(q) not in there]
    return sorted(able, key=lambda q: key_of(q) in plan.out)


def trimmed(digest: Digest, edits: Iterable[Edit], gone: Set[str] = frozenset()) -> Digest:
    """Return *digest* with what was contributed after the edits as its curators want it.

    That is the contact that they offer, but no conversation of a record in *gone*, and no win that they leave to
    another edition.
    """
    plan = to_plan(edits)
    return digest.model_copy(
        update={
            "wins": tuple(story for story in digest.wins if story.win not in plan.wins),
            "invites_wins": digest.invites_wins and None not in plan.wins,
            "offer": digest.offer if plan.offer is None else _offer(digest, plan, gone),
        }
    )


def shortened(digest: Digest) -> Digest:
    """Return the short edition, which is posted where nobody looked at it: no ask, no win, no blind draw.

    What its owner has answered already is no ask any more, and is shown: they decided, whoever was away.
    """
    answered = digest.ask is not None and digest.ask.answer is not None
    return digest.model_copy(
        update={
            "short": True,
            "ask": digest.ask if answered else None,
            "asks": answered,
            "wins": (),
            "invites_wins": False,
            "draw": None,
            "quotes": tuple(quote for quote in digest.quotes if quote.slot is not Slot.BLIND_DRAW),
        }
    )


def _choose(base: Digest, reserve: Reserve, plan: Plan, themes: list[ReservedTheme], held: set[str]) -> Choice:
    standings = [
        Standing(t.line, t.weight, t.improving, praise=t.praise, residual=t.residual)
        for t in themes
        if t.line.id not in held
    ]
    aside = frozenset(plan.aside)
    choice = choose(standings, reserve.history, base.week, reserve.weeks_before, aside=aside)
    if choice.verdict.kind is VerdictKind.EMPTY and base.counts.eligible:
        quiet = choice.verdict.model_copy(update={"kind": VerdictKind.QUIET})
        return Choice(choice.lead, choice.also, quiet, choice.reasons)
    return choice


def _unnamed(line: ThemeLine) -> ThemeLine:
    """A theme that is held back still counts, and nothing says what it is about."""
    return line.model_copy(update={"name": "", "terms": (), "named": False})


def _counted(quote: Quote, plan: Plan, lines: dict[str, ThemeLine], base: Digest) -> Quote:
    line = lines[plan.now(quote.theme)]
    of = Denominator(theme=line.name, of_theme=line.count, of_conversations=base.counts.conversations)
    return quote.model_copy(update={"theme": line.id, "denominator": of})


def _praise(base: Digest, plan: Plan, lines: dict[str, ThemeLine], held: set[str], gone: Set[str]) -> tuple[Quote, ...]:
    able = (q for q in base.praise if plan.now(q.theme) not in held and key_of(q) not in gone)
    return tuple(_counted(quote, plan, lines, base) for quote in able)


def _offer(digest: Digest, plan: Plan, gone: Set[str]) -> Offer | None:
    """The contact that is offered: only on a theme that is shown, by the name that it goes by now."""
    offer = digest.offer if plan.offer is None else plan.offer.offer
    if offer is None or (offer.record is not None and to_text(offer.record) in gone):
        return None
    said = next((quote for quote in digest.quotes if quote.record == offer.record), None)
    if said is not None:
        offer = offer.model_copy(update={"theme": said.denominator.theme})
    return offer if offer.theme in {line.name for line in digest.themes} else None


def _renamed(sentence: str, old: str, new: str) -> str:
    """Return *sentence* with the theme's *new* name where its *old* one stood, as whole words; it may contain that."""
    begun = new[:1].upper() + new[1:]
    names = "|".join(re.escape(name) for name in (old, old[:1].upper() + old[1:]))
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda m: begun if m.start() == 0 or m[0] != old else new, sentence)


def _asking(digest: Digest, plan: Plan, gone: Set[str]) -> Digest:
    """Return *digest* with what its curators ask and offer: nothing about a theme of which nothing is shown."""
    hidden = {line.id for line in digest.all_themes if not line.name}
    ask = digest.ask if plan.ask is None else plan.ask.ask
    if ask is not None and (plan.now(ask.theme) in hidden or (plan.ask is None and ask.theme in plan.merged)):
        ask = None  # what was proposed about one theme does not hold for two; curators may ask anew
    elif ask is not None and (name := plan.names.get(plan.now(ask.theme))):
        sentence = ask.sentence if plan.ask is not None else _renamed(ask.sentence, ask.theme_name, name)
        ask = ask.model_copy(update={"theme_name": name, "sentence": sentence})
    return digest.model_copy(
        update={
            "ask": ask,
            "offer": _offer(digest, plan, gone),
            "worded": _worded(digest, plan),
        }
    )


def _worded(digest: Digest, plan: Plan) -> str | None:
    """The verdict in a curator's words: about the theme that leads now, in numbers that are the digest's."""
    if plan.worded is None or plan.worded.sentence is None:
        return None
    about = plan.now(plan.worded.about) if plan.worded.about else None
    return plan.worded.sentence if about == digest.lead and fits(plan.worded.sentence, digest) else None
