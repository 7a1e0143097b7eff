"""The audit log in plain words, newest first: as a page, in App Home, and as text to keep."""

import csv
import io
import json
from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids
from bot.blocks.drawing import as_json, section
from bot.blocks.forms import Form, button, form
from bot.blocks.limits import check
from bot.blocks.setup_letters import FIELDS, mention
from bot.blocks.text import cut, escape, inline, local_time
from bot.domain.audit import APP, SOMEBODY, Entry
from bot.domain.message import Message
from bot.locale import Words

PAGE = 12
SENT = 100
"""Entries that are sent as text at a time."""

_MOST_LINE = 400
_MOST_SENT = 2_800
_FIELDS = ("at", "actor", "action", "target", "detail")

PLAIN = {
    "setup.first-admin": "audit-first-admin",
    "edition.make": "audit-edition-make",
    "edition.change": "audit-edition-change",
    "edition.pause": "audit-edition-pause",
    "edition.resume": "audit-edition-resume",
    "edition.close": "audit-edition-close",
    "edition.shared": "audit-edition-shared",
    "role.give": "audit-role-give",
    "role.take": "audit-role-take",
    "change.ask": "audit-change-ask",
    "change.agree": "audit-change-agree",
    "change.refuse": "audit-change-refuse",
    "change.withdraw": "audit-change-withdraw",
    "change.stale": "audit-change-stale",
    "area.set": "audit-area-set",
    "area.remove": "audit-area-remove",
    "theme.own": "audit-theme-own",
    "theme.disown": "audit-theme-disown",
    "theme.rename": "audit-theme-rename",
    "promises.set": "audit-promises-set",
    "setting.change": "audit-setting-change",
    "win.consent": "audit-win-consent",
    "win.approve": "audit-win-approve",
    "win.edit": "audit-win-edit",
    "win.merge": "audit-win-merge",
    "win.keep": "audit-win-keep",
    "win.withdraw": "audit-win-withdraw",
    "win.take-back": "audit-win-take-back",
    "win.nominate": "audit-win-nominate",
    "source.connect": "audit-source-connect",
    "source.credentials": "audit-source-credentials",
    "source.pause": "audit-source-pause",
    "source.resume": "audit-source-resume",
    "source.resync": "audit-source-resync",
    "source.disconnect": "audit-source-disconnect",
    "digest.correct": "audit-digest-correct",
    "quote.hide": "audit-quote-hide",
    "quote.keep-out": "audit-quote-keep-out",
    "quote.put-back": "audit-quote-put-back",
    "route.ask": "audit-route-ask",
    "route.confirm": "audit-route-confirm",
    "route.move": "audit-route-move",
    "route.off": "audit-route-off",
    "route.on": "audit-route-on",
    "win.answered": "audit-win-answered",
    "win.celebrate": "audit-win-celebrate",
    "win.join": "audit-win-join",
    "win.take-in": "audit-win-take-in",
    "win.unanswered": "audit-win-unanswered",
    "draft.make": "audit-draft-make",
    "draft.take": "audit-draft-take",
    "draft.approve": "audit-draft-approve",
    "draft.hold": "audit-draft-hold",
    "draft.send": "audit-draft-send",
    "draft.undo": "audit-draft-undo",
    "draft.posted": "audit-draft-posted",
    "draft.shadow": "audit-draft-shadow",
    "draft.passed": "audit-draft-passed",
    "ask.propose": "audit-ask-propose",
    "ask.reword": "audit-ask-reword",
    "ask.leave-out": "audit-ask-leave-out",
    "ask.post": "audit-ask-post",
    "ask.take": "audit-ask-take",
    "ask.pass": "audit-ask-pass",
    "ask.accept": "audit-ask-accept",
    "ask.decline": "audit-ask-decline",
    "ask.deputy": "audit-ask-deputy",
    "ask.not-now": "audit-ask-not-now",
    "ask.done": "audit-ask-done",
    "ask.move": "audit-ask-move",
    "ask.drop": "audit-ask-drop",
    "offer.record": "audit-offer-record",
    "offer.take": "audit-offer-take",
    "offer.decline": "audit-offer-decline",
    "offer.debrief": "audit-offer-debrief",
    "edition.shadow": "audit-edition-shadow",
    "told.take_in": "audit-told",
}
"""What has a sentence of its own; an edit of a draft is told as its review does, anything else by its terms."""


