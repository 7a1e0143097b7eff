"""Settings are typed, complete in `.env.example`, and wrong ones are told in words."""

import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, default_settings, misspelt, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def write(folder: Path, text: str) -> Path:
    file = folder / ".env"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_example_names_every_setting_once_with_its_default() -> None:
    named = re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(name for name, _ in named) == sorted(name.upper() for name in Settings.model_fields)
    assert read_settings(EXAMPLE) == default_settings()


def test_every_setting_is_explained_in_the_example() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    unexplained = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if "=" in line and line[0].isupper() and not before.startswith("#")
    ]
    assert unexplained == []


def test_an_empty_value_counts_as_not_set(tmp_path: Path) -> None:
    assert read_settings(write(tmp_path, "DIGEST_DAY=\nSECRET_KEY=\n")) == default_settings()


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_DAY", "Friday")
    assert read_settings(write(tmp_path, "DIGEST_DAY=mon\n")).digest_day == "fri"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("DIGEST_DAY=funday", "DIGEST_DAY: 'funday' is not a weekday; use mon to sun"),
        ("DIGEST_TIME=half past", "DIGEST_TIME: 'half past' is not a time of day; write it as 08:30"),
        ("DIGEST_TIMEZONE=Berlin", "DIGEST_TIMEZONE: 'Berlin' is not a time zone"),
        ("DIGEST_LANGUAGE=fr", "DIGEST_LANGUAGE: 'fr' is not a language of the digest; use en or de"),
        ("HOLIDAYS=DE-XX", "HOLIDAYS: 'DE-XX' names no region of DE"),
        ("HOLIDAYS=Bavaria", "HOLIDAYS: 'Bavaria' names no country"),
        ("DIGEST_CHANNEL='#leaders'", "DIGEST_CHANNEL: '#leaders' is not a channel's id"),
        ("DIGEST_CHANNEL=leaders", "take the id (C0123456789) from 'View channel details'"),
        ("WINS_CHANNEL='#wins'", "WINS_CHANNEL: '#wins' is not a channel's id"),
        ("SLACK_BOT_TOKEN=xapp-1-a", "SLACK_BOT_TOKEN: this is the app-level token (xapp-…), which SLACK_APP_TOKEN"),
        ("SLACK_APP_TOKEN=xoxb-1-a", "SLACK_APP_TOKEN: this is the bot token (xoxb-…), which SLACK_BOT_TOKEN takes"),
        ("ADMINS=anna", "ADMINS: 'anna' is not a Slack user id"),
        ("HTTP_PORT=99999", "HTTP_PORT:"),
        ("POST_GRACE_SECONDS=0", "POST_GRACE_SECONDS:"),
        ("ZENDESK_SUBDOMAIN=-x", "ZENDESK_SUBDOMAIN: '-x' is no subdomain; it is what stands before .zendesk.com"),
        ("SLACK_API_URL=http://example.com/api/", "SLACK_API_URL:"),
    ],
)
def test_a_wrong_setting_is_told_in_words(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(write(tmp_path, line))
    assert words in str(caught.value)


@pytest.mark.parametrize("written", ["de-be", "DE-BE", "De-bE"])
def test_a_region_of_holidays_may_be_written_in_any_case(tmp_path: Path, written: str) -> None:
    assert read_settings(write(tmp_path, f"HOLIDAYS={written}\n")).holidays == "DE-BE"


def test_a_misspelt_setting_is_told_with_the_name_that_is_meant(tmp_path: Path) -> None:
    file = write(tmp_path, "DIGEST_TIMZONE=Europe/Berlin\nSLACK_BOT_TOKN=\nPATH_TO_X=1\nLANGUAGE=de\nADMINS=U01A\n")
    told = misspelt(file)
    assert [line.split()[0] for line in told] == ["DIGEST_TIMZONE", "SLACK_BOT_TOKN"]
    assert "is not read; DIGEST_TIMEZONE is meant" in told[0]
    assert misspelt(tmp_path / "none") == []


def test_all_wrong_settings_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"(?s)DIGEST_DAY.*DIGEST_LANGUAGE"):
        read_settings(write(tmp_path, "DIGEST_DAY=x\nDIGEST_LANGUAGE=x\n"))


def test_secrets_are_never_printed(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, "SLACK_BOT_TOKEN=xoxb-very\nDATABASE_URL=postgresql://u:very@h/d\n"))
    assert "very" not in repr(settings)


def test_several_admins_may_be_parted_by_commas_or_blanks(tmp_path: Path) -> None:
    assert read_settings(write(tmp_path, "ADMINS=U01ABC, W02DEF U03GHI\n")).admins == ("U01ABC", "W02DEF", "U03GHI")
