"""The doctor names what is there and what is missing, each with the way out, and shows no secret."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import Parts
from bot.doctor import examine
from bot.domain.check import Check
from bot.domain.edition import Edition, Origin
from bot.domain.message import Message
from bot.domain.role import Grant, Role
from bot.domain.week import Week
from bot.only_one import only_one
from bot.services.posting import PostingService
from bot.settings import Settings, default_settings
from bot.storage.editions import EditionQueries
from bot.storage.grants import GrantQueries
from bot.storage.house import SettingQueries
from bot.storage.store import Store
from bot.storage.workspaces import WorkspaceQueries
from tests.fake_slack import FakeChannel, FakeSlack
from tests.running import free_port, voxpop
from tests.sample_week import NOW, make_parts
from tests.slack_requests import SECRET

SECRETS = {"secret_key": "key-that-nobody-sees", "slack_signing_secret": SECRET}


@pytest.fixture
def settings(store: Store, fake_slack: FakeSlack) -> Settings:
    """Everything set as it should be, but for feedback."""
    return make_parts(
        store,
        slack_bot_token=fake_slack.token,
        slack_api_url=fake_slack.url,
        digest_channel="C0LEAD",
        admins=("U0ADMIN",),
        **SECRETS,
    ).settings


def changed(settings: Settings, **changes: object) -> Settings:
    return default_settings(**{**settings.model_dump(), **changes})


def found(settings: Settings, words: str, now: datetime = NOW) -> Check:
    """The one finding that says *words*."""
    findings = [finding for finding in examine(settings, now) if words in f"{finding.what} {finding.remedy}"]
    assert len(findings) == 1, [finding.what for finding in examine(settings, now)]
    return findings[0]


def test_where_all_is_set_up_everything_essential_is_well(sample_store: Store, settings: Settings) -> None:
    url = sample_store.url.render_as_string(hide_password=False)
    with only_one(sample_store):
        findings = examine(changed(settings, database_url=url, wins_channel="C0LEAD"), NOW)
    assert [finding.what for finding in findings if not finding.well] == []
    said = " ".join(finding.what for finding in findings)
    assert "The next digest of 'Voice of the customer' is due Tue 2026-11-24 08:30 (Europe/Berlin) in C0LEAD" in said
    assert "covers 2026-W47" in said
    assert "workspace Sample team (T0TEAM)" in said


def test_no_secret_is_ever_printed(settings: Settings, fake_slack: FakeSlack, tmp_path: Path) -> None:
    for url in ("postgresql://anna:very-secret@127.0.0.1:1/v", "postgresql://127.0.0.1:1/v?password=very-secret"):
        for finding in examine(changed(settings, database_url=url, slack_app_token="xapp-wrong"), NOW):
            line = f"{finding.what} {finding.remedy}"
            for secret in ("very-secret", fake_slack.token, "xapp-wrong", *SECRETS.values()):
                assert secret not in line


def test_a_database_that_cannot_be_reached_is_one_finding_among_others(settings: Settings) -> None:
    broken = changed(settings, database_url="postgresql://127.0.0.1:1/voxpop")
    gone = found(broken, "127.0.0.1:1/voxpop")
    assert (gone.well, gone.essential) == (False, True)
    assert found(broken, "Slack knows us").well


def test_without_feedback_the_way_to_import_is_told(settings: Settings) -> None:
    finding = found(settings, "There is no feedback yet")
    assert finding.essential
    assert "voxpop import" in str(finding.remedy)


def test_old_feedback_is_noticed(sample_store: Store, settings: Settings) -> None:
    url = sample_store.url.render_as_string(hide_password=False)
    finding = found(changed(settings, database_url=url), "none from 2026-W48", NOW + timedelta(weeks=2))
    assert (finding.well, finding.essential) == (False, False)


def test_rules_that_cannot_be_read_are_told_with_their_line(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text('[[theme]]\nname = "x\n', encoding="utf-8")
    finding = found(changed(settings, rules_file=tmp_path / "rules.toml"), "rules.toml")
    assert finding.essential
    assert "2" in finding.what


@pytest.mark.parametrize(
    ("changes", "words", "essential"),
    [
        ({"admins": ()}, "ADMINS is empty", False),
        ({"digest_channel": None}, "DIGEST_CHANNEL is not set", True),
        ({"secret_key": None}, "SECRET_KEY is not set", False),
        ({"slack_bot_token": None}, "SLACK_BOT_TOKEN is not set", True),
        ({"slack_bot_token": "xoxb-wrong"}, "invalid_auth", True),
        ({"slack_signing_secret": None}, "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET", True),
        ({"slack_app_token": "xapp-wrong"}, "Slack refused SLACK_APP_TOKEN", True),
        ({"digest_channel": "C0NOWHERE"}, "channel_not_found", True),
    ],
)
def test_what_is_missing_is_told_with_the_way_out(
    settings: Settings, changes: dict[str, object], words: str, essential: bool
) -> None:
    finding = found(changed(settings, **changes), words)
    assert (finding.well, finding.essential) == (False, essential)
    assert finding.remedy


def test_a_misspelt_setting_is_a_note_with_the_name_that_is_meant(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("DIGEST_TIMZONE=Europe/Paris\n", encoding="utf-8")
    finding = found(settings, "DIGEST_TIMZONE")
    assert (finding.well, finding.essential) == (False, False)
    assert "DIGEST_TIMEZONE is meant" in finding.what


def test_it_works_without_slack(settings: Settings) -> None:
    away = changed(settings, slack_api_url=f"http://127.0.0.1:{free_port()}/api/")
    assert found(away, "cannot be reached for auth.test").essential
    assert found(away, "The next digest of").well


def test_a_channel_that_we_were_not_invited_to_is_told(settings: Settings, fake_slack: FakeSlack) -> None:
    fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD", is_member=False)
    assert "/invite @Voxpop" in str(found(settings, "not_in_channel").remedy)


def test_a_missing_history_scope_is_a_note_and_says_what_is_lost(settings: Settings, fake_slack: FakeSlack) -> None:
    fake_slack.scopes -= {"channels:history"}
    finding = found(settings, "The scope channels:history")
    assert (finding.well, finding.essential) == (False, False)
    assert "uncertain post" in finding.what
    assert found(settings, "We are in the channel C0LEAD").well
    fake_slack.scopes -= {"channels:read"}
    assert not found(settings, "Whether we are in the channel C0LEAD cannot be seen").essential


def test_a_channel_that_is_archived_or_shared_is_told_before_anything_is_posted(
    settings: Settings, fake_slack: FakeSlack
) -> None:
    """Slack shows the history of an archived channel: whoever may read may not post."""
    fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD", is_archived=True)
    assert found(settings, "Slack would not let us post in C0LEAD: is_archived").essential
    fake_slack.channels["C0LEAD"] = FakeChannel("C0LEAD", is_ext_shared=True)
    assert found(settings, "C0LEAD is shared with another company").well


def test_a_missing_scope_that_is_needed_is_essential(settings: Settings, fake_slack: FakeSlack) -> None:
    fake_slack.scopes -= {"commands"}
    assert found(settings, "The scope commands").essential


def test_an_emoji_that_was_chosen_in_slack_needs_its_scope(
    store: Store, settings: Settings, fake_slack: FakeSlack
) -> None:
    with store.begin() as tx:
        SettingQueries(tx).put("win_emoji", "tada", NOW)
    finding = found(settings, "reactions:read")
    assert "`voxpop manifest --reactions`" in str(finding.remedy)
    fake_slack.scopes |= {"reactions:read"}
    assert not any("reactions:read" in finding.what for finding in examine(settings, NOW))


def test_a_token_of_another_workspace_is_told(settings: Settings, store: Store) -> None:
    with store.begin() as tx:
        WorkspaceQueries(tx).bind("T0FIRST", "The first")
    assert found(settings, "belongs to the Slack workspace T0FIRST").essential


def test_whether_it_runs_is_seen_beside_the_file(settings: Settings, store: Store) -> None:
    if store.file is None:
        assert not [finding for finding in examine(settings, NOW) if "`voxpop run` is" in finding.what]
        return
    assert not found(settings, "`voxpop run` is not up").essential
    with only_one(store):
        assert found(settings, "`voxpop run` is up").well


def test_posts_that_wait_for_a_person_are_named(settings: Settings, store: Store, fake_slack: FakeSlack) -> None:
    parts = Parts(settings, store)
    now = datetime.now(UTC)
    edition = Edition(channel="C0LEAD", created_at=now)
    posting: PostingService = parts.posting
    with store.begin() as tx:
        posting.enqueue(tx, edition, Week.parse("2026-W46"), [Message(text="the digest")], due_at=now)
    fake_slack.fail_next("is_archived")
    posting.work()
    assert "voxpop digest" in str(found(settings, "digest default 2026-W46, message 0, is blocked: is_archived").remedy)


def test_the_command_prints_words_and_leaves_with_1_while_something_is_missing(
    database_url: str, fake_slack: FakeSlack, tmp_path: Path
) -> None:
    done = voxpop("doctor", database_url=database_url, slack=fake_slack, folder=tmp_path)
    assert done.returncode == 1
    assert "ok      The database" in done.stdout
    assert "MISSING There is no feedback yet." in done.stdout
    assert "Traceback" not in done.stderr


def test_a_pause_is_told_until_it_is_over(store: Store, settings: Settings, fake_slack: FakeSlack) -> None:
    fake_slack.channels["C0BOARD"] = FakeChannel("C0BOARD", is_private=True)
    paused = {"paused_until": date(2026, 12, 1), "pause_reason": "summer"}
    with store.begin() as tx:
        EditionQueries(tx).keep(
            Edition(name="board", title="Board", channel="C0BOARD", origin=Origin.SLACK, created_at=NOW, **paused)
        )
    assert "after a pause until 2026-12-01" in found(settings, "digest of 'Board'").what
    assert "pause" not in found(settings, "digest of 'Board'", datetime(2026, 12, 1, tzinfo=UTC)).what


def test_what_is_set_up_in_slack_is_not_missing(store: Store, settings: Settings, fake_slack: FakeSlack) -> None:
    fake_slack.channels["C0BOARD"] = FakeChannel("C0BOARD", is_private=True)
    fake_slack.channels["C0OLD"] = FakeChannel("C0OLD")
    with store.begin() as tx:
        made = {"origin": Origin.SLACK, "created_at": NOW}
        EditionQueries(tx).keep(Edition(name="board", title="Board", channel="C0BOARD", **made))
        EditionQueries(tx).keep(Edition(name="old", channel="C0OLD", off="is_archived", **made))
        GrantQueries(tx).give(Grant(Role.ADMIN, "U0ADA"))
    bare = changed(settings, digest_channel=None, admins=())
    said = " ".join(finding.what for finding in examine(bare, NOW))
    assert "The next digest of 'Board' is due Tue 2026-11-24 08:30" in said
    assert "We are in the channel C0BOARD" in said
    assert "The edition 'old' is off: Slack refuses C0OLD (is_archived)" in said
    assert "Told when something breaks: U0ADA" in said
    assert "ADMINS is empty:" not in said
    assert "DIGEST_CHANNEL is not set" not in said
    assert [
        finding.what for finding in examine(bare, NOW) if finding.essential and "feedback" not in finding.what
    ] == []
