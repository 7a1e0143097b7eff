"""Everything that Slack refuses is refused here first: for every limit, just inside it and just over."""

from typing import Any

import pytest

from bot.blocks.limits import check, check_view
from bot.domain.message import Message
from bot.errors import LimitError


def plain(size: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": "x" * size}


def mrkdwn(size: int) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": "x" * size}


def section(**fields: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(10), **fields}


def button(**fields: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(3), **fields}


def options(count: int) -> list[dict[str, Any]]:
    return [{"text": plain(3), "value": str(number)} for number in range(count)]


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def select(**fields: Any) -> dict[str, Any]:
    return actions({"type": "static_select", **fields})


def option(**fields: Any) -> dict[str, Any]:
    return select(options=[{"text": plain(3), "value": "v", **fields}])


def confirm(**fields: Any) -> dict[str, Any]:
    dialog = {"title": plain(3), "text": mrkdwn(3), "confirm": plain(3), "deny": plain(3), **fields}
    return actions(button(confirm=dialog))


def image(**fields: Any) -> dict[str, Any]:
    return {"type": "image", "image_url": "https://a.example/x.png", "alt_text": "a chart", **fields}


def table(rows: int = 1, columns: int = 1, size: int = 1) -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * size}] * columns] * rows}


def data_table(rows: int) -> dict[str, Any]:
    return {"type": "data_table", "caption": "c", "rows": [[{"type": "raw_text", "text": "x"}]] * rows}


def chart(series: int = 1, points: int = 1, name: int = 1) -> dict[str, Any]:
    lines = [{"name": "n" * name, "data": [{"label": "l", "value": 1}] * points}] * series
    return {"type": "data_visualization", "title": "t", "chart": {"type": "line", "series": lines}}


def pie(segments: int) -> dict[str, Any]:
    parts = [{"label": "l", "value": 1}] * segments
    return {"type": "data_visualization", "title": "t", "chart": {"type": "pie", "segments": parts}}


def field(element: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain(3), "element": element, **fields}


