"""The manifest asks for the least, says why, and stays within Slack's limits."""

import re

import pytest

from bot.manifest import COMMANDS, SCOPES, manifest, to_yaml
from handlers import COMMANDS as ANSWERED


def test_every_command_of_the_manifest_is_answered_and_no_other() -> None:
    assert {command.name for command in COMMANDS} == set(ANSWERED)


def test_history_is_optional_and_the_rest_is_two_scopes() -> None:
    scopes = manifest()["oauth_config"]["scopes"]
    assert scopes["bot"] == ["chat:write", "commands"]
    assert scopes["bot_optional"] == ["channels:history", "groups:history"]


def test_every_scope_is_printed_with_its_reason() -> None:
    text = to_yaml(manifest())
    for scope in SCOPES:
        assert f'- "{scope.name}"  # {scope.reason}' in text


def test_socket_mode_needs_no_address_and_http_names_it_everywhere() -> None:
    socket, http = manifest(), manifest(address="https://voxpop.example.com/")
    assert socket["settings"]["socket_mode_enabled"] is True
    assert "url" not in socket["features"]["slash_commands"][0]
    assert http["settings"]["socket_mode_enabled"] is False
    assert http["features"]["slash_commands"][0]["url"] == "https://voxpop.example.com/slack/events"
    assert http["settings"]["interactivity"]["request_url"] == "https://voxpop.example.com/slack/events"


@pytest.mark.parametrize(("value", "most"), [("name", 35), ("description", 140)])
def test_display_information_is_within_slacks_limits(value: str, most: int) -> None:
    assert 0 < len(manifest()["display_information"][value]) <= most


def test_commands_are_within_slacks_limits() -> None:
    for command in manifest()["features"]["slash_commands"]:
        assert re.fullmatch(r"/[a-z]{1,31}", command["command"])
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
