"""What people read about wins is true, and what they leave empty is nothing told."""

from collections.abc import Iterator

import pytest

from bot.blocks.setup_audit import line
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeSlack
from tests.handlers.win_world import CHANNEL, World, shown


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store, request.param)
    yield world
    world.close()


def celebrate(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()


def test_a_notification_names_the_channel_and_shows_no_code(world: World) -> None:
    celebrate(world)
    told = world.letters("U0ANNA")[-1]
    assert f"<#{CHANNEL}>" in told.text
    assert f"<#{CHANNEL}>" in shown(told)
    world.press("U0LEA", world.celebrated()[0], "win-thank")
    assert world.send(world.fake_slack.views[-1], "U0LEA", win_sentence="<!here> & *thanks*") == {}
    thanked = world.letters("U0BEN")[-1]
    assert "<!here>" not in thanked.text + shown(thanked)
    assert "&amp;" in thanked.text


def test_the_log_says_what_happened_to_a_story_and_no_more(world: World, store: Store) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.choose("U0BEN", "name")
    world.nominate(("U0CLEO",), "Every parcel of the night was packed by hand.", user="U0CARL")
    world.press("U0CORA", world.review(), "win-merge")
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_into="1") == {}
    said = {e.action: line(e, Words(world.language)) for e in AuditService(store).entries("win:1")}
    answered = {"en": "added an answer to win 1", "de": "Glanzleistung 1 um eine Antwort ergänzt"}
    put = {"en": "put another story into win 1", "de": "eine andere Geschichte in Glanzleistung 1 aufgenommen"}
    assert said["win.answered"].endswith(answered[world.language]), "one of two has answered"
    assert said["win.take-in"].endswith(put[world.language])


def test_a_curator_cannot_edit_a_story_away(world: World) -> None:
    world.nominate()
    world.press("U0CORA", world.review(), "win-curate")
    errors = world.send(world.fake_slack.views[-1], "U0CORA", win_what="   ")
    assert errors == {"win-what": Words(world.language)("win-nothing-told")}
    world.choose("U0BEN", "name")
    world.approve()
    assert "Ben drove to the customer" in shown(world.celebrated()[0])


def test_blanks_alone_are_no_thanks(world: World) -> None:
    celebrate(world)
    before = len(world.letters("U0BEN"))
    world.press("U0LEA", world.celebrated()[0], "win-thank")
    errors = world.send(world.fake_slack.views[-1], "U0LEA", win_sentence="   ")
    assert errors == {"win-sentence": Words(world.language)("win-thank-empty")}
    assert len(world.letters("U0BEN")) == before