CASES: list[tuple[str, Any, Any]] = [
    ("blocks per message", [{"type": "divider"}] * 50, [{"type": "divider"}] * 51),
    ("block_id length", section(block_id="i" * 255), section(block_id="i" * 256)),
    ("block_id unique", [section(block_id="a"), section(block_id="b")], [section(block_id="a")] * 2),
    ("action_id length", actions(button(action_id="i" * 255)), actions(button(action_id="i" * 256))),
    ("action_id unique", actions(button(action_id="a"), button(action_id="b")), actions(*[button(action_id="a")] * 2)),
    ("header text", {"type": "header", "text": plain(150)}, {"type": "header", "text": plain(151)}),
    ("header is plain", {"type": "header", "text": plain(5)}, {"type": "header", "text": mrkdwn(5)}),
    (
        "header level",
        {"type": "header", "text": plain(5), "level": 4},
        {"type": "header", "text": plain(5), "level": 5},
    ),
    ("section text", section(text=mrkdwn(3000)), section(text=mrkdwn(3001))),
    ("section text not empty", section(text=mrkdwn(1)), section(text=mrkdwn(0))),
    ("section needs text", section(), {"type": "section"}),
    ("section fields", section(fields=[plain(5)] * 10), section(fields=[plain(5)] * 11)),
    ("section field", section(fields=[plain(2000)]), section(fields=[plain(2001)])),
    (
        "context elements",
        {"type": "context", "elements": [mrkdwn(2)] * 10},
        {"type": "context", "elements": [mrkdwn(2)] * 11},
    ),
    (
        "context not empty",
        {"type": "context", "elements": [mrkdwn(2)]},
        {"type": "context", "elements": []},
    ),
    (
        "context takes text",
        {"type": "context", "elements": [image()]},
        {"type": "context", "elements": [button()]},
    ),
    ("actions elements", actions(*[button()] * 25), actions(*[button()] * 26)),
    ("actions not empty", actions(button()), actions()),
    ("button text", actions(button(text=plain(75))), actions(button(text=plain(76)))),
    ("button is plain", actions(button()), actions(button(text=mrkdwn(3)))),
    ("button value", actions(button(value="v" * 2000)), actions(button(value="v" * 2001))),
    ("button url", actions(button(url="u" * 3000)), actions(button(url="u" * 3001))),
    ("button style", actions(button(style="danger")), actions(button(style="loud"))),
    (
        "accessibility label",
        actions(button(accessibility_label="l" * 75)),
        actions(button(accessibility_label="l" * 76)),
    ),
    ("confirm title", confirm(title=plain(100)), confirm(title=plain(101))),
    ("confirm text", confirm(text=mrkdwn(300)), confirm(text=mrkdwn(301))),
    ("confirm yes", confirm(confirm=plain(30)), confirm(confirm=plain(31))),
    ("confirm no", confirm(deny=plain(30)), confirm(deny=plain(31))),
    ("option text", option(text=plain(75)), option(text=plain(76))),
    ("option value", option(value="v" * 150), option(value="v" * 151)),
    ("option description", option(description=plain(75)), option(description=plain(76))),
    ("option url", option(url="u" * 3000), option(url="u" * 3001)),
    ("select options", select(options=options(100)), select(options=options(101))),
    ("select has options", select(options=options(1)), select()),
    (
        "placeholder",
        select(options=options(1), placeholder=plain(150)),
        select(options=options(1), placeholder=plain(151)),
    ),
    (
        "option groups",
        select(option_groups=[{"label": plain(75), "options": options(1)}] * 100),
        select(option_groups=[{"label": plain(75), "options": options(1)}] * 101),
    ),
    (
        "option group label",
        select(option_groups=[{"label": plain(75), "options": options(100)}]),
        select(option_groups=[{"label": plain(76), "options": options(100)}]),
    ),
    (
        "option group options",
        select(option_groups=[{"label": plain(5), "options": options(100)}]),
        select(option_groups=[{"label": plain(5), "options": options(101)}]),
    ),
    (
        "overflow",
        section(accessory={"type": "overflow", "options": options(5)}),
        section(accessory={"type": "overflow", "options": options(6)}),
    ),
    (
        "checkboxes",
        actions({"type": "checkboxes", "options": options(10)}),
        actions({"type": "checkboxes", "options": options(11)}),
    ),
    (
        "radio buttons",
        actions({"type": "radio_buttons", "options": options(10)}),
        actions({"type": "radio_buttons", "options": options(11)}),
    ),
    ("image needs alt text", image(), {"type": "image", "image_url": "https://a.example/x.png"}),
    ("image alt text", image(alt_text="a" * 2000), image(alt_text="a" * 2001)),
    ("image url", image(image_url="u" * 3000), image(image_url="u" * 3001)),
    ("image title", image(title=plain(2000)), image(title=plain(2001))),
    ("image from one place", image(), image(slack_file={"id": "F01234567"})),
    (
        "context actions",
        {"type": "context_actions", "elements": [{"type": "icon_button", "icon": "trash", "text": plain(3)}] * 5},
        {"type": "context_actions", "elements": [{"type": "icon_button", "icon": "trash", "text": plain(3)}] * 6},
    ),
    ("markdown", {"type": "markdown", "text": "x" * 9_000}, [{"type": "markdown", "text": "x" * 6_001}] * 2),
    ("characters in all", [section(text=mrkdwn(2_500))] * 4, [section(text=mrkdwn(2_501))] * 4),
    ("table rows", table(rows=100), table(rows=101)),
    ("table columns", table(columns=20), table(columns=21)),
    ("table column settings", {**table(), "column_settings": [{}] * 20}, {**table(), "column_settings": [{}] * 21}),
    ("one table", [table()], [table(), data_table(2)]),
    ("table characters", table(rows=10, columns=10, size=99), table(rows=10, columns=10, size=101)),
    ("data table rows", data_table(101), data_table(102)),
    ("data table has rows", data_table(2), data_table(1)),
    ("data table caption", data_table(2), {"type": "data_table", "rows": data_table(2)["rows"]}),
    ("data table page", {**data_table(2), "page_size": 100}, {**data_table(2), "page_size": 101}),
    ("chart title", {**chart(), "title": "t" * 50}, {**chart(), "title": "t" * 51}),
    ("chart series", chart(series=6), chart(series=7)),
    ("chart points", chart(points=20), chart(points=21)),
    ("chart series name", chart(name=20), chart(name=21)),
    ("pie", pie(6), pie(7)),
    ("charts per message", [chart()] * 2, [chart()] * 3),
    ("card title", {"type": "card", "title": mrkdwn(150)}, {"type": "card", "title": mrkdwn(151)}),
    ("card body", {"type": "card", "body": mrkdwn(200)}, {"type": "card", "body": mrkdwn(201)}),
    ("card actions", {"type": "card", "actions": [button()] * 2}, {"type": "card", "actions": [button()] * 3}),
    (
        "carousel",
        {"type": "carousel", "elements": [{"type": "card", "title": mrkdwn(3)}] * 10},
        {"type": "carousel", "elements": [{"type": "card", "title": mrkdwn(3)}] * 11},
    ),
    (
        "container",
        {"type": "container", "child_blocks": [section()] * 10},
        {"type": "container", "child_blocks": [section()] * 11},
    ),
    (
        "container title",
        {"type": "container", "title": plain(150), "child_blocks": [section()]},
        {"type": "container", "title": plain(151), "child_blocks": [section()]},
    ),
    (
        "inside a container",
        {"type": "container", "child_blocks": [section(text=mrkdwn(3000))]},
        {"type": "container", "child_blocks": [section(text=mrkdwn(3001))]},
    ),
    ("known block", {"type": "divider"}, {"type": "marquee"}),
    ("known field", section(), section(colour="red")),
    ("no alert in a message", {"type": "divider"}, {"type": "alert", "text": mrkdwn(3)}),
    ("no text as a number", section(), section(text={"type": "mrkdwn", "text": 5})),
]

