"""The weekly digest: everything that was chosen, with its numbers and reasons, before it is put into words."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from bot.domain.feedback import RecordRef
from bot.domain.model import Model
from bot.domain.reasons import ReasonCode

EARLY_WEEKS = 3
"""With fewer weeks of feedback before it, nothing is known of what is usual for a week."""
AVERAGED_WEEKS = 4
"""Weeks before the one shown that an average is of."""


class Label(StrEnum):
    """What a theme did against its own past. A closed list, also in the JSON."""

    NEW = "new"
    RISING = "rising"
    PERSISTENT = "persistent"
    FADING = "fading"
    STEADY = "steady"


class Slot(StrEnum):
    """Where a quote stands. A closed list, also in the JSON."""

    VOICE = "voice"
    BLIND_DRAW = "blind_draw"
    VERBATIM = "verbatim"
    DISSENT = "dissent"
    PRAISE = "praise"


class Reason(Model):
    """Why something was picked: a *code* of the closed list and the values that fill its sentence."""

    code: ReasonCode
    values: dict[str, str | int | float] = Field(default_factory=dict)


class ThemeLine(Model):
    """A theme's week. *critical* counts the conversations of negative tone among *count*.

    *count* counts conversations, folded near-duplicates among them; *voices* counts each folded group once, and
    the label is judged on voices. *moved_by* says which series earned the label: ``all`` or ``critical``.
    *weeks* is the running number of weeks with at least one conversation ("3rd week"), this one included.
    *reasons* say why it is shown; a theme that is not shown has none. *named*: it has a name, from a rule or a seed;
    else *name* is only its *terms* in a row.
    """

    id: str
    name: str
    count: int
    previous: int
    average_4_weeks: float
    label: Label
    by_source: dict[str, int]
    owner: str | None = None
    area: str | None = None
    voices: int
    critical: int
    critical_previous: int
    critical_average_4_weeks: float
    moved_by: str = "all"
    weeks: int = 1
    terms: tuple[str, ...] = ()
    named: bool = True
    reasons: tuple[Reason, ...] = ()


class Denominator(Model):
    """What a quote is one of: *of_theme* conversations on the *theme* (its name), *of_conversations* in the week."""

    theme: str
    of_theme: int
    of_conversations: int


class Quote(Model):
    """An exact substring of a record's redacted text, ``text == redacted_text[start:end]``, in code points.

    *theme* is the theme's id; its name stands in the denominator.
    *times* says how many near-identical voices it stands for; *tone* is 1, 0 or -1.
    *segment* is set only where it may be shown. *hidden*: somebody took it out; its text is kept and shown nowhere.
    """

    slot: Slot
    theme: str
    record: RecordRef
    start: int
    end: int
    text: str
    language: str
    denominator: Denominator
    reasons: tuple[Reason, ...]
    said_at: datetime
    tone: int = 0
    times: int = 1
    segment: str | None = None
    url: str | None = None
    hidden: bool = False


class Kpi(Model):
    """A number with its window. *value* is None under the least count of answers; *change* is value minus before.

    *name* is one of ``csat``, ``nps``, ``time_to_resolution``, ``reopened``; *scale* names the rating scale.
    CSAT and reopened are shares 0-1, NPS is -100 to 100, time to resolution is in hours.
    """

    name: str
    scale: str | None = None
    value: float | None
    n: int
    window_days: int = 28
    change: float | None
    previous_n: int = 0
    significant: bool


class Counts(Model):
    """conversations = Σ by_source = eligible + Σ left_out."""

    conversations: int
    eligible: int
    by_source: dict[str, int]
    left_out: dict[str, int]


class Draw(Model):
    """How the blind draw was made: *pool* eligible voices, the *fingerprint* of the pool and the draw's *seed*.

    *passed* counts the voices that were drawn and that a curator, or a later wish of the customer's, took out again.
    """

    pool: int
    seed: str
    fingerprint: str
    passed: int = 0


class SourceHealth(Model):
    """Whether a source is fresh, for the footer."""

    source: str
    last_sync: datetime | None
    stale: bool


class VerdictKind(StrEnum):
    """What sort of week it was. A closed list.

    ``moved``: the theme moved beyond its noise. ``persistent``: nothing moved, and a large theme is unowned or overdue.
    ``quiet``: nothing moved and nothing is left to say. ``early``: too few weeks of feedback to say what moved; the
    theme, where there is one, is the most talked about. ``empty``: no eligible conversation at all.
    """

    MOVED = "moved"
    PERSISTENT = "persistent"
    QUIET = "quiet"
    EARLY = "early"
    EMPTY = "empty"


class Verdict(Model):
    """What changed, before it is a sentence: *label* and *theme* name are None where no theme leads.

    *count* and *previous* (last week) are of the series that moved: with *critical* the critical conversations of the
    theme, else all of them. *told* is what last week's published digest gave as its count, None where that is the same
    or nothing was said.
    """

    kind: VerdictKind = VerdictKind.QUIET
    label: Label | None = None
    theme: str | None = None
    count: int = 0
    previous: int = 0
    told: int | None = None
    critical: bool = False
    weeks: int = 0


class WinStory(Model):
    """A service win as the digest tells it, people as they agreed: *who*, *parts* of what happened, customer's *words*.

    *about* names the theme of an earlier edition that it answers, *about_week* that edition's week. *taken_out*:
    somebody in it took it back after it was posted, and nothing of it is shown any more.
    """

    win: int
    kind: str
    who: str
    parts: tuple[str, ...]
    words: str | None = None
    record: RecordRef | None = None
    about: str | None = None
    about_week: str | None = None
    taken_out: bool = False


class AnswerKind(StrEnum):
    """How an ask was answered. A closed list, also in the JSON."""

    TAKEN = "taken"
    PASSED = "passed"
    NOT_NOW = "not_now"


class Answer(Model):
    """What came of an ask: in one *line*, until *due* (a local date), as which *decision* (budget, people)."""

    kind: AnswerKind
    line: str = ""
    due: date | None = None
    decision: str | None = None


class Ask(Model):
    """The one decision that is asked for, about *theme*, of *owner*, a Slack user id.

    *named*: the owner saw it in time, so the edition may name them; else it names the *area* alone. *number* is that of
    the stored ask, None before it is stored.
    """

    theme: str
    theme_name: str
    area: str | None = None
    sentence: str
    owner: str
    named: bool = False
    number: int | None = None
    answer: Answer | None = None


class LedgerLine(Model):
    """What became of something that an *area* said: ``kept``, ``moved`` (to *due*), ``overdue`` or ``dropped``."""

    area: str
    state: str
    line: str
    due: date | None = None


class Offer(Model):
    """Ten minutes with a customer: *kind* is ``read``, ``call`` or ``listen``; *theme* is the theme's name."""

    kind: str
    theme: str
    record: RecordRef | None = None
    number: int | None = None


