"""What Slack sends, as listeners read it."""

from typing import Any

Body = dict[str, Any]
"""A request, or a part of one: an action, a view."""


def numbers(action: Body) -> list[int]:
    """The numbers that a button carries: what it is about, and what its reader had before them."""
    return [int(part) for part in action["value"].split(".")]
