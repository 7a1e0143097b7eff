"""Leaders who are asked something in one Slack: their digest is that of the invented sample feedback."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.curation.editing.apply import shortened
from bot.domain.area import Area
from bot.domain.ask import AskRecord
from bot.domain.digest import Ask, Digest
from bot.domain.edition import Edition
from bot.domain.week import Week
from bot.locale import Words
from bot.services.audit import AuditService
from bot.services.publishing import to_messages
from bot.storage.asks import AskQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack, Posted
from tests.handlers.win_world import World, has_button, shown
from tests.sample_week import WEEK, make_parts

AREA = "Appointment desk"
OLA, DEE, PIA, LEA, ANNA, CORA = "U0OLA", "U0DEE", "U0PIA", "U0LEA", "U0ANNA", "U0CORA"

DRAFTED = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)
POSTED = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
"""Monday and Tuesday, 08:30 in Berlin: the draft goes out a working day before the digest."""

DUE = "2026-11-20"
DUE_DAY = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


class AskWorld(World):
    """OLA leads the area of the lead theme, DEE is her deputy; LEA is an admin, CORA and CARL are curators."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str, sample: Store, **areas: Any) -> None:
        super().__init__(fake_slack, store, language, digest_channel="C0LEAD")
        for user in (OLA, DEE, PIA):
            self.person(user)
        self.now = DRAFTED
        area = Area(**{"name": AREA, "leader": OLA, "deputy": DEE, **areas})
        self.parts.areas.put(area, LEA, DRAFTED)
        self.edition: Edition = self.parts.edition("default", keep=True)
        self.digest = sample_digest(sample, language)

    def draft(self) -> Ask | None:
        """Let the draft go out, a working day before: the question is proposed, and its owner is shown it."""
        with self.parts.store.begin() as tx:
            ask = self.parts.asks.asking.propose(tx, self.edition, self.digest)
        self.digest = self.digest.model_copy(update={"ask": ask})
        self.tick()
        return ask

    def reword(self, **changes: Any) -> None:
        """Let a curator change the ask of the draft; without changes it is left out."""
        assert self.digest.ask is not None
        self.redraft(self.digest.ask.model_copy(update=changes) if changes else None)

    def redraft(self, ask: Ask | None) -> None:
        """Put *ask* on the draft; as drafts do, what others know of it is added before its change is told."""
        now = self.clock()
        with self.parts.store.begin() as tx:
            self.digest = self.digest.model_copy(update={"ask": ask})
            for contribution in self.parts.contributions:
                self.digest = contribution.add(tx, self.edition, self.digest, now)
            self.parts.asks.asking.changed(tx, self.edition, self.digest, now)
        self.tick()

    def publish(self, digest: Digest | None = None, at: datetime = POSTED, *, short: bool = False) -> Posted:
        """Post the draft, or another *digest*, at *at*; return the message in the channel. *short*: nobody looked."""
        self.now, digest = at, digest or self.digest
        with self.parts.store.begin() as tx:
            for contribution in self.parts.contributions:
                digest = contribution.add(tx, self.edition, digest, at)
            digest = shortened(digest) if short else digest
            week, due = Week.parse(digest.week), datetime.now(UTC)
            assert self.parts.posting.enqueue(tx, self.edition, week, to_messages(digest), due_at=due)
            self.parts.digests.keep(tx, self.edition, digest, None, at)
            for contribution in self.parts.contributions:
                contribution.posted(tx, self.edition, digest, at)
        self.tick()
        return self.parents()[-1]

    def next_week(self, weeks: int = 1) -> Posted:
        """Post the digest of a later week, in which nothing is asked."""
        week, days = Week.parse(self.digest.week), timedelta(weeks=weeks)
        for _ in range(weeks):
            week = week.next
        later = {"week": str(week), "start": self.digest.start + days, "end": self.digest.end + days, "ask": None}
        return self.publish(self.digest.model_copy(update=later), POSTED + days)

    def parents(self) -> list[Posted]:
        """The digests in the channel, as they stand there now."""
        return [message for message in self.fake_slack.in_channel("C0LEAD") if message.thread_ts is None]

    def answer(self, user: str, message: Posted, action: str, **given: Any) -> dict[str, str]:
        """Press a button that opens a form, and send it off with *given* in it; return what the form objects to."""
        return self.send(self.open(user, message, action), user, **given)

    def open(self, user: str, message: Posted, action: str) -> dict[str, Any]:
        """Press a button and return the form that opened."""
        before = len(self.fake_slack.views)
        said = self.press(user, message, action)
        assert len(self.fake_slack.views) == before + 1, f"no form opened: {said}"
        return self.fake_slack.views[-1]

    def take(
        self, user: str, message: Posted, line: str = "A second person at the desk", due: str = DUE
    ) -> dict[str, str]:
        return self.answer(user, message, "ask-take", ask_line=line, ask_due=due, ask_kind="people")

    def letter(self, user: str, action: str) -> Posted:
        """The newest private message of *user* with that button."""
        found = [message for message in self.letters(user) if has_button(message, action)]
        assert found, f"{user} has no {action}: {[shown(message) for message in self.letters(user)]}"
        return found[-1]

    def ask(self) -> AskRecord:
        """The ask as it is stored."""
        with self.parts.store.read() as tx:
            ask = AskQueries(tx).of_week("default", self.digest.week)
        assert ask is not None
        return ask

    def actions(self) -> list[str]:
        """What the audit log says was done with the ask."""
        return [entry.action for entry in AuditService(self.parts.store).entries(f"ask:{self.ask().id}")]

    def tick(self) -> None:
        """Let the clock do what it does: tell, send, and see what has arrived."""
        for _ in range(2):
            self.parts.asks.tick(self.clock())
            self.parts.posting.work()
        self.parts.asks.tick(self.clock())

    def say(self, en: str, de: str) -> str:
        return {"en": en, "de": de}[self.language]

    def asked_at_home(self, user: str) -> str:
        """What App Home shows *user* of what is asked of them."""
        sections = self.parts.asks.sections(user, Words(self.language), self.clock())
        return json.dumps([block.to_dict() for each in sections for block in each.blocks], ensure_ascii=False)


_MADE: dict[str, Digest] = {}


def sample_digest(sample: Store, language: str) -> Digest:
    """The digest of the sample's last week, made once: its lead theme belongs to the area of the world above."""
    if language not in _MADE:
        parts = make_parts(sample, digest_language=language)
        parts.areas.own("appointments", LEA, DRAFTED, area=AREA, owner=None)
        _MADE[language] = parts.digests.preview(parts.edition("default"), WEEK, at=POSTED)
    return _MADE[language]