class Digest(Model):
    """One week of one edition, complete: parent, thread and JSON are drawn from it and from nothing else.

    *themes* are those shown, the lead first when there is one; *all_themes* sum to ``counts.eligible``.
    *title* is the edition's display name; without one the digest carries the catalogue's. *weeks_before* says for how
    many weeks before this one there is feedback at hand; None where an older version did not write it down.
    *quotes* hold the voice of the week, the blind draw, and the verbatims of each theme in the order of *themes*.
    *edited_by* are the names of the curators who changed something, *held_back* counts themes that they keep back,
    *short* says that nobody decided in time, *asks* that there is a slot for an ask, *worded* is the verdict in a
    curator's words. *correction* is what a curator said in the thread about what was wrong.
    """

    edition: str
    title: str | None = None
    week: str
    start: datetime
    end: datetime
    timezone: str
    language: str
    seed: str
    rules_version: str
    counts: Counts
    weeks_before: int | None = None
    verdict: Verdict
    lead: str | None
    themes: tuple[ThemeLine, ...]
    all_themes: tuple[ThemeLine, ...]
    quotes: tuple[Quote, ...]
    draw: Draw | None
    kpis: tuple[Kpi, ...]
    praise: tuple[Quote, ...] = ()
    sources: tuple[SourceHealth, ...] = ()
    wins: tuple[WinStory, ...] = ()
    invites_wins: bool = False
    ask: Ask | None = None
    asks: bool = True
    ledger: tuple[LedgerLine, ...] = ()
    offer: Offer | None = None
    edited_by: tuple[str, ...] = ()
    held_back: int = 0
    short: bool = False
    worded: str | None = None
    correction: str | None = None
    corrected_at: datetime | None = None
