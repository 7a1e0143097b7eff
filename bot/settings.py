"""Every environment variable, typed, with its default. `.env.example` explains each for people."""

import re
from collections.abc import Mapping
from datetime import time
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, StringConstraints, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict

from bot.errors import FieldError, SettingsError

LANGUAGES = ("en", "de")
_ALIKE = 0.85
"""How alike an unknown name must be to a setting's to be taken for a slip; other programs keep names in `.env` too."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Settings(BaseSettings):
    """What the environment and `.env` say. An empty value counts as not set; names are the variables' own."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    database_url: SecretStr = SecretStr("sqlite:///voxpop.db")
    secret_key: SecretStr | None = None

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    admins: Annotated[tuple[str, ...], NoDecode] = ()
    curators: Annotated[tuple[str, ...], NoDecode] = ()

    wins_channel: str | None = None
    wins_post: Literal["at-once", "digest"] = "at-once"
    wins_nudge: bool = True
    win_emoji: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_+'-]{1,100}$")] | None = None

    edition_name: Annotated[str, StringConstraints(min_length=1, max_length=100)] = "Voice of the customer"
    digest_channel: str | None = None
    digest_day: str = "tue"
    digest_time: time = time(8, 30)
    digest_timezone: str = "Europe/Berlin"
    digest_language: str = "en"
    holidays: str | None = None
    post_grace_seconds: int = Field(default=120, ge=1, le=3600)

    zendesk_subdomain: str | None = None
    zendesk_email: str | None = None
    zendesk_api_token: SecretStr | None = None
    zendesk_oauth_token: SecretStr | None = None
    zendesk_segment_field: str | None = None
    zendesk_base_url: str | None = None

    rules_file: Path | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=1, le=65535)

    @field_validator("slack_bot_token", "slack_app_token")
    @classmethod
    def _token_in_its_place(cls, value: SecretStr | None, field: ValidationInfo) -> SecretStr | None:
        begins = value.get_secret_value()[:5] if value else ""
        if field.field_name == "slack_bot_token" and begins == "xapp-":
            raise ValueError("this is the app-level token (xapp-…), which SLACK_APP_TOKEN takes; here goes xoxb-…")
        if field.field_name == "slack_app_token" and begins == "xoxb-":
            raise ValueError("this is the bot token (xoxb-…), which SLACK_BOT_TOKEN takes; here goes xapp-…")
        return value

    @field_validator("digest_channel", "wins_channel")
    @classmethod
    def _channel_id(cls, value: str | None) -> str | None:
        if value is not None and not (value[:1] in "CG" and value.isalnum() and value.isascii() and value.isupper()):
            raise ValueError(
                f"{value!r} is not a channel's id, and a name may change; "
                "take the id (C0123456789) from 'View channel details', at the bottom"
            )
        return value

    @field_validator("admins", "curators", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(part for part in value.replace(",", " ").split() if part) if isinstance(value, str) else value

    @field_validator("admins", "curators")
    @classmethod
    def _user_ids(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for user in value:
            if not (user[:1] in "UW" and user.isalnum() and user.isupper()):
                raise ValueError(f"{user!r} is not a Slack user id (as U012AB3CD; in the profile: ⋮, Copy member ID)")
        return value

    @field_validator("win_emoji", mode="before")
    @classmethod
    def _without_colons(cls, value: Any) -> Any:
        return None if value is None else str(value).strip().strip(":") or None

    @field_validator("digest_day", mode="before")
    @classmethod
    def _weekday(cls, value: Any) -> Any:
        short = str(value).strip().lower()[:3]
        if short not in WEEKDAYS:
            raise ValueError(f"{value!r} is not a weekday; use mon to sun")
        return short

    @field_validator("digest_time", mode="before")
    @classmethod
    def _clock_time(cls, value: Any) -> Any:
        try:
            return value if isinstance(value, time) else time.fromisoformat(str(value).strip().zfill(5))
        except ValueError:
            raise ValueError(f"{value!r} is not a time of day; write it as 08:30") from None

    @field_validator("digest_timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        from zoneinfo import available_timezones

        if value not in available_timezones():
            raise ValueError(f"{value!r} is not a time zone; use an IANA name such as Europe/Berlin")
        return value

    @field_validator("digest_language")
    @classmethod
    def _language(cls, value: str) -> str:
        if value not in LANGUAGES:
            raise ValueError(f"{value!r} is not a language of the digest; use {' or '.join(LANGUAGES)}")
        return value

    @field_validator("holidays")
    @classmethod
    def _region(cls, value: str | None) -> str | None:
        if value is None:
            return None
        import holidays

        country, _, region = value.strip().partition("-")
        known = holidays.list_supported_countries()
        country = country.upper()
        if country not in known:
            raise ValueError(f"{value!r} names no country with known holidays; use a form such as DE-BE or US-CA")
        spelt = {name.casefold(): name for name in known[country]}
        if region and region.casefold() not in spelt:
            raise ValueError(f"{value!r} names no region of {country}; known are {', '.join(known[country])}")
        return f"{country}-{spelt[region.casefold()]}" if region else country

    @field_validator("zendesk_subdomain", mode="before")
    @classmethod
    def _subdomain(cls, value: Any) -> Any:
        if value is None:
            return None
        name = str(value).strip().lower().removeprefix("https://").rstrip("/").removesuffix(".zendesk.com")
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", name):
            raise ValueError(f"{value!r} is no subdomain; it is what stands before .zendesk.com, such as yourcompany")
        return name

    @field_validator("zendesk_email")
    @classmethod
    def _mail(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"[^@\s]+@[^@\s]+", value):
            raise ValueError(f"{value!r} is no mail address; it is that of the admin to whom the API token belongs")
        return value

    @field_validator("zendesk_segment_field")
    @classmethod
    def _field_key(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"\S{1,255}", value):
            raise ValueError(f"{value!r} is no field's key, which has no blanks; the title beside it is another thing")
        return value

    @field_validator("zendesk_base_url")
    @classmethod
    def _only_here(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise ValueError("it is for tests and must be an http address of this machine; leave it empty")
        return value if value.endswith("/") else value + "/"

    @field_validator("slack_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        if not value.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise ValueError("the address must begin with https:// (http:// only for this machine)")
        return value if value.endswith("/") else value + "/"


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read environment and *env_file*; SettingsError names every variable that makes no sense, in words."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        lines = [_in_words(problem) for problem in error.errors(include_input=False, include_url=False)]
        raise SettingsError("\n".join(lines)) from None
    except UnicodeDecodeError:
        raise SettingsError(f"{env_file} is not UTF-8; save it again in that encoding") from None


def with_values(settings: Settings, values: Mapping[str, str | None]) -> Settings:
    """Return *settings* with *values* in place of what the environment says; FieldError for one that makes no sense.

    Each is judged as if it stood in the environment, and one that is empty counts as not set.
    """
    changed = settings.model_copy()
    for name, value in values.items():
        try:
            type(changed).__pydantic_validator__.validate_assignment(changed, name, value or None)
        except ValidationError as error:
            [problem] = error.errors(include_input=False, include_url=False)
            raise FieldError(_in_words(problem), name) from None
    return changed


def misspelt(env_file: Path = Path(".env")) -> list[str]:
    """Say which lines of *env_file* name no setting but nearly do: they are read by nobody."""
    if not env_file.is_file():
        return []
    known = {name.upper() for name in Settings.model_fields}
    written = DotEnvSettingsSource(Settings, env_file=env_file, env_file_encoding="utf-8", env_ignore_empty=False)
    found = [(name, get_close_matches(name, known, 1, _ALIKE)) for name in map(str.upper, written.env_vars)]
    return [
        f"{name} in {env_file} is no setting and is not read; {close[0]} is meant, it seems"
        for name, close in found
        if close and name not in known
    ]


def _in_words(problem: Any) -> str:
    name = str(problem["loc"][0]).upper()
    message = str(problem["msg"]).removeprefix("Value error, ")
    return f"{name}: {message}"


def default_settings(**changes: Any) -> Settings:
    """The settings of a machine where nothing is set, with *changes*: for the demo, which asks nobody."""
    defaults = {name: field.get_default() for name, field in Settings.model_fields.items()}
    return Settings(_env_file=None, **{**defaults, **changes})
