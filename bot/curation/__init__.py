"""How a week becomes a digest: pure functions of what is stored, without a database and without a clock."""

from collections.abc import Iterable

from bot.curation.choosing.candidates import shown_segments
from bot.curation.choosing.lead import choose
from bot.curation.choosing.spoken import to_quote, to_spoken
from bot.curation.choosing.standings import to_standings
from bot.curation.counts import to_counted, to_counts, weeks_at_hand
from bot.curation.exclusions import Exclusions
from bot.curation.figures.kpis import to_kpis
from bot.curation.theming.placing import place, to_means
from bot.curation.theming.themes import Themes
from bot.curation.voices import to_voices
from bot.domain.digest import Digest
from bot.domain.edition import Edition
from bot.domain.history import History
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
    spoken = to_spoken(choice, placed, to_means(themes), seed, history.last_voices(str(week)))
    lines = {s.line.id: s.line for s in standings}
    segments = shown_segments(c.conversation for c in counted if c.reason is None)
    kept = [c.conversation for c in counted if c.reason is not LeftOut.EXCLUDED]
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
        quotes=tuple(to_quote(p, lines, counts.conversations, segments) for p in spoken.quotes),
        draw=spoken.draw,
        kpis=to_kpis(kept, week, zone, seed),
        praise=tuple(to_quote(p, lines, counts.conversations, segments) for p in spoken.praise),
    )
    return digest, themes
