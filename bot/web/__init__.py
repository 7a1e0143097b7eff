"""The HTTP door: Slack's requests, where Socket Mode is not used, and the process's health."""

from bot.web.server import Request, Response, make_web
from bot.web.signature import is_from_slack

__all__ = ["Request", "Response", "is_from_slack", "make_web"]
