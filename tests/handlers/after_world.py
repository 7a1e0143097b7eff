"""A posted digest of the invented sample, and people who find in it what should not be there."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.blocks.terminal import to_text
from bot.domain.digest import Digest
from bot.domain.week import Week
from bot.locale import Words
from bot.storage.publications import PublicationQueries
from tests.fake_slack import Posted
from tests.handlers.win_world import World, shown

WEEK = Week.parse("2026-W46")


class After(World):
    """ANNA reads, CORA and CARL are curators, LEA is an admin; the digest of the sample's last week is posted."""

    def publish(self, week: Week = WEEK, name: str = "default") -> list[Posted]:
        """Post the digest of *week* and return it, the parent first."""
        edition = self.parts.edition("default", keep=True)
        if name != "default":
            edition = self.parts.editions.ensure(edition.model_copy(update={"name": name}))
        assert self.parts.publisher.publish(edition, week, due_at=datetime.now(UTC), now=self.clock())
        self.parts.posting.work()
        return self.posted

    @property
    def posted(self) -> list[Posted]:
        return self.fake_slack.in_channel("C0LEAD")

    @property
    def everything(self) -> str:
        """Every word that stands in the channel."""
        return "".join(shown(message) + message.text for message in self.posted)

    def stored(self, week: Week = WEEK) -> Digest:
        with self.parts.store.read() as tx:
            digest = PublicationQueries(tx).find("default", week)
        assert digest is not None
        return digest

    def open_menu(self, message: Posted, number: int = 0, user: str = "U0ANNA") -> dict[str, Any]:
        """Choose *Something should not be here* at the quote of that number in *message*; return the form."""
        quotes = [block for block in blocks_of(message) if "accessory" in block]
        block, before = quotes[number], len(self.fake_slack.views)
        option = block["accessory"]["options"][-1]
        action = {
            "type": "overflow",
            "action_id": "quote-menu",
            "block_id": block["block_id"],
            "selected_option": option,
        }
        self.interact(
            "block_actions",
            user,
            actions=[action],
            message={"ts": message.ts, "blocks": as_slack_hands_back(blocks_of(message))},
            response_url=self.response_url,
        )
        self.idle()
        assert len(self.fake_slack.views) == before + 1, "no form opened"
        return self.fake_slack.views[-1]

    def hide(self, message: Posted, user: str = "U0ANNA", **given: Any) -> dict[str, str]:
        """Have the first quote of *message* taken out."""
        form = self.open_menu(message, user=user)
        return self.send(form, user, **given)

    def letter(self, user: str) -> Posted:
        return self.letters(user)[-1]

    def tick(self) -> None:
        self.parts.aftercare.hiding.tick(self.clock())
        self.parts.posting.work()


def blocks_of(message: Posted) -> list[dict[str, Any]]:
    blocks = message.payload["blocks"]
    return list(json.loads(blocks) if isinstance(blocks, str) else blocks)


def as_slack_hands_back(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Slack escapes the mark of a quote in what it hands back."""
    text = json.dumps(blocks, ensure_ascii=False)
    return list(json.loads(text.replace('"> ', '"&gt; ').replace("\\n> ", "\\n&gt; ")))


def quote_blocks(message: Posted) -> list[str]:
    """The texts of the blocks that quote somebody, or did."""
    return [block["text"]["text"] for block in blocks_of(message) if str(block.get("block_id")).startswith("quote:")]


def as_text(digest: Digest) -> str:
    return to_text(digest, Words(digest.language))
