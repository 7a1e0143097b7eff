"""What curators do about a draft, step by step, until the digest stands in its channel."""

from bot.domain.outbox import DIGEST, State
from bot.storage.outbox import OutboxQueries
from bot.storage.store import Store
from tests.e2e.local_slack import LEAD, Json
from tests.e2e.office import Office
from tests.e2e.stories import again


def draft(office: Office, user: str = "U0CORA", title: str | None = None) -> Json:
    """The draft as *user* has it, as it stands now: of the edition called *title*, else of that of the settings."""
    title = title or office.say("Voice of the customer", "Stimme der Kunden")
    found = office.wait(lambda: [m for m in office.letters(user) if is_draft(m, title)], f"drafted {title}", 120)[-1]
    return again(office, user, found)


def is_draft(letter: Json, title: str) -> bool:
    heading = str(((letter.get("blocks") or [{}])[0].get("text") or {}).get("text", ""))
    return heading.startswith((f"Draft: {title},", f"Entwurf: {title},"))


def published(office: Office) -> list[Json]:
    """The digest and its thread, whole; the first time a curator approves it, and by HTTP also sends it at once."""
    if len(office.posted(LEAD)) < 3:
        office.press("U0CORA", draft(office), "draft-approve")
        said = office.say("*Approved* by", "*Freigegeben* von")
        office.wait(lambda: said in str(draft(office, "U0CARL")), "approved for both")
        if office.mode == "http":
            office.press("U0CORA", draft(office), "draft-send")
        office.wait(lambda: len(office.posted(LEAD)) >= 3, "posted", 240)
        office.wait(lambda: office.say("Posted", "Veröffentlicht") in str(draft(office)), "told")
    until_sent(office)
    return office.posted(LEAD)


def until_sent(office: Office) -> None:
    """Wait until nothing of any digest is on its way any more, its thread included."""
    store = Store(office.voxpop.database_url)

    def is_sent() -> bool:
        with store.read() as tx:
            return not OutboxQueries(tx).in_state(State.PENDING, State.SENDING, State.UNKNOWN, kind=DIGEST)

    try:
        office.wait(is_sent, "sent")
    finally:
        store.close()
