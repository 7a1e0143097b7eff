"""An example of everything that the app can show: a module for each feature, found by itself, none forgotten.

A module here has `EXAMPLES`: for every function of `bot.blocks` that draws a message, a form or a Home tab, a function
that is given words and one sign of `longest.HARDEST`, and yields what is drawn of the longest content made of it.
"""

import ast
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

import bot.blocks
from bot.locale import Words

Drawn = Any
"""A Message, a view, a section of App Home, or the options of a menu."""

Example = Callable[[Words, str], Iterable[Drawn]]

SHOWN = {"Message", "Form", "View", "Section", "dict[str, Any]"}
"""What a function that draws something whole is said to return, alone or among others."""

NOT_DRAWN = {
    "bot.blocks.document.to_document": "the digest as JSON",
    "bot.blocks.forms.filled_in": "reads what was filled in",
    "bot.blocks.forms.form": "every form is drawn with it",
    "bot.blocks.drawing.as_json": "blocks of what is drawn elsewhere",
    "bot.blocks.page.drawing.draw": "a page, not Slack",
}
"""Functions that return such a thing and draw nothing whole, with the reason."""


def examples() -> Mapping[Callable[..., Any], Example]:
    """Every example, by the function that it is of."""
    found: dict[Callable[..., Any], Example] = {}
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        found |= import_module(module.name).EXAMPLES
    return found


def drawing() -> Iterator[Callable[..., Any]]:
    """Every public function of `bot.blocks` that draws something whole, by what it is said to return."""
    for found in pkgutil.walk_packages(bot.blocks.__path__, "bot.blocks."):
        module = import_module(found.name)
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _draws(node):
                function = getattr(module, node.name)
                if f"{found.name}.{node.name}" not in NOT_DRAWN:
                    yield function


def _draws(node: ast.FunctionDef) -> bool:
    returned = "" if node.returns is None else ast.unparse(node.returns)
    names = {part.id for part in ast.walk(node.returns) if isinstance(part, ast.Name)} if node.returns else set()
    return bool(names & SHOWN) or any(shown in returned for shown in SHOWN if "[" in shown)
