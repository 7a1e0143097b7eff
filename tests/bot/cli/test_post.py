"""`voxpop digest post` and `resolve`: posted once, and every exit code says what it says."""

from pathlib import Path

import pytest

from bot.domain.outbox import State
from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine
from tests.fake_slack import HISTORY, SCOPES, FakeChannel, FakeSlack, Fault

WEEK = ("--week", "2024-W10")
"""Long over whatever clock the tests run by: a digest that says that no feedback came in, and its thread."""
CHANNEL = "C0LEAD"


@pytest.fixture
def voxpop(tmp_path: Path, store: Store, fake_slack: FakeSlack) -> CommandLine:
    """The command line with everything set that posting needs."""
    return CommandLine(
        tmp_path,
        store.url.render_as_string(hide_password=False),
        SLACK_BOT_TOKEN=fake_slack.token,
        SLACK_API_URL=fake_slack.url,
        DIGEST_CHANNEL=CHANNEL,
        POST_GRACE_SECONDS="1",
    )


def in_outbox(store: Store) -> list[str]:
    with store.read() as tx:
        return list(tx.connection.exec_driver_sql("SELECT state FROM outbox ORDER BY part").scalars())


def test_it_is_posted_and_its_place_is_printed(voxpop: CommandLine, fake_slack: FakeSlack) -> None:
    told = voxpop("digest", "post", *WEEK)
    posted = fake_slack.in_channel(CHANNEL)
    assert (told.code, told.out, told.err) == (0, f"{posted[0].ts}\n", "")
    assert len(posted) == 2
    assert {message.thread_ts for message in posted[1:]} == {posted[0].ts}


def test_again_it_prints_the_same_place_and_posts_nothing(voxpop: CommandLine, fake_slack: FakeSlack) -> None:
    first = voxpop("digest", "post", *WEEK)
    before = len(fake_slack.messages)
    again = voxpop.process("digest", "post", *WEEK)
    assert (again.code, again.out) == (0, first.out)
    assert len(fake_slack.messages) == before


def test_posted_by_two_at_once_it_is_there_once(voxpop: CommandLine, fake_slack: FakeSlack) -> None:
    running = [voxpop.start("digest", "post", *WEEK, "--wait") for _ in range(2)]
    outputs = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], outputs
    keys = [message.key for message in fake_slack.in_channel(CHANNEL)]
    assert len(keys) == len(set(keys)) == 2
    assert outputs[0][0] == outputs[1][0]


def test_into_a_channel_that_another_company_reads_nothing_goes_before_admins_have_said_so(
    voxpop: CommandLine, fake_slack: FakeSlack
) -> None:
    fake_slack.channels[CHANNEL] = FakeChannel(CHANNEL, is_ext_shared=True)
    told = voxpop("digest", "post", *WEEK)
    assert (told.code, told.out) == (3, "")
    assert "shared with another company" in told.err
    assert fake_slack.in_channel(CHANNEL) == []


@pytest.mark.parametrize("fault", [Fault.COMMIT_DROP, Fault.COMMIT_500, Fault.COMMIT_INTERNAL_ERROR])
def test_a_lost_answer_is_uncertain_and_says_when_it_is_looked_at(
    voxpop: CommandLine, fake_slack: FakeSlack, fault: Fault
) -> None:
    fake_slack.fail_next(fault)
    told = voxpop("digest", "post", *WEEK)
    assert (told.code, told.out) == (3, "")
    assert "looked at again at " in told.err
    assert " UTC" in told.err
    waited = voxpop("digest", "post", *WEEK, "--wait")
    posted = fake_slack.in_channel(CHANNEL)
    assert (waited.code, waited.out) == (0, f"{posted[0].ts}\n")
    assert len({message.key for message in posted}) == len(posted)


def test_wait_stays_until_it_is_posted(voxpop: CommandLine, fake_slack: FakeSlack) -> None:
    fake_slack.fail_next(Fault.COMMIT_DROP, Fault.RATE_LIMITED)
    told = voxpop("digest", "post", *WEEK, "--wait")
    posted = fake_slack.in_channel(CHANNEL)
    assert (told.code, told.out) == (0, f"{posted[0].ts}\n")
    assert len({message.key for message in posted}) == len(posted)


