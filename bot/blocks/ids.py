"""Every name by which Slack tells us what was clicked, chosen or filled in."""

WIN_SHORTCUT = "win-nominate"
WIN_MESSAGE = "win-nominate-message"

WIN_FORM = "win-form"
WIN_KIND = "win-kind"
WIN_PEOPLE = "win-people"
WIN_GROUP = "win-group"
WIN_OTHER = "win-other"
WIN_WHAT = "win-what"
WIN_TRIED = "win-tried"
WIN_EXPECTED = "win-expected"
WIN_HAPPENED = "win-happened"
WIN_LEARNT = "win-learnt"
WIN_LINK = "win-link"
WIN_SAID = "win-said"
WIN_PRIVATE = "win-private"
WIN_ANOTHER = "win-another"
WIN_JOIN = "win-join"
WIN_OPEN = "win-open"

WIN_TEXT_FORM = "win-text-form"
WIN_EDIT = "win-edit"
WIN_WITHDRAW = "win-withdraw"

WIN_CHOICE = "win-choice"
"""Begins the action of each way to appear; its end is the choice."""

WIN_APPROVE = "win-approve"
WIN_CURATE = "win-curate"
WIN_MERGE = "win-merge"
WIN_MERGE_FORM = "win-merge-form"
WIN_INTO = "win-into"
WIN_KEEP = "win-keep"
WIN_TAKE_BACK = "win-take-back"

WIN_THANK = "win-thank"
WIN_THANK_FORM = "win-thank-form"
WIN_SENTENCE = "win-sentence"

WIN_SLOT = "win-slot"
WIN_STORY = "win-story"
"""Where a win stands in a digest's message, and, with its number, in the thread: so that it can be corrected there."""

BOLD_PARTS = (WIN_TRIED, WIN_EXPECTED, WIN_HAPPENED, WIN_LEARNT)
"""The four questions of a bold try, in their order."""

QUOTE_BLOCK = "quote"
"""Begins the name of each block that quotes somebody; its end says which quote of which digest."""

FOOTER = "footer"
"""The last block of a digest's text, where it is said that something was corrected."""

HIDE_OPEN = "hide-open"
HIDE_FORM = "hide-form"
HIDE_WHICH = "hide-which"
HIDE_WHY = "hide-why"
HIDE_LOOK = "hide-look"
HIDE_LOOK_FORM = "hide-look-form"
HIDE_PUT_BACK = "hide-put-back"
HIDE_KEEP = "hide-keep"

CORRECT_OPEN = "correct-open"
CORRECT_FORM = "correct-form"
CORRECT_WHICH = "correct-which"
CORRECT_PART = "correct-part"
CORRECT_SENTENCE = "correct-sentence"

ROUTE_CONFIRM = "route-confirm"
