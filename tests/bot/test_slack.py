"""The gateway: sent, not sent, nobody knows; and nothing is ever sent twice from in here."""

import logging
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest

from bot.domain.message import Message
from bot.errors import SlackError
from bot.slack import CannotLookError, ConsoleSlack, ExpiredError, Group, NotSentError, Slack, UncertainError
from tests.fake_slack import BOT_ID, BOT_USER, HISTORY, SCOPES, TEAM, FakeChannel, FakeGroup, FakeUser, Fault

HELLO = Message(text="hello", blocks=({"type": "section", "text": {"type": "mrkdwn", "text": "hello"}},))
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_post_returns_where_it_stands(slack, fake_slack):
    ts = slack.post("C0LEAD", HELLO, key="k")
    (posted,) = fake_slack.in_channel()
    assert (posted.ts, posted.key, posted.payload["blocks"]) == (ts, "k", list(HELLO.blocks))


@pytest.mark.parametrize(
    "fault", [Fault.COMMIT_DROP, Fault.DROP, Fault.COMMIT_500, Fault.HTTP_503, Fault.HANG, Fault.COMMIT_GARBAGE]
)
def test_a_lost_answer_is_one_request_and_no_more(slack, fake_slack, fault):
    fake_slack.fail_next(fault)
    with pytest.raises(UncertainError):
        slack.post("C0LEAD", HELLO, key="k")
    assert len(fake_slack.called("chat.postMessage")) == 1


@pytest.mark.parametrize("code", ["internal_error", "fatal_error", "a_code_nobody_knows"])
def test_an_answer_that_may_mean_anything_is_uncertain(slack, fake_slack, code):
    fake_slack.fail_next(code)
    with pytest.raises(UncertainError, match=code):
        slack.post("C0LEAD", HELLO, key="k")


def test_slow_down_says_how_long(slack, fake_slack):
    fake_slack.retry_after = 17
    fake_slack.fail_next(Fault.RATE_LIMITED)
    with pytest.raises(NotSentError) as caught:
        slack.post("C0LEAD", HELLO, key="k")
    assert caught.value.retry_after == 17


def test_a_closed_port_means_certainly_not_sent():
    with pytest.raises(NotSentError, match="cannot be reached"):
        Slack("xoxb-x", base_url="http://127.0.0.1:9/api/", timeout=0.3).post("C0LEAD", HELLO, key="k")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"is_member": False}, "not_in_channel"),
        ({"is_archived": True}, "is_archived"),
        ({"id": "C0OTHER"}, "channel_not_found"),
    ],
)
def test_a_closed_route_is_a_permanent_error_with_slacks_own_code(slack, fake_slack, change, code):
    channel = FakeChannel(**{"id": "C0LEAD"} | change)
    fake_slack.channels = {channel.id: channel}
    with pytest.raises(SlackError) as caught:
        slack.post("C0LEAD", HELLO, key="k")
    assert (caught.value.permanent, caught.value.code) == (True, code)


def test_a_wrong_token_is_a_permanent_error(fake_slack):
    with pytest.raises(SlackError) as caught:
        Slack("xoxb-wrong", base_url=fake_slack.url).auth_test()
    assert (caught.value.permanent, caught.value.code) == (True, "invalid_auth")


def test_who_we_are_comes_with_the_granted_scopes_and_is_asked_once(slack, fake_slack):
    assert slack.auth_test() == slack.auth_test()
    me = slack.auth_test()
    assert (me.team, me.bot_user, me.bot, me.scopes) == (TEAM, BOT_USER, BOT_ID, SCOPES)
    assert len(fake_slack.called("auth.test")) == 1


def test_a_message_is_found_by_its_key_in_channel_and_thread(slack):
    root = slack.post("C0LEAD", HELLO, key="root")
    reply = slack.post("C0LEAD", HELLO, key="reply", thread_ts=root)
    assert slack.find("C0LEAD", "root", LONG_AGO) == root
    assert slack.find("C0LEAD", "reply", LONG_AGO, root) == reply
    assert slack.find("C0LEAD", "reply", LONG_AGO) is None
    assert slack.find("C0LEAD", "root", datetime.now(UTC) + timedelta(minutes=1)) is None


def test_of_two_with_one_key_the_first_counts(slack):
    first = slack.post("C0LEAD", HELLO, key="k")
    slack.post("C0LEAD", HELLO, key="k")
    assert slack.find("C0LEAD", "k", LONG_AGO) == first


@pytest.mark.parametrize(
    ("scopes", "member", "code"),
    [(SCOPES - HISTORY, True, "missing_scope"), (SCOPES, False, "not_in_channel")],
)
def test_a_channel_that_may_not_be_read_says_nothing_about_what_is_in_it(slack, fake_slack, scopes, member, code):
    fake_slack.scopes = scopes
    fake_slack.channels["C0LEAD"].is_member = member
    with pytest.raises(CannotLookError) as caught:
        slack.find("C0LEAD", "k", LONG_AGO)
    assert (caught.value.permanent, caught.value.code) == (True, code)


def test_a_look_that_fails_just_now_is_not_permanent(slack, fake_slack):
    fake_slack.read_faults.append("internal_error")
    with pytest.raises(CannotLookError) as caught:
        slack.find("C0LEAD", "k", LONG_AGO)
    assert not caught.value.permanent


def test_a_channel_too_busy_to_look_through_is_not_taken_for_empty(slack, fake_slack):
    for n in range(5100):
        fake_slack.commit({"channel": "C0LEAD", "text": f"talk {n}"})
    with pytest.raises(CannotLookError, match="too many"):
        slack.find("C0LEAD", "k", LONG_AGO)