@pytest.mark.parametrize(
    ("code", "words"),
    [("not_in_channel", "invite the app"), ("is_archived", "archived"), ("channel_not_found", "DIGEST_CHANNEL")],
)
def test_what_slack_refuses_for_good_is_blocked_with_the_way_out(
    voxpop: CommandLine, fake_slack: FakeSlack, code: str, words: str
) -> None:
    fake_slack.fail_next(code)
    told = voxpop("digest", "post", *WEEK)
    assert (told.code, told.out) == (4, "")
    assert "blocked" in told.err
    assert code in told.err
    assert words in told.err
    assert voxpop("digest", "post", *WEEK).code == 0
    assert fake_slack.in_channel(CHANNEL)


def test_a_token_that_slack_does_not_know_is_blocked_in_words(voxpop: CommandLine, store: Store) -> None:
    voxpop.set(SLACK_BOT_TOKEN="xoxb-of-yesterday")
    told = voxpop("digest", "post", *WEEK)
    assert (told.code, told.out) == (4, "")
    assert "invalid_auth" in told.err
    assert "SLACK_BOT_TOKEN" in told.err
    assert "xoxb-of-yesterday" not in told.err
    assert in_outbox(store) == []


def test_another_teams_token_is_refused_in_words(voxpop: CommandLine, store: Store, fake_slack: FakeSlack) -> None:
    with store.begin() as tx:
        tx.connection.exec_driver_sql("UPDATE workspace SET slack_team = 'T0OTHER'")
    told = voxpop("digest", "post", *WEEK)
    assert told.code == 4
    assert "belongs to the Slack workspace T0OTHER" in told.err
    assert fake_slack.messages == []
    assert in_outbox(store) == []


def test_a_slack_that_is_not_reached_leaves_it_waiting(
    voxpop: CommandLine, store: Store, fake_slack: FakeSlack
) -> None:
    voxpop.set(SLACK_API_URL="http://127.0.0.1:9/api/")
    told = voxpop("digest", "post", *WEEK)
    assert (told.code, told.out) == (3, "")
    assert "cannot be reached" in told.err
    assert "looked at again" in told.err
    assert set(in_outbox(store)) == {State.PENDING}
    voxpop.set(SLACK_API_URL=fake_slack.url)
    assert voxpop("digest", "post", *WEEK).code == 0


def test_what_is_missing_is_told_at_once(voxpop: CommandLine) -> None:
    voxpop.set(SLACK_BOT_TOKEN="", DIGEST_CHANNEL="")
    told = voxpop("digest", "post", *WEEK)
    assert (told.code, told.out) == (2, "")
    assert "SLACK_BOT_TOKEN is not set" in told.err
    assert "DIGEST_CHANNEL is not set" in told.err


@pytest.mark.parametrize("week", ["46", "2026-W60", "2999-W01"])
def test_a_week_that_cannot_be_posted_is_wrong_use(
    voxpop: CommandLine, store: Store, fake_slack: FakeSlack, week: str
) -> None:
    told = voxpop("digest", "post", "--week", week)
    assert (told.code, told.out) == (2, "")
    assert fake_slack.calls == []
    assert in_outbox(store) == []


def test_an_unknown_edition_is_wrong_use(voxpop: CommandLine) -> None:
    assert voxpop("digest", "post", "--edition", "board").code == 2


def test_a_dry_run_shows_it_posts_nothing_and_keeps_nothing(
    voxpop: CommandLine, store: Store, fake_slack: FakeSlack
) -> None:
    told = voxpop("digest", "post", *WEEK, "--dry-run")
    assert told.code == 0
    assert "No feedback came in this week." in told.out
    assert f"--- to {CHANNEL}, in the thread" in told.out
    assert fake_slack.calls == []
    with store.read() as tx:
        for table in ("publication", "outbox", "themes", "edition"):
            assert tx.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_a_dry_run_needs_neither_token_nor_channel(voxpop: CommandLine) -> None:
    voxpop.set(SLACK_BOT_TOKEN="", DIGEST_CHANNEL="")
    assert voxpop("digest", "post", *WEEK, "--dry-run").code == 0


