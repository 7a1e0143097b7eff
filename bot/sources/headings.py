"""The headings that are recognised without ``--map``, English and German, and the exports of well-known tools."""

import re
from dataclasses import dataclass, field

from bot.domain.feedback import Kind

# ours → theirs, most telling first. A heading of AMBIGUOUS counts as rating or text by what stands under it.
KNOWN: dict[str, str] = {
    "external_id": "external id, feedback id, review id, record id, message id, comment id, response id, submission id,"
    " rating id, id, uuid, nr, nummer, lfd nr, laufende nummer, no, number, ticket, ticket nr, ticketnummer,"
    " fallnummer, bewertungs id, feedback nr",
    "conversation_id": "conversation id, conversation, ticket id, case id, case number, thread id, vorgang,"
    " vorgangsnummer, vorgang nr, konversation, ticket, ticket nr, ticketnummer, fallnummer",
    "created_at": "created at, created, posted at, posted, submitted at, submit date, submission date, received at,"
    " date, datetime, date time, timestamp, time, created time, created date, creation date, create date, review date,"
    " review created, response date, published at, date created, datum, erstellt am, erstellt, erstelldatum,"
    " erstellungsdatum, eingegangen am, eingang, eingangsdatum, abgegeben am, veroeffentlicht am, zeitpunkt,"
    " zeitstempel, bewertungsdatum",
    "updated_at": "updated at, updated, modified at, last modified, last updated, last update time,"
    " last modified date, geaendert am, aktualisiert am, zuletzt geaendert, letzte aenderung",
    "solved_at": "solved at, resolved at, closed at, resolved time, closed time, close date, resolution date, solved,"
    " geloest am, geschlossen am, erledigt am, abgeschlossen am",
    "rating": "rating, rating value, score, stars, star rating, review stars, review rating, csat, csat score,"
    " satisfaction, satisfaction score, satisfaction rating, nps, nps score, sterne, sternebewertung, punkte,"
    " gesamtbewertung, zufriedenheit, bewertung, note, gesamtnote",
    "rating.min": "rating min, rating low, scale min",
    "rating.max": "rating max, rating high, scale max, max rating",
    "text": "text, message, comment, comments, review text, review content, review body, review, feedback,"
    " feedback text, verbatim, body, content, description, remark, kommentar, kommentare, nachricht, bewertungstext,"
    " rezension, rueckmeldung, freitext, anmerkung, anmerkungen, beschreibung, inhalt, meinung, anliegen, bewertung,"
    " note, response, answer, antwort, tweet, plain body, description text, body text",
    "subject": "subject, title, review title, headline, summary, betreff, titel, ueberschrift, thema",
    "language": "language, lang, locale, reviewer language, sprache",
    "segment": "segment, customer segment, customer group, kundengruppe, kundensegment, zielgruppe",
    "author.id": "author id, customer id, user id, contact id, requester id, kundennummer, kunden id, kundennr,"
    " kunden nr",
    "author.email": "author email, email, e mail, mail, email address, e mail address, customer email, user email,"
    " contact email, requester email, consumer email, respondent email, e mail adresse",
    "author.name": "author, author name, name, full name, customer, customer name, user, user name, username,"
    " requester, requester name, reviewer, reviewer name, consumer name, contact name, kunde, kundin, kundenname,"
    " kunde name, autor, verfasser, gast, gastname",
    "account.id": "account id, company id, organization id, organisation id",
    "account.name": "account, account name, company, company name, organization, organisation, firma, unternehmen",
    "account.plan": "account plan, plan, tarif",
    "tags": "tags, labels, schlagworte, schlagwoerter, stichworte",
    "url": "url, link, permalink, review url, review link, ticket url, ticket link",
    "agent": "agent, agent name, assignee, assigned to, bearbeiter, bearbeiterin, zustaendig, sachbearbeiter,"
    " ticket owner",
    "team": "team, group, abteilung, gruppe, queue",
    "reopened": "reopened, reopens, reopen count, wieder geoeffnet, wiedereroeffnet",
    "kind": "kind",
    "html": "html, is html",
}
FIELDS = tuple(KNOWN)
"""Everything of ours that ``--map`` can name."""

AMBIGUOUS = frozenset({"bewertung", "note", "review", "feedback", "response", "answer", "antwort", "zufriedenheit"})
NPS = frozenset({"nps", "nps score"})
"""A rating under one of these is 0-10 by the definition of the net promoter score."""


@dataclass(frozen=True, slots=True)
class Preset:
    """The export of one tool: the headings that give it away, where our fields are, and what its ratings mean."""

    name: str
    signature: frozenset[str]
    fields: dict[str, str] = field(repr=False)
    kind: Kind = Kind.CONVERSATION
    scale: str | None = None
    spaced_tags: bool = False


PRESETS = (
    Preset(
        "Zendesk tickets",
        frozenset({"id", "requester", "assignee", "created at"}),
        {"external_id": "id", "author.name": "requester", "agent": "assignee", "team": "group"},
        spaced_tags=True,  # a Zendesk tag holds no space
    ),
    Preset(
        "Freshdesk tickets",
        frozenset({"ticket id", "created time", "resolved time"}),
        {"external_id": "ticket id", "created_at": "created time", "solved_at": "resolved time"},
    ),
    Preset(
        "HubSpot tickets",
        frozenset({"ticket id", "ticket name", "create date"}),
        {"external_id": "ticket id", "subject": "ticket name", "text": "ticket description"}
        | {"author.name": "associated contact", "account.name": "associated company"},
    ),
    Preset(
        "Google Play reviews",
        frozenset({"package name", "star rating", "review submit date and time"}),
        {"created_at": "review submit date and time", "updated_at": "review last update date and time"},
        Kind.REVIEW,
        "1-5",
    ),
    Preset("Trustpilot reviews", frozenset({"review id", "review stars", "review content"}), {}, Kind.REVIEW, "1-5"),
)

_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_NO_WORD = re.compile(r"[^0-9a-z]+")
_UTC = re.compile(r"\(?\b(?:utc|gmt)\b\)?\s*$", re.IGNORECASE)
UMLAUTS: dict[int, str] = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def is_utc(heading: str) -> bool:
    """Whether *heading* itself says that its times are UTC: ``Submit Date (UTC)``."""
    return _UTC.search(heading) is not None


def normal(heading: str) -> str:
    """*heading* for comparing: lower case, umlauts written out, words parted by one space; ``#`` is ``nr``."""
    bare = heading if heading.strip().lower() in {"utc", "gmt"} else _UTC.sub("", heading)
    words = _CAMEL.sub(" ", bare.strip()).lower().translate(UMLAUTS)
    return _NO_WORD.sub(" ", words).strip() or ("nr" if "#" in heading else "")


THEIRS: dict[str, tuple[str, ...]] = {
    ours: tuple(name.strip() for name in theirs.split(",")) for ours, theirs in KNOWN.items()
}
ALL_KNOWN = frozenset(name for names in THEIRS.values() for name in names) | frozenset(
    heading for preset in PRESETS for heading in preset.signature
)
