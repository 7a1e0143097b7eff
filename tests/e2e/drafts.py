"""What curators do about a draft, step by step, until the digest stands in its channel."""

from tests.e2e.local_slack import LEAD, Json
from tests.e2e.office import Office
from tests.e2e.stories import again


def draft(office: Office, user: str = "U0CORA") -> Json:
    """The draft as *user* has it before them, as it stands now."""
    found = office.wait(lambda: [m for m in office.letters(user) if is_draft(m)], "drafted", 120)[-1]
    return again(office, user, found)


def is_draft(letter: Json) -> bool:
    title = str(((letter.get("blocks") or [{}])[0].get("text") or {}).get("text", ""))
    return title.startswith(("Draft:", "Entwurf:"))


def published(office: Office) -> list[Json]:
    """The digest and its thread; the first time a curator approves it, and by HTTP also sends it at once."""
    if len(office.posted(LEAD)) < 3:
        office.press("U0CORA", draft(office), "draft-approve")
        said = office.say("*Approved* by", "*Freigegeben* von")
        office.wait(lambda: said in str(draft(office, "U0CARL")), "approved for both")
        if office.mode == "http":
            office.press("U0CORA", draft(office), "draft-send")
        office.wait(lambda: len(office.posted(LEAD)) >= 3, "posted", 240)
        office.wait(lambda: office.say("Posted", "Veröffentlicht") in str(draft(office)), "told")
    return office.posted(LEAD)
