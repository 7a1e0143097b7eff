"""`voxpop doctor` and `voxpop manifest`: what is missing, and what Slack needs."""

from bot.manifest import SCOPES
from tests.bot.cli.command_line import CommandLine
from tests.fake_slack import HISTORY, FakeSlack
from tests.fake_slack import SCOPES as GRANTED


def test_the_doctor_names_everything_that_is_missing_with_its_remedy(voxpop: CommandLine) -> None:
    told = voxpop("doctor")
    assert told.code == 1
    for missing in ("no feedback", "ADMINS", "DIGEST_CHANNEL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SECRET_KEY"):
        assert missing in told.out
    assert "→ `voxpop import FILE`" in told.out
    assert "Traceback" not in told.err


def test_the_doctor_is_content_when_a_digest_could_be_posted(sample_voxpop: CommandLine, fake_slack: FakeSlack) -> None:
    sample_voxpop.set(
        SLACK_BOT_TOKEN=fake_slack.token,
        SLACK_API_URL=fake_slack.url,
        SLACK_SIGNING_SECRET="made-for-tests",
        DIGEST_CHANNEL="C0LEAD",
        ADMINS="U0ADMIN",
    )
    told = sample_voxpop("doctor")
    assert told.code == 0, told.out
    assert "MISSING" not in told.out
    assert "2026-08-1" in told.out
    fake_slack.scopes = GRANTED - HISTORY
    assert "channels:history" in sample_voxpop("doctor").out


def test_no_secret_is_printed(sample_voxpop: CommandLine, fake_slack: FakeSlack) -> None:
    sample_voxpop.set(
        SLACK_BOT_TOKEN=fake_slack.token, SLACK_API_URL=fake_slack.url, SLACK_SIGNING_SECRET="sesame", SECRET_KEY="open"
    )
    told = sample_voxpop("doctor")
    for secret in (fake_slack.token, "sesame", "open"):
        assert secret not in told.out.split("→")[0] + told.err


def test_the_manifest_can_be_pasted_as_it_is_printed(voxpop: CommandLine) -> None:
    import yaml

    told = voxpop("manifest")
    assert (told.code, told.err) == (0, "")
    printed = yaml.safe_load(told.out)
    asked = printed["oauth_config"]["scopes"]
    assert set(asked["bot"]) | set(asked["bot_optional"]) == {scope.name for scope in SCOPES}


def test_the_manifest_needs_no_settings_and_no_database(voxpop: CommandLine) -> None:
    voxpop.set(DATABASE_URL="nowhere", DIGEST_DAY="funday")
    assert voxpop("manifest").code == 0
    assert "reactions:read" not in voxpop("manifest").out
    assert "reactions:read" in voxpop("manifest", "--reactions").out


def test_an_address_that_slack_does_not_call_is_wrong_use(voxpop: CommandLine) -> None:
    told = voxpop("manifest", "--url", "http://example.com")
    assert told.code == 2
    assert "https://" in told.err
    assert voxpop("manifest", "--url", "https://voxpop.example.com").code == 0