NAMES = [case[0] for case in CASES]


def message(blocks: Any) -> Message:
    return Message(text="A summary", blocks=tuple(blocks) if isinstance(blocks, list) else (blocks,))


@pytest.mark.parametrize(("name", "inside", "over"), CASES, ids=NAMES)
def test_what_slack_takes_passes_and_one_more_is_refused(name: str, inside: Any, over: Any) -> None:
    check(message(inside))
    with pytest.raises(LimitError):
        check(message(over))


def modal(*blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain(5), "submit": plain(5), "blocks": list(blocks or [section()]), **fields}


def without(view: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in view.items() if name != key}


def home(*blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks or [section()]), **fields}


TEXT_INPUT = {"type": "plain_text_input"}

VIEWS: list[tuple[str, Any, Any]] = [
    ("blocks per modal", modal(*[section()] * 100), modal(*[section()] * 101)),
    ("blocks per home", home(*[section()] * 100), home(*[section()] * 101)),
    ("modal title", modal(title=plain(24)), modal(title=plain(25))),
    ("modal needs a title", modal(), without(modal(), "title")),
    ("submit", modal(submit=plain(24)), modal(submit=plain(25))),
    ("close", modal(close=plain(24)), modal(close=plain(25))),
    ("input needs submit", modal(field(TEXT_INPUT)), without(modal(field(TEXT_INPUT)), "submit")),
    ("private metadata", modal(private_metadata="m" * 3000), modal(private_metadata="m" * 3001)),
    ("callback id", modal(callback_id="c" * 255), modal(callback_id="c" * 256)),
    ("external id", home(external_id="c" * 255), home(external_id="c" * 256)),
    ("home without title", home(), home(title=plain(5))),
    ("input label", modal(field(TEXT_INPUT, label=plain(2000))), modal(field(TEXT_INPUT, label=plain(2001)))),
    ("input hint", modal(field(TEXT_INPUT, hint=plain(2000))), modal(field(TEXT_INPUT, hint=plain(2001)))),
    (
        "input max length",
        modal(field({**TEXT_INPUT, "max_length": 3000})),
        modal(field({**TEXT_INPUT, "max_length": 3001})),
    ),
    (
        "input placeholder",
        modal(field({**TEXT_INPUT, "placeholder": plain(150)})),
        modal(field({**TEXT_INPUT, "placeholder": plain(151)})),
    ),
    (
        "files",
        modal(field({"type": "file_input", "max_files": 10})),
        modal(field({"type": "file_input", "max_files": 11})),
    ),
    (
        "rich text lines",
        modal(field({"type": "rich_text_input", "max_lines": 100})),
        modal(field({"type": "rich_text_input", "max_lines": 101})),
    ),
    ("an input takes no button", modal(field(TEXT_INPUT)), modal(field(button()))),
    ("alert", modal({"type": "alert", "text": mrkdwn(200)}), modal({"type": "alert", "text": mrkdwn(201)})),
    ("no table in a modal", home(table()), modal(table())),
    ("no markdown at home", home(), home({"type": "markdown", "text": "x"})),
    ("no chart in a modal", home(chart()), modal(chart())),
    ("bytes", modal(*[section(text=mrkdwn(2000))] * 100), modal(*[section(text=mrkdwn(2600))] * 100)),
    ("modal or home", modal(), {"type": "drawer", "blocks": [section()]}),
]


@pytest.mark.parametrize(("name", "inside", "over"), VIEWS, ids=[case[0] for case in VIEWS])
def test_a_view_that_slack_takes_passes_and_one_step_over_is_refused(name: str, inside: Any, over: Any) -> None:
    check_view(inside)
    with pytest.raises(LimitError):
        check_view(over)


@pytest.mark.parametrize("text", ["", "   ", "x" * 4_001])
def test_a_message_needs_a_top_level_text_of_bearable_length(text: str) -> None:
    with pytest.raises(LimitError, match=r"^text: takes 1 to 4,000 characters"):
        check(Message(text=text, blocks=(section(),)))


def test_the_error_says_where_and_how_much_and_never_what() -> None:
    secret = "my words " * 400
    with pytest.raises(LimitError) as caught:
        check(message([section(), section(text={"type": "mrkdwn", "text": secret})]))
    assert str(caught.value) == "blocks[1].text: takes 1 to 3,000 characters; found 3,600"
    assert (caught.value.path, caught.value.actual) == ("blocks[1].text", "3,600")
    assert "my words" not in repr(caught.value)


def test_a_message_of_text_alone_passes() -> None:
    check(Message(text="Nothing to report"))
