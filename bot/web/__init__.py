"""The HTTP door: Slack's requests, where Socket Mode is not used, and the process's health."""

from bot.web.server import Request, Response, make_web

__all__ = ["Request", "Response", "make_web"]
