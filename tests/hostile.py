"""Feedback that tries to break out: every text is invented, every row is dated into one ISO week of its own kind."""
# ruff: noqa: E501  a text is read best on one line

import csv
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

from bot.domain.week import Week

HOSTILE_WEEK = Week(2026, 45)
"""Everything at once, and a thousand times the same."""
EMPTY_WEEK = Week(2026, 38)
SINGLES_FROM = Week(2026, 1)
"""From here on one hostile text a week, alone."""

LONG = "The suitcase came late and nobody told us why. " * 2200
SAME = (
    "I waited two hours for my suitcase and nobody at the desk could tell me where it was, <!here> *really* not good."
)

TEXTS = {
    "channel": "<!channel> <!here> <!everyone> My suitcase came two days late and nobody at the desk knew where it was.",
    "person": "<@U123> and <@W456|anna> left my suitcase in the rain, see <#C123|leaders> and <!subteam^S123|@team>, please.",
    "link": "My suitcase is lost and <https://evil.example.com|your bank> says click https://evil.example.com/x?y=1 or evil.com now.",
    "mailto": "Lost my suitcase, write <mailto:evil@example.com|here> or tel:+49 or javascript:alert(1) or slack://open?team=T1 please.",
    "at": "@channel @here @everyone my suitcase did not arrive and #leaders should know that nobody answers the phone at all.",
    "date": "My suitcase came late <!date^1392734382^Posted {date_num}|today> and nobody at the desk could tell me anything.",
    "entities": "Is &lt;!channel&gt; or &amp;lt; or &#60;!here&#62; the reason why my suitcase & my bag are lost for <two> days?",
    "bidi": "My suitcase \u202egnp.live\u202c came \u2066late\u2069 \u200ftoday\u200e and \u061cnobody\u2028 at the desk \u2029knew anything of it.",
    "control": "My suit\x07case came\x08 late \x1b[31mand\x1b[0m nobody\x00 at the desk\x0b knew \x0canything\x85 about it\x7f at all.",
    "zero": "My suit\u200bcase\ufeff came\u00ad late\u2060 and nobody at the desk knew anything about it, \U000e0041\U000e0042 which is not good.",
    "zalgo": "My suitc" + "a" + "\u0301\u0302\u0303\u0304" * 30 + "se came late and nobody at the desk knew anything about it at all.",
    "marks": "*My* _suitcase_ ~came~ `late` ```and``` *_~nobody~_* at the * desk * knew _ anything ~ about ` it, :sob: :+1:",
    "quote": "My suitcase came late.\n> I am a quote\n>>> and all of this\n\n\n• a list\n- of things\n1. that nobody wanted\n# Title",
    "fence": "```\nMy suitcase came late and nobody knew.\n```\n<!channel>\n`unclosed and nobody at the desk knew anything about it.",
    "html": '<p>My suitcase <b>came</b> late</p><script>alert("x")</script><img src=x onerror=alert(1)> nobody at the desk knew.',
    "attribute": "My suitcase\" onmouseover=\"alert(1) came late '><svg onload=alert(1)> and nobody at the desk knew anything of it.",
    "template": "My suitcase {{ 7*7 }} {% raw %} ${x} $(reboot) %s %n {0} came late and nobody at the desk knew anything of it.",
    "formula": '=HYPERLINK("https://evil.example.com";"My suitcase came late and nobody at the desk knew anything about it")',
    "formula2": "+cmd|' /C calc'!A0 my suitcase came late and nobody at the desk knew anything about it, which is not good.",
    "emoji": "😢😡🧳🧳🧳👨‍👩‍👧‍👦🏳️‍🌈👍🏽",
    "one_word": "Suitcase" * 400,
    "spaces": "My suitcase" + " " * 5000 + "came\t\t\tlate" + "\n" * 500 + "and nobody at the desk knew anything about it at all.",
    "dots": "." * 3000,
    "rtl": "الحقيبة لم تصل وانتظرت يومين ولم يجب أحد على الهاتف وهذا غير مقبول على الإطلاق يا شركة الطيران",
    "cjk": "我的行李箱晚了两天才到，柜台没有人知道它在哪里，电话也没有人接，这真的让人非常失望，请你们改进服务。",
    "surrogate": "My suitcase \ud800 came \udfff late \ud83d and nobody at the desk knew anything about it, which is not good.",
    "private": "My suitcase \ue000\uf8ff\U000f0000\ufffe\uffff came late and nobody at the desk knew anything about it, not good.",
    "long": LONG,
}  # fmt: skip

PLAIN = (
    "The suitcase came {n} hours late and the desk was closed.",
    "Breakfast on day {n} was cold and the coffee weak.",
    "Checking in took {n} minutes, quick and friendly.",
    "My seat in row {n} was broken, the screen too.",
    "The app showed gate {n}, which was the wrong one.",
)


def write_hostile(folder: Path, texts: Mapping[str, str] = TEXTS) -> list[Path]:
    """Write files with *texts* together, each alone, and a thousand times the same; JSON Lines hold what CSV cannot."""
    rows = [(f"same{n}", HOSTILE_WEEK, n, SAME) for n in range(1000)]
    rows += [(f"all-{name}", HOSTILE_WEEK, n, text) for n, (name, text) in enumerate(texts.items())]
    rows += [(f"one-{name}", SINGLES_FROM.back(-n), 0, text) for n, (name, text) in enumerate(texts.items())]
    for back in range(1, 6) if texts else ():
        rows += [
            (f"plain-{back}-{n}", HOSTILE_WEEK.back(back), n, text.format(n=n + 10 * back))
            for n, text in enumerate(PLAIN)
        ]
    in_csv = [row for row in rows if _is_csv(row[3])]
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(["id", "created_at", "text", "segment", "url"])
    for key, week, n, text in in_csv:
        writer.writerow([f"<{key}>", _at(week, n), text, "<!channel> *gold*", "https://evil.example.com/<@U123>"])
    names = folder / "csv.csv", folder / "lines.jsonl"
    names[0].write_text(table.getvalue(), encoding="utf-8", newline="")
    in_json = [row for row in rows if not _is_csv(row[3])]
    names[1].write_text("".join(_line(*row) for row in in_json), encoding="ascii")
    return [name for name, held in zip(names, (in_csv, in_json), strict=True) if held]


def write_one(folder: Path, name: str) -> Path:
    """Write a file of JSON Lines with the text called *name* alone, said in the hostile week."""
    file = folder / "one.jsonl"
    file.write_text(_line("1", HOSTILE_WEEK, 0, TEXTS[name]), encoding="ascii")
    return file


def _line(key: str, week: Week, n: int, text: str) -> str:
    return json.dumps({"id": f"<{key}>", "created_at": _at(week, n), "text": text}) + "\n"


def single_week(name: str) -> Week:
    """The week in which the text called *name* stands alone."""
    return SINGLES_FROM.back(-list(TEXTS).index(name))


def _is_csv(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" or (c < " " and c not in "\t\n") for c in text)


def _at(week: Week, n: int) -> str:
    return (datetime.combine(week.monday, datetime.min.time()) + timedelta(minutes=10 * n % 9000)).isoformat() + "Z"
