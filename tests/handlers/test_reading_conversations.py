"""Whole conversations: what may not be quoted is not read either, and that is said; long ones have pages."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.curation.transcript import is_safe
from bot.domain.feedback import Feedback, Kind
from bot.domain.reference import to_text
from bot.locale import Words
from bot.sources.base import Gone, Page
from tests.factories import make_feedback
from tests.handlers.reading_world import Readers, in_window, seen
from tests.locked import locked
from tests.sample_week import NOW

BEFORE = NOW - timedelta(days=5)


def opened(readers: Readers, item: Feedback) -> dict[str, object]:
    """Take *item* in, and open its conversation by the button that carries its record."""
    readers.take_in([item])
    return readers.read(f"{item.source}/{item.kind.value}/{item.external_id}")


def test_a_conversation_shows_every_record_in_order_with_its_rating(readers: Readers) -> None:
    first = make_feedback("The saddle creaks.", conversation_id="c1", created_at=BEFORE)
    later = make_feedback(
        "It still creaks, & louder <now>.", conversation_id="c1", created_at=BEFORE + timedelta(days=1)
    )
    rated = make_feedback(None, kind=Kind.RATING, rating=2, conversation_id="c1", created_at=BEFORE + timedelta(days=2))
    readers.take_in([later, rated, first])
    shown = seen(readers.read(f"desk/conversation/{later.external_id}"))
    assert shown.index("The saddle creaks.") < shown.index("It still creaks, &amp; louder &lt;now&gt;.")
    assert Words(readers.language)("talk-rated", value="2", scale="1–5") in shown
    assert shown.index("louder") < shown.index("1–5")
    assert Words(readers.language)("talk-foot") in shown


def test_names_that_the_record_gave_are_not_in_it(readers: Readers) -> None:
    window = opened(
        readers, make_feedback("Please call me, Ottilie Zwirn.", names=("Ottilie Zwirn",), created_at=BEFORE)
    )
    assert "Zwirn" not in seen(window)
    assert "[name]" in seen(window)


@pytest.mark.parametrize(
    ("words", "fields", "why"),
    [
        ("The saddle broke after my chemotherapy.", {}, "talk-unshown-all-sensitive"),
        ("The saddle broke twice.", {"tags": ("do-not-feature",)}, "talk-unshown-all-do-not-feature"),
        ("The saddle broke twice.", {"featured": False}, "talk-unshown-all-do-not-feature"),
    ],
)
def test_what_may_not_be_quoted_is_not_read_and_that_is_said(
    readers: Readers, words: str, fields: dict[str, object], why: str
) -> None:
    readers.take_in([make_feedback("An earlier word.", conversation_id="c2", created_at=BEFORE - timedelta(days=1))])
    shown = seen(opened(readers, make_feedback(words, conversation_id="c2", created_at=BEFORE, **fields)))
    assert "saddle" not in shown
    assert "earlier" not in shown
    assert Words(readers.language)(why) in shown
    assert shown.count(Words(readers.language)("talk-by-customer")) == 2


def test_an_automatic_reply_alone_is_left_out(readers: Readers) -> None:
    readers.take_in([make_feedback("The saddle broke twice.", conversation_id="c3", created_at=BEFORE)])
    away = make_feedback(
        "I am out of the office until Monday and will answer your message then.",
        subject="Automatic reply: out of office",
        conversation_id="c3",
        created_at=BEFORE + timedelta(hours=1),
    )
    shown = seen(opened(readers, away))
    assert "The saddle broke twice." in shown
    assert "office" not in shown
    assert Words(readers.language)("talk-unshown-auto-reply") in shown


def test_what_colleagues_told_is_marked_so(readers: Readers) -> None:
    told = make_feedback("She misses a printed manual.", source="colleagues", kind=Kind.TOLD, created_at=BEFORE)
    assert Words(readers.language)("talk-by-colleague") in seen(opened(readers, told))


def test_what_was_taken_away_at_its_source_is_gone_here_too(readers: Readers) -> None:
    item = make_feedback("The saddle broke twice.", created_at=BEFORE)
    readers.take_in([item])
    gone = Gone(item.external_id, NOW)
    for _ in readers.parts.feedback.take_in("desk", [Page((), gone=(gone,))], NOW):
        pass
    assert Words(readers.language)("talk-gone") in seen(readers.read(f"desk/conversation/{item.external_id}"))
    assert Words(readers.language)("talk-gone") in seen(readers.read("nonsense"))


def test_a_long_conversation_has_pages_that_lose_nothing(readers: Readers) -> None:
    told = [f"Word{number:04d} & <b>" for number in range(1_200)]
    items = [
        make_feedback(
            " ".join(told[first : first + 300]), conversation_id="c4", created_at=BEFORE + timedelta(hours=first)
        )
        for first in range(0, 1_200, 300)
    ] * 1
    more = [
        make_feedback(f"Short {n}.", conversation_id="c4", created_at=BEFORE + timedelta(hours=2_000))
        for n in range(90)
    ]
    readers.take_in([*items, *more])
    window = readers.read(f"desk/conversation/{items[0].external_id}")
    pages = [seen(window)]
    while any(button["action_id"] == "talk-later" for button in in_window(window)):
        window = readers.press_in(window, "talk-later")
        pages.append(seen(window))
    assert len(pages) > 2
    whole = "\n".join(pages)
    assert all(f"Word{number:04d}" in whole for number in range(1_200))
    assert all(f"Short {number}." in whole for number in range(90))
    window = readers.press_in(window, "talk-earlier")
    assert seen(window) == pages[-2]
    assert readers.fake_slack.mistakes == []


def test_a_safe_link_to_the_record_is_offered_and_no_other(readers: Readers) -> None:
    url = "https://kurbelhain.example/tickets/7"
    window = opened(readers, make_feedback("The saddle broke twice.", url=url, created_at=BEFORE))
    (link,) = [button for button in in_window(window) if button["action_id"] == "talk-record"]
    assert link["url"] == url
    assert link["accessibility_label"]
    odd = opened(readers, make_feedback("The pump broke.", url="http://kurbelhain.example/t/8", created_at=BEFORE))
    assert not [button for button in in_window(odd) if button["action_id"] == "talk-record"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://good.example@bad.example/",
        "https://x.example/<!here>",
        "slack://x",
        "https:///x",
        "[",
        "",
    ],
)
def test_odd_links_are_not_safe(url: str) -> None:
    assert not is_safe(url)


def test_a_window_that_was_closed_meanwhile_troubles_nobody(readers: Readers) -> None:
    parent, *_ = readers.publish()
    window = readers.pick(parent, "talk")
    readers.fake_slack.views.clear()
    before = len(readers.fake_slack.responses)
    answer = readers.interact(
        "block_actions",
        actions=[{"type": "button", "action_id": "talk-later", "value": "1:desk/conversation/x", "block_id": "b"}],
        view=window,
        container={"type": "view"},
    )
    assert answer.status == 200
    readers.idle()
    assert len(readers.fake_slack.responses) == before
    assert readers.fake_slack.in_channel("U0ANNA") == []


def test_a_record_with_a_very_long_id_is_found_by_its_short_name(readers: Readers) -> None:
    readers.publish()
    digest, long = readers.published, "x" * 255
    voice = digest.quotes[0]
    with readers.parts.store.begin() as tx:
        statement = text("UPDATE feedback SET external_id = :long, conversation = :long WHERE external_id = :id")
        tx.connection.execute(statement, {"long": long, "id": voice.record.external_id})
    record = voice.record.model_copy(update={"external_id": long})
    changed = digest.model_copy(update={"quotes": (voice.model_copy(update={"record": record}), *digest.quotes[1:])})
    readers.replace(changed)
    menu = readers.menu_of(changed, changed.quotes[0])
    assert all(len(option["value"]) <= 150 for option in menu["options"])
    assert long not in str(menu)
    assert "> " in seen(readers.choose_in(menu, "talk"))
    assert to_text(record)[:60] in seen(readers.choose_in(menu, "why"))


def test_a_database_that_is_held_says_so_in_the_window_and_loses_no_trigger(readers: Readers) -> None:
    parent, *_ = readers.publish()
    readers.pick(parent, "why")
    with locked(readers.parts.store):
        window = readers.pick(parent, "not-useful")
        assert Words(readers.language)("reading-unreadable") in seen(window)
    assert Words(readers.language)("not-useful-thanks") in seen(readers.pick(parent, "not-useful"))
