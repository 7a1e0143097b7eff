"""What a digest shows of asks: the question or its answer, and the ledger of what was said before."""

from datetime import datetime

from bot.curation.editing.plan import to_plan
from bot.domain.ask import ANSWERED, AskRecord, AskState, Outcome
from bot.domain.audit import APP
from bot.domain.digest import Answer, AnswerKind, Ask, Digest, LedgerLine
from bot.domain.edition import Edition
from bot.domain.week import Week
from bot.services.asks.book import AskBook
from bot.storage.asks import AskQueries
from bot.storage.drafts import DraftQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Transaction


class Showing:
    """Puts the ask and the ledger into a digest when it is posted."""

    def __init__(self, book: AskBook) -> None:
        self._book = book

    def add(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Digest:
        """Return *digest* with its ask as it stands *now*, the answer where it came first, and with the ledger.

        The owner is named only where they saw it a working day before.
        """
        said = self._ledger(tx, edition, digest, now)
        ledger = tuple(to_line(each, outcome, named=not _is_unnamed(tx, each)) for each, outcome in said)
        ask = None if asks_nothing(edition) else _shown(tx, edition, digest, now)
        return digest.model_copy(update={"ask": ask, "ledger": ledger})

    def posted(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Write down that *digest* asks, and what its ledger said; what it does not ask is left out for good."""
        ask = AskQueries(tx).of_week(digest.edition, digest.week)
        if ask is not None and digest.ask is not None:
            state = AskState.OPEN if ask.state is AskState.PROPOSED else ask.state
            said = {"named": digest.ask.named, "records": _records(tx, digest.ask, ask)}
            self._book.change(tx, ask, now, APP, "ask.post", state=state, posted_at=now, **said)
        elif ask is not None and ask.state is AskState.PROPOSED:
            self._book.change(tx, ask, now, APP, "ask.leave-out", state=AskState.LEFT_OUT)
        for each, outcome in self._ledger(tx, edition, digest, now):
            AskQueries(tx).note(AskBook.find(tx, each.id), reported=each.report(outcome))

    @staticmethod
    def _ledger(tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> list[tuple[AskRecord, Outcome]]:
        """What is to be said of earlier commitments: kept, moved and dropped once, overdue until it is not."""
        if "ledger" in edition.without:
            return []
        found: list[tuple[AskRecord, Outcome]] = []
        for ask in AskQueries(tx).answered(edition.name):
            outcome = ask.outcome(now, edition.zone, edition.holidays)
            if outcome is None or ask.week >= digest.week:
                continue
            if outcome is Outcome.OVERDUE or ask.reported != ask.report(outcome):
                found.append((ask, outcome))
        return sorted(found, key=lambda pair: (_ORDER[pair[1]], pair[0].id))


_ORDER = {Outcome.KEPT: 0, Outcome.MOVED: 1, Outcome.OVERDUE: 2, Outcome.DROPPED: 3}


def _shown(tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> Ask | None:
    """What *digest* asks, as its curators word it, with what is known of it: who has it by now, and their answer.

    An answer is shown whatever was edited, as its owner was promised; about a theme that is held back, without the
    question, which says what the theme is about.
    """
    wanted, ask = digest.ask, AskQueries(tx).of_week(digest.edition, digest.week)
    if ask is not None and ask.state in ANSWERED:
        shown = to_ask(ask)
        return _without_question(shown) if _is_held_back(tx, digest, ask) else shown
    if wanted is None or ask is None or ask.state is AskState.LEFT_OUT:
        return wanted
    stands = wanted.sentence == ask.sentence and wanted.owner in (ask.chosen, ask.owner)
    if not stands:  # a curator has just changed it: whoever is asked now has not seen it
        return wanted.model_copy(update={"number": ask.id, "named": False})
    return to_ask(ask, named=ask.was_seen_in_time(now, edition.zone, edition.holidays))


def _is_held_back(tx: Transaction, digest: Digest, ask: AskRecord) -> bool:
    """Whether *digest* says nothing about the theme of *ask*, or about the one that it was merged into."""
    draft = DraftQueries(tx).of(ask.edition, ask.week)
    theme = ask.theme if draft is None else to_plan(made.edit for made in draft.edits).now(ask.theme)
    return any(line.id == theme and not line.name for line in digest.all_themes)


def _without_question(asked: Ask) -> Ask:
    """Return *asked* with its answer alone."""
    return asked.model_copy(update={"theme_name": "", "sentence": ""})


def _records(tx: Transaction, asked: Ask, ask: AskRecord) -> list[str]:
    """Return the records of the theme that is *asked* about, as the draft of its week counts them."""
    draft = DraftQueries(tx).of(ask.edition, ask.week)
    if draft is None:
        return []
    plan = to_plan(made.edit for made in draft.edits)
    placed = DraftQueries(tx).placed(draft)
    return sorted(record for record, theme in placed.items() if plan.now(theme) == plan.now(asked.theme))


def asks_nothing(edition: Edition) -> bool:
    """Whether *edition* asks nothing at all: one for the whole company never does."""
    return edition.company


def to_ask(ask: AskRecord, *, named: bool = False) -> Ask:
    """Return *ask* as a digest shows it, with its answer where there is one."""
    answer = None
    if ask.state in ANSWERED:
        taken = ask.state is not AskState.NOT_NOW
        answer = Answer(
            kind=AnswerKind.TAKEN if taken else AnswerKind.NOT_NOW,
            decision=ask.kind.value if ask.kind else None,
            line=ask.line or "",
            due=ask.due,
        )
    return Ask(
        theme=ask.theme,
        theme_name=ask.theme_name,
        area=ask.area,
        sentence=ask.sentence,
        owner=ask.owner,
        named=named and answer is None,
        number=ask.id,
        answer=answer,
    )


def _is_unnamed(tx: Transaction, ask: AskRecord) -> bool:
    """Whether its digest showed the answer of *ask* alone, since its theme was held back."""
    digest = PublicationQueries(tx).find(ask.edition, Week.parse(ask.week))
    return digest is not None and digest.ask is not None and not digest.ask.theme_name


def to_line(ask: AskRecord, outcome: Outcome, *, named: bool) -> LedgerLine:
    """Return *ask* as the ledger says it: by area, never by person; else by its theme, where that may be *named*."""
    said = ask.closing if outcome in (Outcome.KEPT, Outcome.DROPPED) and ask.closing else ask.line
    return LedgerLine(
        area=ask.area or (ask.theme_name if named else ""), state=outcome.value, line=said or "", due=ask.due
    )