@pytest.fixture
def held(voxpop: CommandLine, fake_slack: FakeSlack) -> CommandLine:
    """The command line after a post whose answer was lost, where the app may not look into the channel."""
    fake_slack.scopes = SCOPES - HISTORY
    fake_slack.fail_next(Fault.COMMIT_DROP)
    told = voxpop("digest", "post", *WEEK, "--wait")
    assert told.code == 3
    assert "voxpop digest resolve --posted --week 2024-W10" in told.err
    return voxpop


def test_seen_in_the_channel_it_is_posted_and_gets_its_thread(held: CommandLine, fake_slack: FakeSlack) -> None:
    (parent,) = fake_slack.in_channel(CHANNEL)
    told = held("digest", "resolve", "--posted", "--ts", parent.ts, *WEEK)
    assert (told.code, told.out) == (0, f"{parent.ts}\n")
    posted = fake_slack.in_channel(CHANNEL)
    assert {message.thread_ts for message in posted} == {None, parent.ts}
    assert len({message.key for message in posted}) == len(posted)


def test_seen_but_not_where_its_thread_waits_for_the_place(held: CommandLine, fake_slack: FakeSlack) -> None:
    told = held("digest", "resolve", "--posted", *WEEK)
    assert told.code == 4
    assert "--ts" in told.err
    (parent,) = fake_slack.in_channel(CHANNEL)
    link = f"https://example.slack.com/archives/{CHANNEL}/p{parent.ts.replace('.', '')}"
    assert held("digest", "resolve", "--posted", "--ts", link, *WEEK).code == 0


def test_not_seen_it_is_posted_again(held: CommandLine, fake_slack: FakeSlack) -> None:
    fake_slack.messages.clear()
    told = held("digest", "resolve", "--again", *WEEK)
    posted = fake_slack.in_channel(CHANNEL)
    assert (told.code, told.out) == (0, f"{posted[0].ts}\n")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "--posted when the digest is there, --again when it is not"),
        (["--again", "--posted"], "--posted and --again contradict each other"),
        (["--again", "--ts", "1763450000.123456"], "it goes with --posted"),
        (["--posted", "--ts", "yesterday"], "'yesterday' is not a message's place"),
        (["--posted", "--week", "46"], "is not an ISO week"),
    ],
)
def test_resolving_without_saying_what_is_wrong_use(held: CommandLine, options: list[str], words: str) -> None:
    week = [] if "--week" in options else WEEK
    told = held("digest", "resolve", *options, *week)
    assert told.code == 2
    assert words in told.err


def test_without_a_week_the_one_that_waits_is_settled(held: CommandLine, fake_slack: FakeSlack) -> None:
    (parent,) = fake_slack.in_channel(CHANNEL)
    told = held("digest", "resolve", "--posted", "--ts", parent.ts)
    assert (told.code, told.out) == (0, f"{parent.ts}\n")
    told = held("digest", "resolve", "--posted")
    assert told.code == 1
    assert "nothing of 'default' waits for an answer" in told.err


def test_without_a_week_several_that_wait_are_named(held: CommandLine, fake_slack: FakeSlack) -> None:
    fake_slack.fail_next(Fault.COMMIT_DROP)
    assert held("digest", "post", "--week", "2024-W11", "--wait").code == 3
    told = held("digest", "resolve", "--again")
    assert told.code == 2
    assert "several weeks wait for an answer: 2024-W10, 2024-W11; name one with --week" in told.err


def test_there_is_nothing_to_resolve_where_nothing_is_uncertain(voxpop: CommandLine) -> None:
    told = voxpop("digest", "resolve", "--again", *WEEK)
    assert told.code == 1
    assert "waits for an answer" in told.err
