import pytest

from bot.errors import SourceError
from bot.sources.columns import choose_columns, parse_map
from bot.sources.headings import is_utc, normal

DAY = "31.01.2024"


def fields(sample: dict[str, str], **wanted: str) -> dict[str, str]:
    return choose_columns(tuple(sample), {heading: [cell] for heading, cell in sample.items()}, wanted).fields


@pytest.mark.parametrize(
    ("headings", "ours"),
    [
        ("Nr;Erstellt am;Kommentar;Sterne;Betreff", "external_id created_at text rating subject"),
        ("Ticket;Datum;Nachricht;Sprache;Kundengruppe", "external_id created_at text language segment"),
        ("id;posted_at;message;author;tags;url", "external_id created_at text author.name tags url"),
        ("#;Date;Review;Score;Title", "external_id created_at text rating subject"),
        ("ID;CREATED-AT;COMMENT;STARS", "external_id created_at text rating"),
        ("createdAt;updatedAt;solvedAt;text", "created_at updated_at solved_at text"),
        ("Nummer;Vorgang;Datum;Bewertungstext;Gelöst am", "external_id conversation_id created_at text solved_at"),
        ("id;conversation_id;date;text;team;agent", "external_id conversation_id created_at text team agent"),
        ("id;Submit Date (UTC);feedback;NPS", "external_id created_at text rating"),
        ("Kundennummer;Kunde;E-Mail;Datum;Rückmeldung", "author.id author.name author.email created_at text"),
        ("id;ticket_id;date;text;reopened", "external_id conversation_id created_at text reopened"),
    ],
)
def test_common_headings_are_recognised(headings: str, ours: str) -> None:
    cells = {"rating": "4", "created_at": DAY, "updated_at": DAY, "solved_at": DAY, "reopened": "no"}
    expected = dict(zip(ours.split(), headings.split(";"), strict=True))
    sample = {theirs: cells.get(our, "some words") for our, theirs in expected.items()}
    assert fields(sample) == expected


def test_bewertung_is_a_rating_where_it_is_a_number_and_text_where_it_is_words() -> None:
    assert fields({"Datum": DAY, "Bewertung": "1,0", "Kommentar": "gut"})["rating"] == "Bewertung"
    assert fields({"Datum": DAY, "Bewertung": "Es war gut"})["text"] == "Bewertung"
    both = fields({"Datum": DAY, "Sterne": "4", "Bewertung": "Es war gut"})
    assert (both["rating"], both["text"]) == ("Sterne", "Bewertung")


def test_a_heading_whose_values_do_not_fit_is_not_used_and_that_is_said() -> None:
    chosen = choose_columns(("time", "text", "date"), {"time": ["soon"], "text": ["x"], "date": [DAY]}, {})
    assert chosen.fields == {"created_at": "date", "text": "x"} | {"text": "text"}
    chosen = choose_columns(("date", "text", "score"), {"date": [DAY], "text": ["x"], "score": ["fine"]}, {})
    assert "rating" not in chosen.fields
    assert "'score'" in chosen.notes[0]


def test_a_subject_stands_in_for_missing_text_and_that_is_said() -> None:
    chosen = choose_columns(("date", "subject"), {"date": [DAY], "subject": ["x"]}, {})
    assert chosen.fields["text"] == "subject"
    assert chosen.notes


@pytest.mark.parametrize(
    ("headings", "preset", "id_column"),
    [
        ("Id,Requester,Assignee,Group,Subject,Tags,Created at,Solved at", "Zendesk tickets", "Id"),
        ("Ticket ID,Subject,Agent,Group,Created time,Resolved time,Full name", "Freshdesk tickets", "Ticket ID"),
        ("Ticket ID,Ticket name,Ticket description,Create date,Close date", "HubSpot tickets", "Ticket ID"),
        ("Review Id,Review Created (UTC),Review Title,Review Content,Review Stars", "Trustpilot reviews", "Review Id"),
    ],
)
def test_exports_of_well_known_tools_are_recognised(headings: str, preset: str, id_column: str) -> None:
    dated = ("Created", "Solved", "Resolved", "Create ", "Close ", "Review Created")
    sample = {
        name: [DAY if name.startswith(dated) else "5" if "Stars" in name else "x"] for name in headings.split(",")
    }
    chosen = choose_columns(tuple(sample), sample, {})
    assert chosen.preset is not None
    assert chosen.preset.name == preset
    assert chosen.fields["external_id"] == id_column
    assert {"created_at", "text"} <= chosen.fields.keys()


def test_the_map_is_read_with_commas_and_spaces_in_their_names() -> None:
    text = "external_id=Nr, text=Was, genau?,author=Wer,rating="
    assert parse_map(text) == {"external_id": "Nr", "text": "Was, genau?", "author.name": "Wer", "rating": ""}


def test_the_map_goes_before_everything_and_can_leave_a_column_out() -> None:
    sample = {"id": "1", "date": DAY, "text": "x", "extra": "y", "score": "4"}
    assert fields(sample, text="EXTRA", rating="") == {"external_id": "id", "created_at": "date", "text": "extra"}


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ("number=Nr", "no field 'number'.*external_id"),
        ("text", "has no '='"),
        ("text=a,text=b", "names 'text' twice"),
    ],
)
def test_a_map_that_makes_no_sense_is_refused_in_words(mapping: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        parse_map(mapping)


def test_a_mapped_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(SourceError, match="no column 'Kommntar'; its columns are 'Datum', 'Kommentar'"):
        fields({"Datum": DAY, "Kommentar": "x"}, text="Kommntar")


def test_unknown_headings_are_listed_with_an_example() -> None:
    with pytest.raises(SourceError, match=r"'foo', 'bar'.*--map external_id=Nr"):
        fields({"foo": "1", "bar": "2"})
    with pytest.raises(SourceError, match="--map created_at"):
        fields({"id": "1", "text": "x"})


def test_a_customers_words_in_place_of_headings_are_not_repeated() -> None:
    with pytest.raises(SourceError, match="does not look like headings") as refused:
        fields({"1": "2", "31.01.2024": "x", "my secret": "x"})
    assert "secret" not in str(refused.value)


def test_headings_are_compared_without_case_umlauts_and_punctuation() -> None:
    assert normal("Gelöst_am:") == normal("GELOEST AM") == "geloest am"
    assert normal("ticketId") == normal("Ticket-ID") == "ticket id"
    assert normal("Created (UTC)") == "created"
    assert is_utc("Created (UTC)")
    assert not is_utc("Created")
