"""Curators at work on the draft of a real week of the invented sample, in one Slack."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.blocks import ids
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.draft import Draft
from bot.domain.edition import Edition, Weekday
from bot.domain.feedback import Feedback, RecordRef
from bot.services.clock import wall_clock
from bot.sources.base import Gone, Page
from bot.storage.drafts import DraftQueries
from bot.storage.editions import EditionQueries
from bot.storage.quotable import QuotableQueries
from bot.storage.store import Store
from jobs.drafts import tick as draft_tick
from jobs.posting import tick
from tests.fake_slack import FakeSlack, Posted
from tests.handlers.win_world import World

DUE = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)
"""Wednesday 08:30 in Berlin; the draft is made on Tuesday at the same time, when all of the sample has come in."""
DRAFTED = DUE - timedelta(days=1)
LEADERS = "C0LEAD"


class DraftWorld(World):
    """CORA and CARL are curators, LEA is an admin; the edition of the sample goes to the leaders' channel."""

    def __init__(self, fake_slack: FakeSlack, store: Store, language: str = "en", **edition: Any) -> None:
        super().__init__(fake_slack, store, language, digest_channel=LEADERS)
        self.now = DRAFTED - timedelta(minutes=5)
        self.set(**{"created_at": DRAFTED - timedelta(days=3), "weekday": Weekday.WED, **edition})

    def set(self, **values: Any) -> Edition:
        """Set the edition otherwise."""
        made = self.parts.edition("default")
        with self.parts.store.begin() as tx:
            known = EditionQueries(tx).find("default") or made
            edition = known.model_copy(update=values)
            EditionQueries(tx).keep(edition)
        return edition

    @property
    def edition(self) -> Edition:
        with self.parts.store.read() as tx:
            found = EditionQueries(tx).find("default")
        assert found is not None
        return found

    def pass_to(self, moment: datetime) -> None:
        """Let the clock do all it does for drafts and digests at *moment*, in the order of the real one."""
        self.now = moment
        parts = self.parts

        def publish(edition: Edition, due: Any, now: datetime) -> None:
            # the outbox lives by the database's clock, for which the sample's week is long past
            parts.publisher.publish(edition, due.week, due_at=wall_clock(), now=now)

        draft_tick(parts.drafts.making.due, parts.drafts.making.make, parts.drafts.tick, moment)
        tick(parts.editions, parts.posting, publish, moment)
        draft_tick(lambda _: [], parts.drafts.making.make, parts.drafts.tick, moment)

    def show_anew(self, moment: datetime) -> None:
        """Let something around the draft have changed, and the clock tell of it."""
        with self.parts.store.begin() as tx:
            DraftQueries(tx).show_anew()
        self.pass_to(moment)

    def draft(self) -> Draft:
        """The newest draft."""
        with self.parts.store.read() as tx:
            found = DraftQueries(tx).of("default", "2026-W46")
        assert found is not None
        return found

    def copy(self, user: str = "U0CORA") -> Posted:
        """The draft as *user* has it before them."""
        return next(m for m in self.letters(user) if "draft-" in str(m.payload) or is_review(m))

    def do(self, user: str, verb: str, index: int = 0) -> dict[str, Any]:
        """Choose *verb* in the menu of a slot; return the form that opens."""
        before = len(self.fake_slack.views)
        option = find_option(self.copy(user), f".{verb}.{index}")
        self.click(user, self.copy(user), ids.DRAFT_SLOT, selected_option=option, type="overflow")
        assert len(self.fake_slack.views) == before + 1, self.fake_slack.responses[-1:]
        return self.fake_slack.views[-1]

    def click(self, user: str, message: Posted, action: str, **element: Any) -> list[str]:
        """Click *action* as it stands in *message*; return what was said to *user* alone since."""
        before = len(self.fake_slack.responses)
        answer = self.interact(
            "block_actions",
            user,
            actions=[{"type": "button", "block_id": "b", "action_ts": "1.0", "action_id": action, **element}],
            container={"type": "message", "message_ts": message.ts, "channel_id": message.channel},
            response_url=self.response_url,
        )
        assert answer.status == 200
        self.idle()
        return [str(each["text"]) for each in self.fake_slack.responses[before:]]

    def change(self, user: str, verb: str, index: int = 0, why: str = "other", **given: Any) -> dict[str, str]:
        """Change something from menu to form; return the errors by field."""
        return self.send(self.do(user, verb, index), user, why=why, **given)

    def take_in(self, *items: Feedback) -> None:
        """Let feedback come in while the draft is being looked at."""
        self._take_in(items[0].source, Page(items=items))

    def forget(self, record: RecordRef) -> None:
        """Let the source delete *record*, with its conversation."""
        with self.parts.store.read() as tx:
            said = QuotableQueries(tx).conversations_of([record], FEATURES_VERSION)
        conversation = next(each.conversation for each in said)
        self._take_in(record.source, Page(items=(), gone=(Gone(conversation, DUE + timedelta(days=1)),)))

    def _take_in(self, source: str, page: Page) -> None:
        for _ in self.parts.feedback.take_in(source, [page], DRAFTED + timedelta(hours=1)):
            pass

    def posted(self) -> list[Posted]:
        """What stands in the leaders' channel."""
        return self.fake_slack.in_channel(LEADERS)


def is_review(message: Posted) -> bool:
    first = (message.payload.get("blocks") or [{}])[0]
    title = str((first.get("text") or {}).get("text", ""))
    return title.startswith(("Draft:", "Entwurf:"))


def find_option(message: Posted, ending: str) -> dict[str, Any]:
    menus = [block["accessory"] for block in message.payload["blocks"] if "accessory" in block]
    options = [option for menu in menus for option in menu["options"]]
    found = [option for option in options if option["value"].endswith(ending)]
    assert found, f"nothing to choose that ends in {ending}: {[option['value'] for option in options]}"
    return dict(found[0])
