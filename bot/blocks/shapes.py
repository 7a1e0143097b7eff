"""Slack's limits as data: what every block, element and object of Block Kit may hold.

Lengths are code points. Source: https://docs.slack.dev/reference/block-kit (the stricter value where pages disagree).
"""

from bot.blocks.rule import Chars, Free, Items, Number, One, Rule, Text

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_CHARACTERS = 10_000
"""Over all blocks of a message. Undocumented: Slack answers ``msg_blocks_too_long`` from about 11,300."""

MOST_MARKDOWN = 12_000
MOST_TABLE = 10_000
MOST_TEXT = 4_000
"""Of a message's top-level text; from 40,000 Slack truncates."""

MOST_VIEW_BYTES = 250_000
ONCE = {"table", "data_table"}
"""One of these per message (``only_one_table_allowed``)."""

MOST_CHARTS = 2

SURFACES = {
    "message": {"alert": False},
    "modal": dict.fromkeys(
        ("actions", "alert", "card", "context", "divider", "header", "image", "input", "rich_text", "section", "video"),
        True,
    ),
    "home": dict.fromkeys(
        (
            *("actions", "card", "carousel", "container", "context", "data_table", "data_visualization", "divider"),
            *("header", "image", "input", "rich_text", "section", "table", "video"),
        ),
        True,
    ),
}
"""Blocks that may (True) or may not (False) stand there; a surface that names any True allows no others."""


_BLOCK: dict[str, Rule] = {"type": Free(needed=True), "block_id": Chars(255)}
_ELEMENT: dict[str, Rule] = {
    "type": Free(needed=True),
    "action_id": Chars(255),
    "confirm": One("confirm"),
    "focus_on_load": Free(),
}
_PICKER: dict[str, Rule] = {**_ELEMENT, "placeholder": Text(150, plain=True)}
_FIELD: dict[str, Rule] = {**_PICKER, "dispatch_action_config": Free(), "initial_value": Free()}
_MULTI: dict[str, Rule] = {**_PICKER, "max_selected_items": Number(1, 100)}
_OPTIONS: dict[str, Rule] = {
    "options": Items(100, "option"),
    "option_groups": Items(100, "option_group"),
    "initial_option": One("option"),
}
_MULTI_OPTIONS: dict[str, Rule] = {**_OPTIONS, "initial_options": Items(100, "option", least=0)}
_IMAGE: dict[str, Rule] = {
    "image_url": Chars(3000, least=1),
    "slack_file": Free(),
    "alt_text": Chars(2000, needed=True, least=1),
}
_SENT: dict[str, Rule] = {"response_url_enabled": Free(), "filter": Free()}

BLOCKS: dict[str, dict[str, Rule]] = {
    "actions": {**_BLOCK, "elements": Items(25, needed=True)},
    "alert": {**_BLOCK, "text": Text(200, needed=True), "level": Free()},
    "card": {
        **_BLOCK,
        "title": Text(150),
        "subtitle": Text(150),
        "subtext": Free(),
        "body": Text(200),
        "icon": Free(),
        "hero_image": Free(),
        "slack_icon": Free(),
        "actions": Items(2),
    },
    "carousel": {**_BLOCK, "elements": Items(10, needed=True)},
    "container": {
        **_BLOCK,
        "title": Text(150),
        "subtitle": Text(150),
        "icon": Free(),
        "width": Free(),
        "is_collapsible": Free(),
        "default_collapsed": Free(),
        "child_blocks": Items(10, needed=True),
    },
    "context": {**_BLOCK, "elements": Items(10, needed=True)},
    "context_actions": {**_BLOCK, "elements": Items(5, needed=True)},
    "data_table": {
        **_BLOCK,
        "caption": Chars(3000, needed=True, least=1),
        "rows": Items(101, "row", least=2, needed=True),
        "page_size": Number(1, 100),
        "row_header_column_index": Number(0, 19),
    },
    "data_visualization": {**_BLOCK, "title": Chars(50, least=1), "chart": One("chart", needed=True)},
    "divider": _BLOCK,
    "file": {**_BLOCK, "external_id": Free(needed=True), "source": Free(needed=True)},
    "header": {**_BLOCK, "text": Text(150, plain=True, needed=True), "level": Number(1, 4)},
    "image": {**_BLOCK, **_IMAGE, "title": Text(2000, plain=True)},
    "input": {
        **_BLOCK,
        "label": Text(2000, plain=True, needed=True),
        "element": One(needed=True),
        "hint": Text(2000, plain=True),
        "optional": Free(),
        "dispatch_action": Free(),
    },
    "markdown": {**_BLOCK, "text": Chars(MOST_MARKDOWN, needed=True, least=1)},
    "rich_text": {**_BLOCK, "elements": Free(needed=True)},
    "section": {
        **_BLOCK,
        "text": Text(3000),
        "fields": Items(10, "field"),
        "accessory": One(),
        "expand": Free(),
    },
    "table": {
        **_BLOCK,
        "rows": Items(100, "row", needed=True),
        "column_settings": Items(20, "column"),
    },
    "video": {
        **_BLOCK,
        "alt_text": Chars(2000, needed=True, least=1),
        "title": Text(199, plain=True, needed=True),
        "thumbnail_url": Chars(3000, needed=True, least=1),
        "video_url": Chars(3000, needed=True, least=1),
        "author_name": Chars(49),
        "description": Text(200, plain=True),
        "provider_icon_url": Chars(3000),
        "provider_name": Free(),
        "title_url": Chars(3000),
    },
}

