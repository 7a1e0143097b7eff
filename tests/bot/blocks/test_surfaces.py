"""Everything that the app can show fits into Slack: the longest content, in every language and one twice as long."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.blocks.home import Section, home
from bot.blocks.limits import check, check_view
from bot.domain.message import Message
from bot.locale import Words, catalogue
from tests.bot.blocks.longest import HARDEST, SPOKEN, WORDS
from tests.bot.blocks.surfaces import NOT_DRAWN, drawing, examples

FUNCTIONS = sorted(drawing(), key=lambda function: (function.__module__, function.__name__))


def name(function: Any) -> str:
    return f"{function.__module__.removeprefix('bot.blocks.')}.{function.__name__}"


def whole(drawn: Any) -> Iterator[Any]:
    """Each message and each view of what an example yields; what is a part of one stands in one of its own."""
    if isinstance(drawn, Message) or (isinstance(drawn, dict) and drawn.get("type") in ("modal", "home")):
        yield drawn
    elif isinstance(drawn, Section):
        yield home([drawn], Words("en"))
    elif isinstance(drawn, list) and drawn and all("value" in each for each in drawn):
        menu = {"type": "static_select", "action_id": "a", "options": drawn}
        said = {"type": "plain_text", "text": "x"}
        yield {
            "type": "modal", "title": said, "submit": said,
            "blocks": [{"type": "input", "label": said, "element": menu}],
        }  # fmt: skip
    else:
        raise AssertionError(f"no message, view, section or options: {type(drawn)}")


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("function", FUNCTIONS, ids=name)
def test_the_longest_content_fits(function: Any, words: Words) -> None:
    example = examples().get(function)
    assert example is not None, f"{name(function)} has no example: add one below tests/bot/blocks/surfaces"
    for sign in HARDEST:
        drawn = [each for yielded in example(words, sign) for each in whole(yielded)]
        assert drawn, f"the example of {name(function)} yields nothing"
        for each in drawn:
            check(each) if isinstance(each, Message) else check_view(each)


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
def test_every_sentence_fits_where_it_is_all_that_is_said(words: Words) -> None:
    """Notices, refusals and apologies are text alone."""
    for key, names in sentences(words.language):
        for value in ("W" * 300, 10**12):
            try:
                said = words(key, **dict.fromkeys(names, value))
            except LookupError:  # a sentence that counts takes no name, one that names takes no count
                continue
            check(Message(text=said))


def sentences(language: str) -> Iterator[tuple[str, set[str]]]:
    """Every key of the catalogue with the names of what fills it."""
    for text in catalogue(language).values():
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                found = Filled()
                found.visit(entry)
                yield entry.id.name, found.names


class Filled(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 as fluent.syntax calls it
        self.names.add(node.id.name)


def test_no_example_is_of_something_that_is_gone() -> None:
    known = {*FUNCTIONS}
    assert [name(function) for function in examples() if function not in known] == []


def test_every_exception_is_still_one() -> None:
    for path in NOT_DRAWN:
        module, _, function = path.rpartition(".")
        assert hasattr(import_module(module), function), path