def audit_page(entries: Sequence[Entry], offset: int, words: Words, *, more: bool) -> Form:
    """One page of the log, from *offset* on; *more*: there are older entries."""
    blocks = lines(entries, words) or [section(words("setup-audit-none"))]
    elements = []
    if offset:
        elements.append(button(f"{ids.SETUP_AUDIT_MORE}-newer", words("setup-audit-newer"), str(max(0, offset - PAGE))))
    if more:
        elements.append(button(f"{ids.SETUP_AUDIT_MORE}-older", words("setup-audit-older"), str(offset + PAGE)))
    elements.append(button(ids.SETUP_AUDIT_SEND, words("setup-audit-send"), "send"))
    return form(ids.SETUP_AUDIT, words, "setup-page-audit", [*blocks, ActionsBlock(elements=elements)])


def lines(entries: Sequence[Entry], words: Words) -> list[Block]:
    """One block for each entry, newest first as given."""
    return [section(cut(line(entry, words), 2_000)) for entry in entries]


def line(entry: Entry, words: Words) -> str:
    """When, who, what."""
    nobody = {APP: "setup-audit-app", SOMEBODY: "setup-audit-somebody"}.get(entry.actor)
    who = mention(entry.actor) if nobody is None else words(nobody)
    return words("setup-audit-line", moment=local_time(entry.at, words), who=who, what=_what(entry, words))


def as_text(entries: Sequence[Entry], words: Words) -> Message:
    """The newest entries as CSV, for the person who asked: as many as one message holds."""
    rows = [*to_csv([]).splitlines()]
    for entry in entries[:SENT]:
        row = to_csv([entry]).splitlines()[1]
        if sum(len(escape(each)) + 1 for each in [*rows, row]) > _MOST_SENT:
            break
        rows.append(row)
    said = words("setup-audit-sent", count=len(rows) - 1)
    fenced = "```" + escape("\n".join(rows)).replace("`", "ˋ") + "```"
    message = Message(text=said, blocks=as_json([section(said), section(fenced)]))
    check(message)
    return message


def to_csv(entries: Sequence[Entry]) -> str:
    """The entries as CSV with a header, detail as JSON; no cell begins like a formula of a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_FIELDS)
    for entry in entries:
        cells = (entry.at.isoformat(timespec="seconds"), entry.actor, entry.action, entry.target, _detail(entry))
        writer.writerow([f"'{cell}" if cell[:1] in "=+-@\t" else cell for cell in cells])
    return out.getvalue()


def to_json(entries: Sequence[Entry]) -> str:
    """The entries as a JSON array, one object each."""
    told = [
        {
            "at": e.at.isoformat(timespec="seconds"),
            "actor": e.actor,
            "action": e.action,
            "target": e.target,
            "detail": e.detail,
        }
        for e in entries
    ]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _what(entry: Entry, words: Words) -> str:
    key, target = PLAIN.get(entry.action), inline(entry.target.partition(":")[2] or entry.target)
    if key is not None:
        member = entry.detail.get("member")
        role = entry.detail.get("role", "")
        named = mention(str(member)) if member else ""
        week = inline(str(entry.detail.get("week", "")), 20)
        terms = {"target": target, "member": named, "role": _role(str(role), words), "week": week}
        return words(key, **terms, changed=_changed(entry, words))
    edit = f"draft-edit-{entry.action.removeprefix('draft.')}"
    if entry.action.startswith("draft.") and words.has(edit):
        week = inline(str(entry.detail.get("week", "")), 20)
        return words("audit-draft-edit", week=week, what=words(edit))
    told = ", ".join(f"{name} {value}" for name, value in entry.detail.items())
    return cut(
        words("audit-other", action=inline(entry.action), target=inline(entry.target), detail=inline(told, 200) or "–"),
        _MOST_LINE,
    )


def _role(role: str, words: Words) -> str:
    key = f"setup-role-{role}"
    return words(key) if words.has(key) else inline(role)


def _changed(entry: Entry, words: Words) -> str:
    """What changed about an edition, or why a change took two admins, as the forms call it."""
    if "why" in entry.detail:
        reasons = str(entry.detail["why"]).split()
        return words.listed(
            [words(f"setup-lowering-{each}") for each in reasons if words.has(f"setup-lowering-{each}")]
        )
    names = [name.strip() for name in str(entry.detail.get("changed", "")).split(",") if name.strip()]
    return words.listed([words(FIELDS[name]) if name in FIELDS else inline(name, 40) for name in names[:20]])


def _detail(entry: Entry) -> str:
    return json.dumps(entry.detail, ensure_ascii=False, sort_keys=True) if entry.detail else ""