ELEMENTS: dict[str, dict[str, Rule]] = {
    "button": {
        **_ELEMENT,
        "text": Text(75, plain=True, needed=True),
        "value": Chars(2000),
        "url": Chars(3000),
        "style": Chars(7, among=("primary", "danger")),
        "accessibility_label": Chars(75),
    },
    "workflow_button": {
        **_ELEMENT,
        "text": Text(75, plain=True, needed=True),
        "workflow": Free(needed=True),
        "style": Chars(7, among=("primary", "danger")),
        "accessibility_label": Chars(75),
    },
    "checkboxes": {**_ELEMENT, "options": Items(10, "option", needed=True), "initial_options": Items(10, "option")},
    "radio_buttons": {**_ELEMENT, "options": Items(10, "option", needed=True), "initial_option": One("option")},
    "overflow": {**_ELEMENT, "options": Items(5, "option", needed=True)},
    "datepicker": {**_PICKER, "initial_date": Free()},
    "timepicker": {**_PICKER, "initial_time": Free(), "timezone": Free()},
    "datetimepicker": {**_ELEMENT, "initial_date_time": Free()},
    "plain_text_input": {
        **_FIELD,
        "multiline": Free(),
        "min_length": Number(0, 3000),
        "max_length": Number(1, 3000),
    },
    "email_text_input": _FIELD,
    "url_text_input": _FIELD,
    "number_input": {**_FIELD, "is_decimal_allowed": Free(), "min_value": Free(), "max_value": Free()},
    "rich_text_input": {**_FIELD, "min_lines": Number(1, 100), "max_lines": Number(1, 100)},
    "file_input": {**_ELEMENT, "filetypes": Free(), "max_files": Number(1, 10)},
    "image": {"type": Free(needed=True), **_IMAGE},
    "static_select": {**_PICKER, **_OPTIONS},
    "multi_static_select": {**_MULTI, **_MULTI_OPTIONS},
    "external_select": {**_PICKER, "initial_option": One("option"), "min_query_length": Free()},
    "multi_external_select": {**_MULTI, "initial_options": Items(100, "option", least=0), "min_query_length": Free()},
    "users_select": {**_PICKER, "initial_user": Free()},
    "multi_users_select": {**_MULTI, "initial_users": Free()},
    "conversations_select": {
        **_PICKER,
        **_SENT,
        "initial_conversation": Free(),
        "default_to_current_conversation": Free(),
    },
    "multi_conversations_select": {
        **_MULTI,
        **_SENT,
        "initial_conversations": Free(),
        "default_to_current_conversation": Free(),
    },
    "channels_select": {**_PICKER, **_SENT, "initial_channel": Free()},
    "multi_channels_select": {**_MULTI, "initial_channels": Free()},
    "feedback_buttons": {**_ELEMENT, "positive_button": Free(needed=True), "negative_button": Free(needed=True)},
    "icon_button": {
        **_ELEMENT,
        "icon": Free(needed=True),
        "text": Text(75, plain=True, needed=True),
        "value": Chars(2000),
        "accessibility_label": Chars(75),
        "visible_to_user_ids": Free(),
    },
    "plain_text": {"type": Free(), "text": Chars(3000, needed=True, least=1), "emoji": Free()},
    "mrkdwn": {"type": Free(), "text": Chars(3000, needed=True, least=1), "verbatim": Free()},
}

OBJECTS: dict[str, dict[str, Rule]] = {
    "confirm": {
        "title": Text(100, plain=True, needed=True),
        "text": Text(300, needed=True),
        "confirm": Text(30, plain=True, needed=True),
        "deny": Text(30, plain=True, needed=True),
        "style": Chars(7, among=("primary", "danger")),
    },
    "option": {
        "text": Text(75, needed=True),
        "value": Chars(150, needed=True, least=1),
        "description": Text(75),
        "url": Chars(3000),
    },
    "option_group": {"label": Text(75, plain=True, needed=True), "options": Items(100, "option", needed=True)},
    "field": {
        "type": Free(needed=True),
        "text": Chars(2000, needed=True, least=1),
        "verbatim": Free(),
        "emoji": Free(),
    },
    "column": {"align": Free(), "is_wrapped": Free()},
    "row": {},
    "chart": {},
}

ALLOWED_IN = {
    "actions": {"button", "workflow_button", "checkboxes", "radio_buttons", "overflow", "datepicker", "timepicker"}
    | {"datetimepicker", "rich_text_input"}
    | {name for name in ELEMENTS if name.endswith("_select")},
    "context": {"image", "plain_text", "mrkdwn"},
    "context_actions": {"feedback_buttons", "icon_button"},
    "carousel": {"card"},
    "input": {name for name in ELEMENTS if name.endswith(("_select", "_input", "picker"))}
    | {"checkboxes", "radio_buttons"},
    "section": {"button", "workflow_button", "checkboxes", "radio_buttons", "overflow", "datepicker", "timepicker"}
    | {"image"}
    | {name for name in ELEMENTS if name.endswith("_select")},
    "card": {"button", "overflow", "icon_button"},
}
"""Which elements a block takes."""

VIEW: dict[str, Rule] = {
    "type": Free(needed=True),
    "blocks": Free(needed=True),
    "title": Text(24, plain=True),
    "submit": Text(24, plain=True),
    "close": Text(24, plain=True),
    "private_metadata": Chars(3000),
    "callback_id": Chars(255),
    "external_id": Chars(255),
    "clear_on_close": Free(),
    "notify_on_close": Free(),
    "submit_disabled": Free(),
}
"""A modal or a Home tab around its blocks."""
