"""/voice about: any words, answered privately; no log of queries, no names, nothing found for nonsense."""

from datetime import timedelta

from sqlalchemy import text

from bot.domain.feedback import Kind
from bot.locale import Words
from tests.factories import make_feedback
from tests.fixtures_log import Log
from tests.handlers.reading_world import Readers, in_blocks
from tests.sample_week import NOW
from tests.slack_requests import command_body

BEFORE = NOW - timedelta(days=5)


def questions(readers: Readers) -> tuple[str, str]:
    """The command's word and a question in the reader's language."""
    return ("about late deliveries" if readers.language == "en" else "über verspätete Lieferungen"), readers.language


def test_a_question_is_acknowledged_at_once_and_answered_privately(readers: Readers) -> None:
    asked, _ = questions(readers)
    words = Words(readers.language)
    assert readers.type(asked) == words("about-looking")
    readers.idle()
    (answer,) = readers.fake_slack.responses
    assert answer["response_type"] == "ephemeral"
    assert readers.fake_slack.messages == []


def test_an_answer_counts_tells_the_trend_and_quotes_three_with_their_conversations(readers: Readers) -> None:
    asked, _ = questions(readers)
    answer = readers.ask(asked)
    quotes = [block for block in answer["blocks"] if "accessory" in block]
    assert len(quotes) == 3
    shown = str(answer["blocks"])
    found = in_blocks(answer["blocks"])
    assert found.startswith(
        "*About “late deliveries”*" if readers.language == "en" else "*Zu „verspätete Lieferungen“*"
    )
    assert ("About " if readers.language == "en" else "Etwa ") in found.split("\n")[1]
    assert ("last week" if readers.language == "en" else "letzte Woche") in found
    assert shown.count("1 of " if readers.language == "en" else "1 von ") == 3
    window = readers.press_answer(answer, "talk-read")
    assert Words(readers.language)("talk-by-customer") in in_blocks(window["blocks"])


def test_both_languages_are_found_by_either(readers: Readers) -> None:
    asked, _ = questions(readers)
    answer = readers.ask(asked)
    refs = [block["accessory"]["value"] for block in answer["blocks"] if "accessory" in block]
    assert len(set(refs)) == len(refs)


def test_nonsense_finds_nothing_and_says_so_in_one_line(readers: Readers) -> None:
    for nonsense in ("qwertz asdf uiop", "nuclear submarine maintenance", "Weihnachtsbaum schmücken"):
        answer = readers.ask(f"about {nonsense}")
        assert "blocks" not in answer or not answer["blocks"]
        assert answer["text"].startswith("No voices about" if readers.language == "en" else "Keine Stimmen zu")


def test_words_with_digits_in_them_are_looked_for(readers: Readers) -> None:
    readers.take_in([make_feedback("The 5G on the ferry drops the whole way.", created_at=BEFORE)])
    answer = readers.ask("about 5G")
    assert ("About 1 conversation of" if readers.language == "en" else "Etwa 1 Gespräch von") in answer["text"]
    assert "The 5G on the ferry" in str(answer["blocks"])


def test_without_words_it_says_how_to_ask(readers: Readers) -> None:
    assert readers.type("about") == Words(readers.language)("about-usage")


def test_nobodys_name_is_searched_for(readers: Readers) -> None:
    readers.take_in([make_feedback("Sabine in billing was rude to me twice and hung up.", created_at=BEFORE)])
    for asked in ("about Sabine", "about Frau Sabine Müller", "about <@U0BEN|ben>", "about <@U0BEN>"):
        answer = readers.ask(asked)
        assert answer["text"].startswith(Words(readers.language)("about-named")), asked
    answer = readers.ask("about rude Sabine")
    assert "Sabine" not in str(answer.get("blocks")).replace("“rude Sabine”", "").replace("„rude Sabine“", "")
    assert Words(readers.language)("about-named") in str(answer)


def test_a_question_is_shown_as_it_was_typed(readers: Readers) -> None:
    shown = {
        "R&amp;D &lt;late&gt; deliveries": "R&amp;D &lt;late&gt; deliveries",
        "late deliveries <!channel> in <#C0LEAD|lead>": "late deliveries in #lead",
        "late deliveries by <@U0BEN|ben>": "late deliveries by @ben",
    }
    for typed, seen in shown.items():
        found = in_blocks(readers.ask(f"about {typed}")["blocks"])
        assert seen in found.split("\n")[0].replace("\u2060", ""), typed
        named = Words(readers.language)("about-named") in found
        assert named == ("<@" in typed), "no name stood in it"


def test_of_a_link_alone_nothing_is_left_to_look_for_and_it_is_nobodys_name(readers: Readers) -> None:
    assert readers.ask("about <https://x.example.com/a|x>")["text"] == Words(readers.language)("about-usage")


def test_what_may_only_be_counted_is_counted_and_not_quoted(readers: Readers) -> None:
    counted = [
        make_feedback("My accordion arrived without its strap.", created_at=BEFORE, tags=("do-not-feature",)),
        make_feedback("The accordion strap broke after my cancer surgery.", created_at=BEFORE),
    ]
    readers.take_in(counted)
    readers.take_in(
        [
            make_feedback(
                "She says that the accordion strap tears.", kind=Kind.TOLD, source="colleagues", created_at=BEFORE
            )
        ]
    )
    answer = readers.ask("about accordion strap")
    assert ("3 conversations" if readers.language == "en" else "3 Gespräche") in answer["text"]
    assert Words(readers.language)("about-no-quote") in str(answer["blocks"])
    assert "tears" not in str(answer)
    assert "arrived" not in str(answer)


def test_nothing_of_a_question_is_kept_anywhere(readers: Readers, log: Log) -> None:
    secret = "marmalade spoons of the east wing"
    readers.post(command_body(f"about {secret}", readers.response_url, trigger="9.9.about"))
    readers.idle()
    assert readers.fake_slack.responses
    with readers.parts.store.read() as tx:
        names = [row[0] for row in tx.connection.execute(text(_TABLES[tx.dialect]))]
        kept = [str(row) for name in names for row in tx.connection.execute(text(f'SELECT * FROM "{name}"'))]
    assert not [row for row in kept if "marmalade" in row]
    assert "marmalade" not in log.text()


_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}
