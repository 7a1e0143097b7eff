"""The question of a week: proposed for a draft, kept as curators word it, left out where they leave it out."""

from datetime import datetime

from bot.blocks import reading
from bot.blocks.ask_slot import proposal
from bot.domain.ask import AskRecord, AskState
from bot.domain.audit import APP
from bot.domain.digest import Ask, Digest, ThemeLine, VerdictKind
from bot.domain.edition import Edition
from bot.locale import Words
from bot.services.asks.areas import deputy_of, owner_of
from bot.services.asks.book import AskBook
from bot.services.asks.showing import asks_nothing, to_ask
from bot.services.audit import record
from bot.storage.asks import AskQueries
from bot.storage.store import Transaction

_WORTH_ASKING = frozenset({VerdictKind.MOVED, VerdictKind.PERSISTENT})


class Asking:
    """Proposes asks for drafts, and follows what curators make of them."""

    def __init__(self, book: AskBook) -> None:
        self._book = book

    def propose(self, tx: Transaction, edition: Edition, digest: Digest) -> Ask | None:
        """Return the ask to put on the draft of *digest*; its owner sees it privately from then on.

        None in a week in which nothing leads, where there is nobody to ask, and for an edition that asks nothing.
        """
        line = reading.lead(digest)
        if line is None or digest.verdict.kind not in _WORTH_ASKING or asks_nothing(edition):
            return None
        owner, now = owner_of(tx, line, edition), tx.now()
        if owner is None:
            return None
        if edition.shadow_weeks > 0:
            return _only_shown(line, owner, Words(digest.language))
        ask = AskQueries(tx).of_week(digest.edition, digest.week)
        if ask is None:
            ask = self._add(tx, digest, line, proposal(line, Words(digest.language)), owner, now, APP)
        return None if ask is None or ask.state is AskState.LEFT_OUT else to_ask(ask)

    def changed(self, tx: Transaction, edition: Edition, digest: Digest, now: datetime) -> None:
        """Follow what a curator made of the ask of *digest*: reworded, given to somebody else, left out, put back.

        Who is asked sees it anew; whom it is not asked of any more is told.
        """
        wanted, ask = digest.ask, AskQueries(tx).of_week(digest.edition, digest.week)
        if edition.shadow_weeks > 0:
            return
        if wanted is None:
            if ask is not None and ask.state is AskState.PROPOSED:
                self._book.change(tx, ask, now, APP, "ask.leave-out", state=AskState.LEFT_OUT)
            return
        if ask is None:
            line = reading.theme_line(digest, wanted.theme) or reading.lead(digest)
            if line is not None:
                self._add(tx, digest, line, wanted.sentence, wanted.owner, now, APP)
            return
        if ask.state in (AskState.PROPOSED, AskState.LEFT_OUT) and (changes := _changes(tx, ask, wanted)):
            self._book.change(tx, ask, now, APP, "ask.reword", **changes)

    def _add(
        self, tx: Transaction, digest: Digest, line: ThemeLine, sentence: str, owner: str, now: datetime, actor: str
    ) -> AskRecord | None:
        ask = AskQueries(tx).add(
            digest.edition,
            digest.week,
            now,
            theme=line.id,
            theme_name=line.name[:255],
            area=line.area,
            sentence=sentence,
            chosen=owner,
            owner=owner,
            deputy=deputy_of(tx, owner, line.area),
        )
        if ask is not None:
            record(tx, now, actor, "ask.propose", f"ask:{ask.id}", week=digest.week)
        return ask


def _only_shown(line: ThemeLine, owner: str, words: Words) -> Ask:
    """What would be asked: a shadow week goes to curators alone, and asks nobody."""
    return Ask(theme=line.id, theme_name=line.name, area=line.area, sentence=proposal(line, words), owner=owner)


def _changes(tx: Transaction, ask: AskRecord, wanted: Ask) -> dict[str, object]:
    """What is other in *wanted* than in *ask*. Somebody else as owner has not seen it yet."""
    changes: dict[str, object] = {}
    if ask.state is AskState.LEFT_OUT:
        changes |= {"state": AskState.PROPOSED, "version": ask.version + 1}
    if wanted.sentence != ask.sentence or wanted.theme != ask.theme:
        told = {"sentence": wanted.sentence, "theme": wanted.theme, "theme_name": wanted.theme_name[:255]}
        changes |= {**told, "area": wanted.area, "version": ask.version + 1}
    if wanted.owner not in (ask.chosen, ask.owner):
        owner = {"chosen": wanted.owner, "owner": wanted.owner, "deputy": deputy_of(tx, wanted.owner, wanted.area)}
        changes |= {**owner, "seen": None, "seen_at": None, "passing": None, "version": ask.version + 1}
    return changes
