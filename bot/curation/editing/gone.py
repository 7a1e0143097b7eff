"""Who may not be quoted any more: deleted, excluded or asked not to be featured since a draft was made."""

from collections.abc import Iterable

from bot.curation.exclusions import Exclusions
from bot.domain.digest import Quote
from bot.domain.draft import Edit, PinVoice
from bot.domain.reference import to_text
from bot.domain.reserve import Reserve
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim, to_conversations


def quotes_in(reserve: Reserve, edits: Iterable[Edit], praise: Iterable[Quote] = ()) -> list[Quote]:
    """Return every quote that a draft could show."""
    pinned = [edit.quote for edit in edits if isinstance(edit, PinVoice)]
    reserved = [quote for theme in reserve.themes for quote in (*theme.voices, *theme.verbatims)]
    return [*reserved, *reserve.draws, *pinned, *praise]


def gone_of(quotes: Iterable[Quote], standing: Iterable[Verbatim], rules: Rules) -> frozenset[str]:
    """Return the keys of the records of *quotes* that may not be quoted, by what is *standing* of them now.

    A record is gone where it was deleted, where *rules*, the source or redaction keep it out by now, and where its
    redacted text does not hold the quote any more, letter by letter.
    """
    exclusions = Exclusions(rules)
    able: dict[str, str] = {}
    for conversation in to_conversations(standing):
        if exclusions.left_out(conversation) is not None or not exclusions.may_feature(conversation):
            continue
        for record in conversation.records:
            features = record.features
            if features.noise is None and not (features.sensitive or features.doubt):
                able[to_text(record.record)] = features.text
    return frozenset(to_text(q.record) for q in quotes if able.get(to_text(q.record), "")[q.start : q.end] != q.text)
