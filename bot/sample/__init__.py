"""Invented sample data: the feedback of a bicycle shop that does not exist, for the demo and for trying things out.

"Kurbelhain" (sample company) sells and repairs bicycles and e-bikes. Every customer, name, address and complaint
is made up; telephone numbers, mail domains and IBANs are of those kept for examples. Thirteen fixed ISO weeks,
2026-W34 to 2026-W46, Europe/Berlin.

Planted, so that the weeks tell a story:

- a **surge**: promised delivery appointments that were not kept, 4 to 6 conversations a week, 22 in W46;
- a problem **fading**: signing in to the app, broken by an update in W37, at its worst in W39, almost gone in W46;
- a **persistent** one that nobody owns: repairs about which nobody calls back, 4 to 6 a week;
- everything else flat, praise for the workshop among it;
- one complaint copied three times, one review posted on two sources, auto-replies, spam, empty thanks, personal data,
  a few mentions of health and works councils, and sarcasm.

``truth.csv`` names the theme of every record; ``README.md`` has the table by week.
"""

from importlib.resources import files
from pathlib import Path

SAMPLE_WEEK = "2026-W46"
"""The week that the demo shows: the newest one."""

_FILES = ("helpdesk.jsonl", "shop_reviews.jsonl", "app_reviews.jsonl", "nps_survey.jsonl")


def sample_files() -> tuple[Path, ...]:
    """Return the JSON Lines files, one for each source and named like it, as paths that can be imported."""
    folder = Path(str(files(__name__)))
    return tuple(folder / name for name in _FILES)