def test_taking_a_message_back_twice_is_no_error(slack, fake_slack):
    ts = slack.post("C0LEAD", HELLO, key="k")
    slack.delete("C0LEAD", ts)
    slack.delete("C0LEAD", ts)
    assert fake_slack.in_channel() == []


def test_a_private_message_needs_only_the_scope_to_write(slack, fake_slack):
    fake_slack.scopes = frozenset({"chat:write"})
    slack.dm("U0ADA", HELLO, key="k")
    assert [message.text for message in fake_slack.in_channel("U0ADA")] == ["hello"]


def test_a_channel_is_described(slack, fake_slack):
    fake_slack.channels["C0EXT"] = FakeChannel("C0EXT", name="with-guests", is_ext_shared=True)
    found = slack.channel_info("C0EXT")
    assert (found.name, found.is_member, found.is_shared) == ("with-guests", True, True)


def test_a_command_is_answered_privately_at_its_address(slack, fake_slack):
    slack.respond(f"{fake_slack.url.removesuffix('api/')}respond/1", HELLO)
    (answer,) = fake_slack.responses
    assert (answer["text"], answer["response_type"]) == ("hello", "ephemeral")


FORM = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "A form"},
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "hello"}}],
}


def test_a_form_opens_once_and_in_time(slack, fake_slack):
    trigger = fake_slack.trigger()
    slack.open_form(trigger, FORM)
    for late in (trigger, fake_slack.trigger(age=3.1), "made up"):
        with pytest.raises(ExpiredError):
            slack.open_form(late, FORM)
    (shown,) = fake_slack.views
    assert shown["title"] == FORM["title"]


def test_an_open_form_is_changed_unless_it_changed_meanwhile(slack, fake_slack):
    slack.open_form(fake_slack.trigger(), FORM)
    (shown,) = fake_slack.views
    seen = shown["hash"]
    slack.update_form(shown["id"], {**FORM, "private_metadata": "new"}, seen=seen)
    with pytest.raises(ExpiredError, match="hash_conflict"):
        slack.update_form(shown["id"], FORM, seen=seen)
    assert shown["private_metadata"] == "new"


def test_a_form_is_put_on_top_of_another(slack, fake_slack):
    slack.open_form(fake_slack.trigger(), FORM)
    slack.push_form(fake_slack.trigger(), {**FORM, "private_metadata": "above"})
    assert [view.get("private_metadata") for view in fake_slack.views] == [None, "above"]


def test_a_whisper_reaches_one_person_where_the_app_is(slack, fake_slack):
    slack.whisper("C0LEAD", "U0ADA", HELLO)
    assert [whisper["user"] for whisper in fake_slack.whispers] == ["U0ADA"]
    with pytest.raises(SlackError, match="channel_not_found"):
        slack.whisper("C0OTHER", "U0ADA", HELLO)


def test_a_message_of_ours_is_corrected_while_it_stands(slack, fake_slack):
    ts = slack.post("C0LEAD", HELLO, key="k")
    assert slack.update("C0LEAD", ts, Message(text="corrected"))
    assert [message.text for message in fake_slack.in_channel()] == ["corrected"]
    slack.delete("C0LEAD", ts)
    assert not slack.update("C0LEAD", ts, HELLO)


def test_a_person_is_asked_about_once_and_a_locale_is_never_worth_a_failure(slack, fake_slack):
    fake_slack.users["U0ADA"] = FakeUser("U0ADA", "Ada Byron", "de-DE")
    assert (slack.locale("U0ADA"), slack.locale("U0ADA")) == ("de-DE", "de-DE")
    assert len(fake_slack.called("users.info")) == 1
    assert slack.person("U0ADA").names == ("Ada", "Ada Byron", "ada byron", "Byron")
    fake_slack.scopes = frozenset({"chat:write"})
    assert slack.locale("U0BOB") is None


def test_a_group_tells_its_size_and_its_members(slack, fake_slack):
    fake_slack.groups["S0SUP"] = FakeGroup("S0SUP", "support", ("U0ADA", "U0BOB"))
    assert slack.groups() == [Group("S0SUP", "support", 2)]
    assert slack.members("S0SUP") == ("U0ADA", "U0BOB")


def test_only_what_slack_says_is_public_counts_as_public(slack, fake_slack):
    fake_slack.channels["C0SECRET"] = FakeChannel("C0SECRET", is_private=True)
    fake_slack.channels["C0EXT"] = FakeChannel("C0EXT", is_ext_shared=True)
    assert [slack.is_public(each) for each in ("C0LEAD", "C0SECRET", "C0EXT", "D0IM")] == [True, False, False, False]


def test_no_words_of_a_message_reach_any_log(slack, fake_slack, caplog):
    caplog.set_level(logging.DEBUG)
    fake_slack.fail_next(Fault.COMMIT_GARBAGE)
    with pytest.raises(UncertainError) as caught:
        slack.post("C0LEAD", Message(text="my words"), key="k")
    assert "my words" not in caplog.text + str(caught.value) + repr(slack)
    assert fake_slack.token not in caplog.text + repr(slack)


def test_the_console_twin_prints_instead_of_sending():
    out = StringIO()
    console = ConsoleSlack(out)
    root = console.post("C0LEAD", HELLO, key="k")
    console.post("C0LEAD", Message(text="below"), key="l", thread_ts=root)
    assert "hello" in out.getvalue()
    assert "C0LEAD, in the thread" in out.getvalue()
    console.whisper("C0LEAD", "U0ADA", Message(text="for you"))
    console.open_form("1.2.3", FORM)
    assert console.update("C0LEAD", root, Message(text="corrected"))
    for said in ("to U0ADA alone", "the form 'A form'", "corrected"):
        assert said in out.getvalue()
