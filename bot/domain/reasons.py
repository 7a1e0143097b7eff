"""Why something was picked: a closed list of codes, each with the values that fill its sentence.

Words are not made here: the blocks put a code and its values into the edition's language. Every value named in the
tables is always there.

Themes that are shown (``ThemeLine.reasons``)

=============================  ======================  ==========================================================
code                           values                  says
=============================  ======================  ==========================================================
moved_most                     label, count, average   moved most beyond its noise, weighed by its size; *count*
                                                       and 4-week *average* are of the series that moved
also_moved                     label, count, average   moved too, by less
complaints_moved               critical, average       the critical voices moved, not the theme as a whole
improving                                              fewer complaints or more praise
moved_again                    weeks                   led *weeks* weeks running, and leads again as it moved
largest_persistent             count, weeks            nothing moved; the largest that stays, for *weeks* weeks
most_talked_about              count, weeks            too early to say what moves (*weeks* weeks of feedback
                                                       before this one); the largest so far
unowned                                                nobody is accountable for it
overdue                                                what was promised about it is overdue
=============================  ======================  ==========================================================

Quotes (``Quote.reasons``)

=============================  ======================  ==========================================================
code                           values                  says
=============================  ======================  ==========================================================
typical_of_theme               rank, of                the *rank*-th closest of *of* voices to the middle of
                                                       what this theme's customers said this week
typical_of_change              rank, of                the same, to the middle of what is more than usual
speaks_for_group               size, of                the middle of a group of *size* among *of* voices that
                                                       say much the same thing
critical_voice                                         critical, as the theme moved by its critical voices
critical_as_most                                       critical, as most voices with a tone are on this theme
complete_sentences             words                   whole sentences, *words* words
whole_text                     words                   everything this customer said, *words* words
cut_sentence                   words                   one long sentence, cut at *words* words
shorter_than_asked             words                   no voice of 15 to 45 words could be quoted
carries_theme_term             term                    says what the theme is about: *term*
other_segment_than_last_three                          from another segment or area than the last three voices
stands_for_many                times                   *times* customers wrote nearly the same
dissenting                     tone, theme_tone        of the other opinion than most on this theme; 1 or -1
drawn_blind                    position, pool          *position*-th in the drawn order of *pool* voices; those
                                                       before it may not be quoted
praise                         score                   praise for service, 0 to 1, without a complaint
=============================  ======================  ==========================================================
"""

from enum import StrEnum


class ReasonCode(StrEnum):
    """The closed list of reasons; the module's tables say what each means and which values it carries."""

    MOVED_MOST = "moved_most"
    ALSO_MOVED = "also_moved"
    COMPLAINTS_MOVED = "complaints_moved"
    IMPROVING = "improving"
    MOVED_AGAIN = "moved_again"
    LARGEST_PERSISTENT = "largest_persistent"
    MOST_TALKED_ABOUT = "most_talked_about"
    UNOWNED = "unowned"
    OVERDUE = "overdue"

    TYPICAL_OF_THEME = "typical_of_theme"
    TYPICAL_OF_CHANGE = "typical_of_change"
    SPEAKS_FOR_GROUP = "speaks_for_group"
    CRITICAL_VOICE = "critical_voice"
    CRITICAL_AS_MOST = "critical_as_most"
    COMPLETE_SENTENCES = "complete_sentences"
    WHOLE_TEXT = "whole_text"
    CUT_SENTENCE = "cut_sentence"
    SHORTER_THAN_ASKED = "shorter_than_asked"
    CARRIES_THEME_TERM = "carries_theme_term"
    OTHER_SEGMENT = "other_segment_than_last_three"
    STANDS_FOR_MANY = "stands_for_many"
    DISSENTING = "dissenting"
    DRAWN_BLIND = "drawn_blind"
    PRAISE = "praise"


REASON_VALUES: dict[ReasonCode, tuple[str, ...]] = {
    ReasonCode.MOVED_MOST: ("label", "count", "average"),
    ReasonCode.ALSO_MOVED: ("label", "count", "average"),
    ReasonCode.COMPLAINTS_MOVED: ("critical", "average"),
    ReasonCode.IMPROVING: (),
    ReasonCode.MOVED_AGAIN: ("weeks",),
    ReasonCode.LARGEST_PERSISTENT: ("count", "weeks"),
    ReasonCode.MOST_TALKED_ABOUT: ("count", "weeks"),
    ReasonCode.UNOWNED: (),
    ReasonCode.OVERDUE: (),
    ReasonCode.TYPICAL_OF_THEME: ("rank", "of"),
    ReasonCode.TYPICAL_OF_CHANGE: ("rank", "of"),
    ReasonCode.SPEAKS_FOR_GROUP: ("size", "of"),
    ReasonCode.CRITICAL_VOICE: (),
    ReasonCode.CRITICAL_AS_MOST: (),
    ReasonCode.COMPLETE_SENTENCES: ("words",),
    ReasonCode.WHOLE_TEXT: ("words",),
    ReasonCode.CUT_SENTENCE: ("words",),
    ReasonCode.SHORTER_THAN_ASKED: ("words",),
    ReasonCode.CARRIES_THEME_TERM: ("term",),
    ReasonCode.OTHER_SEGMENT: (),
    ReasonCode.STANDS_FOR_MANY: ("times",),
    ReasonCode.DISSENTING: ("tone", "theme_tone"),
    ReasonCode.DRAWN_BLIND: ("position", "pool"),
    ReasonCode.PRAISE: ("score",),
}
"""The values that each code carries, for those who word them."""
