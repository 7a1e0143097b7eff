"""The manifest asks for the least, says why, and stays within Slack's limits."""

import re
from pathlib import Path

import pytest
import yaml

from bot.manifest import COMMANDS, SCOPES, SHORTCUTS, events, manifest, to_yaml
from handlers import ALL, TABLES
from tests.running import voxpop


def test_every_command_of_the_manifest_is_answered_and_no_other() -> None:
    assert {command.name for command in COMMANDS} == {"/voice", *ALL.commands}  # /voice is answered word by word


def test_every_shortcut_and_event_of_the_manifest_is_answered_and_no_other() -> None:
    assert {shortcut.callback for shortcut in SHORTCUTS} == set(TABLES["shortcut"])
    assert {event.name for event in events(emoji=True)} == set(TABLES["event"])


EVERYWHERE = [event.name for event in events(emoji=False)]


def test_what_voxpop_can_do_without_is_optional() -> None:
    scopes = manifest()["oauth_config"]["scopes"]
    assert scopes["bot"] == ["chat:write", "commands", "users:read", "channels:read", "groups:read"]
    assert scopes["bot_optional"] == ["usergroups:read", "channels:history", "groups:history"]


def test_reactions_are_asked_for_only_where_an_emoji_is_chosen() -> None:
    without, chosen = manifest(), manifest(emoji=True, address="https://v.example.com")
    assert without["settings"]["event_subscriptions"] == {"bot_events": EVERYWHERE}
    assert "reactions:read" not in str(without)
    assert "reactions:read" in chosen["oauth_config"]["scopes"]["bot"]
    assert chosen["settings"]["event_subscriptions"] == {
        "request_url": "https://v.example.com/slack/events",
        "bot_events": [*EVERYWHERE, "reaction_added"],
    }


def test_shortcuts_are_within_slacks_limits() -> None:
    for shortcut in manifest()["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
        assert len(shortcut["callback_id"]) <= 255


def test_every_scope_is_printed_with_its_reason() -> None:
    text = to_yaml(manifest())
    for scope in SCOPES:
        assert f'- "{scope.name}"  # {scope.reason}' in text


@pytest.mark.parametrize("address", [None, "https://voxpop.example.com"])
def test_a_yaml_reader_reads_what_is_meant(address: str | None) -> None:
    document = manifest(address=address)
    assert yaml.safe_load(to_yaml(document)) == document


@pytest.mark.parametrize(
    "address", ["https://v.example.com", "https://v.example.com/", "https://v.example.com/slack/events"]
)
def test_http_names_its_address_and_socket_mode_needs_none(address: str) -> None:
    socket, http = manifest(), manifest(address=address)
    assert socket["settings"]["socket_mode_enabled"] is True
    assert "url" not in socket["features"]["slash_commands"][0]
    assert http["settings"]["socket_mode_enabled"] is False
    assert http["features"]["slash_commands"][0]["url"] == "https://v.example.com/slack/events"


def test_clicks_and_forms_are_switched_on_and_nothing_that_nobody_answers() -> None:
    settings = manifest(address="https://v.example.com")["settings"]
    address = "https://v.example.com/slack/events"
    assert settings["interactivity"] == {
        "is_enabled": True,
        "request_url": address,
        "message_menu_options_url": address,
    }
    assert manifest()["settings"]["interactivity"] == {"is_enabled": True}
    assert settings["event_subscriptions"] == {"request_url": address, "bot_events": EVERYWHERE}


def test_app_home_is_switched_on() -> None:
    assert manifest()["features"]["app_home"]["home_tab_enabled"] is True


def test_admins_can_be_told_privately() -> None:
    assert manifest()["features"]["app_home"]["messages_tab_enabled"] is True


def test_the_command_prints_it_and_refuses_an_address_that_slack_would_not_call(tmp_path: Path) -> None:
    nowhere = f"sqlite:///{tmp_path}/none.db"
    done = voxpop("manifest", database_url=nowhere, slack=None, folder=tmp_path)
    assert yaml.safe_load(done.stdout) == manifest()
    assert not (tmp_path / "none.db").exists()
    for url in ("http://v.example.com", "https://", "v.example.com"):
        done = voxpop("manifest", "--url", url, database_url=nowhere, slack=None, folder=tmp_path)
        assert done.returncode == 2
        assert "must be an address that begins with https://" in done.stderr


@pytest.mark.parametrize(("value", "most"), [("name", 35), ("description", 140)])
def test_display_information_is_within_slacks_limits(value: str, most: int) -> None:
    assert 0 < len(manifest()["display_information"][value]) <= most


def test_commands_are_within_slacks_limits() -> None:
    for command in manifest()["features"]["slash_commands"]:
        assert re.fullmatch(r"/[a-z]{1,31}", command["command"])
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
