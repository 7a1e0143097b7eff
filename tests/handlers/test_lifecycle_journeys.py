"""What happens to channels, to the token and to people: one way is off, admins hear once, it comes back."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.area import Area
from bot.domain.outbox import DIGEST, State
from bot.domain.role import Grant, Role
from bot.domain.route import TEAM
from bot.storage.areas import AreaQueries
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.inbox import INBOX
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store
from handlers import lifecycle
from tests.fake_slack import BOT_USER, FakeChannel, FakeSlack
from tests.handlers.after_world import WEEK, After
from tests.handlers.win_world import CHANNEL, has_button, shown
from tests.locked import locked

GONE = [
    ({"type": "channel_left"}, "not_in_channel", "/invite @Voxpop"),
    ({"type": "group_left"}, "not_in_channel", "/invite @Voxpop"),
    ({"type": "member_left_channel", "user": BOT_USER, "channel_type": "C"}, "not_in_channel", "/invite @Voxpop"),
    ({"type": "channel_archive", "user": "U0LEA"}, "is_archived", "archiv"),
    ({"type": "group_archive", "user": "U0LEA"}, "is_archived", "archiv"),
    ({"type": "channel_deleted"}, "channel_not_found", ""),
    ({"type": "group_deleted"}, "channel_not_found", ""),
]


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[After]:
    world = After(fake_slack, sample_store, request.param, digest_channel="C0LEAD")
    world.parts.edition("default", keep=True)
    yield world
    world.close()


def happen(world: After, event: dict[str, Any], channel: Any = "C0LEAD") -> None:
    given = {"channel": channel} if channel is not None else {}
    assert world.happen({"event_ts": "1.0", **given, **event}).status == 200
    world.idle()
    world.parts.aftercare.routes.tick()
    world.parts.posting.work()


def leave(world: After) -> None:
    """Somebody removes the app from the channel."""
    world.fake_slack.channels["C0LEAD"].is_member = False
    happen(world, {"type": "channel_left"})


def come_back(world: After) -> None:
    """Somebody invites it again."""
    world.fake_slack.channels["C0LEAD"].is_member = True
    happen(world, {"type": "member_joined_channel", "user": BOT_USER, "inviter": "U0LEA"})


def off(world: After) -> str | None:
    with world.parts.store.read() as tx:
        edition = EditionQueries(tx).find("default")
    assert edition is not None
    return edition.off


def told(world: After) -> list[str]:
    return [letter.text for letter in world.letters("U0LEA")]


def rows(world: After) -> int:
    """How many events were written down."""
    from sqlalchemy import func, select

    with world.parts.store.read() as tx:
        return int(tx.connection.execute(select(func.count()).select_from(INBOX)).scalar_one())


@pytest.mark.parametrize(("event", "why", "way_out"), GONE, ids=[str(event["type"]) for event, _, _ in GONE])
def test_a_broken_channel_switches_off_its_route_alone_and_admins_hear_once(
    world: After, event: dict[str, Any], why: str, way_out: str
) -> None:
    channel = world.fake_slack.channels["C0LEAD"]
    channel.is_member, channel.is_archived = why != "not_in_channel", why == "is_archived"
    happen(world, event)
    happen(world, event)
    assert off(world) == why
    (said,) = told(world)
    assert way_out in said
    assert "#C0LEAD" in said
    assert world.parts.editions.due(datetime.now(UTC) + timedelta(days=8)) == []
    assert world.parts.editions.default().channel == "C0LEAD", "its settings stay"


def test_invited_again_it_comes_back_by_itself_with_what_waited(world: After) -> None:
    world.fake_slack.channels["C0LEAD"].is_member = False
    edition = world.parts.edition("default", keep=True)
    world.parts.publisher.publish(edition, WEEK, due_at=datetime.now(UTC), now=world.clock())
    world.parts.posting.work()
    assert world.posted == []
    assert off(world) == "not_in_channel"
    leave(world)
    assert len(told(world)) == 1, "the post that was refused has told it already"
    come_back(world)
    assert off(world) is None
    assert len(world.posted) > 1
    assert ("can be posted to again" if world.language == "en" else "lässt sich wieder posten") in told(world)[-1]


def test_opened_again_without_us_in_it_it_stays_off_and_says_how_to_invite(world: After) -> None:
    channel = world.fake_slack.channels["C0LEAD"]
    channel.is_archived = True
    happen(world, {"type": "channel_archive"})
    channel.is_archived = channel.is_member = False
    happen(world, {"type": "channel_unarchive"})
    assert off(world) == "not_in_channel"
    assert "/invite @Voxpop" in told(world)[-1]
    world.fake_slack.channels["C0LEAD"].is_member = True
    happen(world, {"type": "channel_unarchive"})
    assert off(world) is None


def test_a_restart_does_not_forget_that_a_channel_is_off(world: After) -> None:
    leave(world)
    world.parts.edition("default", keep=True)
    assert off(world) == "not_in_channel"


def test_a_rename_changes_nothing_but_what_is_shown(world: After) -> None:
    assert world.parts.slack.channel_info("C0LEAD").name == "leaders"
    world.fake_slack.channels["C0LEAD"].name = "leadership"
    happen(world, {"type": "channel_rename"}, {"id": "C0LEAD", "name": "leadership", "created": 1})
    assert world.parts.slack.channel_info("C0LEAD").name == "leadership"
    assert off(world) is None
    assert told(world) == []


def test_shared_with_another_company_nothing_is_posted_before_two_admins_say_so(world: After) -> None:
    edition = world.parts.edition("default", keep=True)
    world.parts.publisher.publish(edition, WEEK, due_at=datetime.now(UTC), now=world.clock())
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    assert off(world) == "shared"
    assert world.posted == []
    letter = world.letter("U0LEA")
    assert ("another company" if world.language == "en" else "anderen Unternehmen") in letter.text
    said = world.press("U0CORA", letter, "route-confirm")
    assert ("Only an admin" if world.language == "en" else "nur ein Admin") in said[0]
    assert off(world) == "shared"
    alone = world.press("U0LEA", letter, "route-confirm")
    assert ("takes a second admin" if world.language == "en" else "braucht es einen zweiten Admin") in alone[-1]
    with world.parts.store.begin() as tx:
        GrantQueries(tx).give(Grant(Role.ADMIN, "U0CARL"))
    for _ in range(2):
        waits = world.press("U0LEA", letter, "route-confirm")
        assert ("second admin has to agree" if world.language == "en" else "zweiter Admin muss zustimmen") in waits[-1]
        assert off(world) == "shared"
    second = world.letter("U0CARL")
    assert "<@U0LEA>" in shown(second)
    world.press("U0CARL", second, "route-confirm")
    assert off(world) is None
    assert len(world.posted) > 1
    late = world.press("U0LEA", letter, "route-confirm")
    assert ("changed meanwhile" if world.language == "en" else "inzwischen geändert") in late[-1]


def test_what_slack_tells_while_the_database_is_busy_is_not_lost(world: After) -> None:
    """Such an event is acknowledged before it is kept: Slack does not tell it again."""
    busy = locked(world.parts.store)
    busy.__enter__()
    over = threading.Timer(2.0, busy._over.set)
    over.start()
    routes = world.parts.impatient.aftercare.routes
    lifecycle.off("shared")(event={"type": "channel_shared", "channel": "C0LEAD"}, routes=routes, clock=world.clock)
    busy.__exit__()
    assert off(world) == "shared"


def test_shared_no_more_it_comes_back_by_itself(world: After) -> None:
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    happen(world, {"type": "channel_unshared", "previously_connected_team_id": "T0OTHER", "is_ext_shared": True})
    assert off(world) == "shared"
    happen(world, {"type": "channel_unshared", "previously_connected_team_id": "T0THIRD", "is_ext_shared": False})
    assert off(world) is None


def test_left_while_it_is_shared_it_needs_both_before_it_comes_back(world: After) -> None:
    happen(world, {"type": "channel_shared", "connected_team_id": "T0OTHER"})
    leave(world)
    assert off(world) == "not_in_channel"
    come_back(world)
    assert off(world) == "shared"
    assert has_button(world.letter("U0LEA"), "route-confirm")


def test_a_channel_with_a_new_id_is_followed(world: After) -> None:
    world.publish()
    world.fake_slack.channels["C0NEW"] = FakeChannel("C0NEW")
    happen(world, {"type": "channel_id_changed", "old_channel_id": "C0LEAD", "new_channel_id": "C0NEW"}, None)
    with world.parts.store.read() as tx:
        edition = EditionQueries(tx).find("default")
        posts = OutboxQueries(tx).of(Address(DIGEST, "default", str(WEEK)))
    assert edition is not None
    assert edition.channel == "C0NEW"
    assert {post.channel for post in posts} == {"C0NEW"}
    assert "C0LEAD" in told(world)[-1], "the environment still names the old one"


def test_the_token_taken_back_stops_posting_and_loses_nothing(world: After) -> None:
    happen(world, {"type": "tokens_revoked", "tokens": {"oauth": ["U0LEA"], "bot": []}}, None)
    with world.parts.store.read() as tx:
        assert RouteQueries(tx).find(TEAM) is None, "that was only a person's"
    edition = world.parts.edition("default", keep=True)
    world.parts.publisher.publish(edition, WEEK, due_at=datetime.now(UTC), now=world.clock())
    good, world.fake_slack.token = world.fake_slack.token, "xoxb-another"
    happen(world, {"type": "tokens_revoked", "tokens": {"bot": [BOT_USER]}}, None)
    world.parts.posting.work()
    assert state(world) is State.BLOCKED
    assert any("token" in warning for warning in health(world))
    world.fake_slack.token = good
    world.parts.aftercare.routes.reconnect(world.clock())
    world.parts.posting.work()
    assert state(world) is State.DONE
    assert not any("token" in warning for warning in health(world))


def state(world: After) -> State:
    status = world.parts.posting.status("default", WEEK)
    assert status is not None
    return status.state


def health(world: After) -> list[str]:
    from bot.services.health import HealthService

    now = world.clock()
    service = HealthService(world.parts.store, world.parts.editions, ["U0LEA"], since=now)
    return list(service.report(now, now, connected=True)[1]["warnings"])


def test_what_somebody_was_responsible_for_is_told_once_when_they_are_gone(world: After) -> None:
    with world.parts.store.begin() as tx:
        GrantQueries(tx).give(Grant(Role.OBSERVER, "U0BEN"))
        AreaQueries(tx).put(Area(name="Ground handling", leader="U0BEN"))
    event = {"type": "user_change", "user": {"id": "U0BEN", "deleted": True}}
    happen(world, event, None)
    happen(world, event, None)
    (said,) = world.letters("U0LEA")
    assert "Ground handling" in str(said.payload["blocks"])
    assert ("observer" if world.language == "en" else "Beobachten") in str(said.payload["blocks"])
    happen(world, {"type": "user_change", "user": {"id": "U0CLEO", "deleted": True}}, None)
    assert len(world.letters("U0LEA")) == 1, "they were responsible for nothing"


def test_what_concerns_nobody_here_leaves_no_row(world: After) -> None:
    before = rows(world)
    happen(world, {"type": "channel_archive"}, "C0OTHER")
    happen(world, {"type": "channel_rename"}, {"id": "C0OTHER", "name": "other"})
    happen(world, {"type": "member_joined_channel", "user": "U0BEN"})
    happen(world, {"type": "member_left_channel", "user": "U0BEN"})
    happen(world, {"type": "user_change", "user": {"id": "U0BEN", "deleted": False, "name": "ben"}}, None)
    assert rows(world) == before
    assert told(world) == []
    leave(world)
    assert rows(world) == before + 1


def test_the_wins_channel_is_a_route_like_any_other(world: After) -> None:
    world.fake_slack.channels[CHANNEL].is_archived = True
    happen(world, {"type": "channel_archive"}, CHANNEL)
    assert off(world) is None
    assert f"#{CHANNEL}" in told(world)[0]
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()
    assert len(told(world)) == 1
    world.fake_slack.channels[CHANNEL].is_archived = False
    happen(world, {"type": "channel_unarchive"}, CHANNEL)
    assert len(world.celebrated()) == 1


def test_weeks_that_passed_meanwhile_are_not_told_one_by_one(world: After) -> None:
    leave(world)
    world.now = datetime.now(UTC) + timedelta(days=30)
    come_back(world)
    count = len(told(world))
    world.parts.editions.due(world.now)
    world.parts.posting.work()
    assert len(told(world)) == count


def test_events_that_come_in_the_wrong_order_switch_nothing_off(world: After) -> None:
    come_back(world)
    happen(world, {"type": "channel_left"})
    happen(world, {"type": "channel_archive"})
    assert off(world) is None
    assert told(world) == []


def test_doctor_says_which_channel_besides_the_editions_is_off(world: After) -> None:
    from bot.doctor import _ways

    world.fake_slack.channels[CHANNEL].is_archived = True
    happen(world, {"type": "channel_archive"}, CHANNEL)
    leave(world)
    (found,) = _ways(world.parts)
    assert CHANNEL in found.what
    assert "unarchive" in str(found.remedy)
