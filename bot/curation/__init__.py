"""How a week becomes a digest: pure functions of what is stored, without a database and without a clock."""

from collections.abc import Callable, Iterable

from bot.curation.choosing.candidates import shown_segments
from bot.curation.choosing.lead import choose
from bot.curation.choosing.options import Picked
from bot.curation.choosing.reserve import Chosen, to_reserve
from bot.curation.choosing.spoken import let_speak, to_quote, to_speakers
from bot.curation.choosing.standings import to_series, to_standings
from bot.curation.counts import to_counted, to_counts, weeks_at_hand
from bot.curation.exclusions import Exclusions
from bot.curation.figures.kpis import to_kpis
from bot.curation.theming.placing import place, to_means
from bot.curation.theming.themes import Themes
from bot.curation.voices import to_voices
from bot.domain.digest import Digest, Quote
from bot.domain.edition import Edition
from bot.domain.history import History
from bot.domain.reserve import Reserve
from bot.domain.rules import Rules
from bot.domain.verbatim import LeftOut, Verbatim, to_conversations
from bot.domain.week import Week


def curate(
    feedback: Iterable[Verbatim],
    history: History,
    themes: Themes | None,
    week: Week,
    rules: Rules,
    seed: str,
    *,
    edition: Edition,
) -> tuple[Digest, Themes]:
    """Turn *feedback* into the digest of *week*, and *themes* into those that the week has grown.

    *feedback*: whole conversations of the week and of the 8 to 12 weeks before, in any order; what came later is not
    looked at. *history*: what published editions said. *themes*: fitted only from weeks before. *seed* decides
    the blind draw and the bootstrap. The same arguments give the same bytes.
    """
    digest, themes, _ = _curate(feedback, history, themes, week, rules, seed, edition)
    return digest, themes


def curate_with_reserve(
    feedback: Iterable[Verbatim],
    history: History,
    themes: Themes | None,
    week: Week,
    rules: Rules,
    seed: str,
    *,
    edition: Edition,
) -> tuple[Digest, Themes, Reserve]:
    """The same, with what stands ready beside the digest for those who edit its draft."""
    digest, themes, reserve = _curate(feedback, history, themes, week, rules, seed, edition)
    return digest, themes, reserve()


def _curate(
    feedback: Iterable[Verbatim],
    history: History,
    themes: Themes | None,
    week: Week,
    rules: Rules,
    seed: str,
    edition: Edition,
) -> tuple[Digest, Themes, Callable[[], Reserve]]:
    zone, end = edition.zone, week.end(edition.zone)
    conversations = to_conversations(v for v in feedback if v.created_at < end)
    exclusions = Exclusions(rules)
    counted = to_counted(conversations, week, zone, exclusions)
    counts = to_counts(counted)
    weeks = weeks_at_hand(counted)
    voices = to_voices([c for c in counted if c.back < weeks], exclusions.may_feature)
    themes, placed = place(voices, themes, week, rules)
    standings = to_standings(placed, themes, weeks, week, history, edition.language)
    choice = choose(standings, history, str(week), weeks - 1)
    speakers = to_speakers(placed, to_means(themes))
    spoken = let_speak(choice, speakers, seed, history.last_voices(str(week)))
    lines = {s.line.id: s.line for s in standings}
    segments = shown_segments(c.conversation for c in counted if c.reason is None)
    kept = [c.conversation for c in counted if c.reason is not LeftOut.EXCLUDED]

    def copy(picked: Picked) -> Quote:
        return to_quote(picked, lines, counts.conversations, segments)

    def reserve() -> Reserve:
        chosen = Chosen(standings, choice, speakers, spoken, weeks)
        return to_reserve(chosen, to_series(placed, weeks), history, str(week), seed, copy)

    digest = Digest(
        edition=edition.name,
        title=edition.title,
        week=str(week),
        start=week.start(zone),
        end=end,
        timezone=edition.timezone,
        language=edition.language,
        seed=seed,
        rules_version=rules.version,
        counts=counts,
        weeks_before=weeks - 1,
        verdict=choice.verdict,
        lead=choice.lead.line.id if choice.lead else None,
        themes=choice.lines,
        all_themes=tuple(s.line for s in standings),
        quotes=tuple(map(copy, spoken.quotes)),
        draw=spoken.draw,
        kpis=to_kpis(kept, week, zone, seed),
        praise=tuple(map(copy, spoken.praise)),
    )
    return digest, themes, reserve
