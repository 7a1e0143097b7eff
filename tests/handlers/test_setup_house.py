"""Roles, areas, owners of themes, promises, wins, and the audit log in the settings and in App Home."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.domain.area import Area, Promise
from bot.domain.draft import Draft
from bot.domain.history import History
from bot.domain.reserve import Reserve
from bot.services.audit import AuditService, record
from bot.storage.drafts import DraftQueries
from bot.storage.publications import PublicationQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store
from tests.bot.blocks.factories import make_digest, make_theme
from tests.fake_slack import FakeGroup, FakeSlack, FakeUser
from tests.handlers.setup_world import ELSEWHERE, MONDAY, PRIVATE, SHARED, World, elements, shown, text, to_values


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """ADA and BO are admins."""
    fake_slack.groups["S0CX"] = FakeGroup("S0CX", "cx-team", ("U0CORA", "U0CARL"))
    world = World(fake_slack, store, request.param, admins="U0ADA,U0BO")
    yield world
    world.close()


@pytest.fixture(params=["en", "de"])
def owned(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """Nothing in the environment; RUTH has become the first admin in Slack."""
    world = World(fake_slack, store, request.param)
    world.give("admin", "U0RUTH")
    yield world
    world.close()


def say(world: World, english: str, german: str) -> str:
    return german if world.language == "de" else english


def test_people_and_groups_are_given_roles(world: World) -> None:
    form = world.open("roles")
    assert "<@U0ADA>, <@U0BO>" in text(form), "those of the environment are shown"
    assert world.options("setup-groups-curator", "cx") == ["S0CX"]
    assert world.send(form, setup_groups_curator=["S0CX"], setup_people_observer=["U0OTTO"]) == {}
    assert world.parts.roles.curators == ("U0CORA", "U0CARL")
    assert world.parts.roles.observers == ("U0OTTO",)
    assert "@cx-team" in text(world.open("roles"))


def test_of_two_admins_who_change_roles_at_once_the_second_overwrites_nothing(world: World) -> None:
    adas, bos = world.open("roles"), world.open("roles", "U0BO")
    assert world.send(adas, setup_people_observer=["U0OTTO"]) == {}
    errors = world.send(bos, "U0BO", setup_people_curator=["U0CORA"])
    assert say(world, "Somebody was faster", "Jemand war schneller") in str(errors)
    assert world.parts.roles.named_curators == ()


def test_the_last_admin_cannot_go_but_can_hand_over(owned: World) -> None:
    form = owned.open("roles", "U0RUTH")
    errors = owned.send(form, "U0RUTH", setup_people_admin=[])
    assert say(owned, "the last admin", "der letzte Admin") in errors["setup-people-admin"]
    assert owned.send(form, "U0RUTH", setup_people_admin=["U0ADA"]) == {}
    assert owned.parts.roles.admins == ("U0ADA",)


def test_somebody_who_left_the_company_is_taken_out_by_one_admin(owned: World) -> None:
    owned.give("admin", "U0BO")
    owned.give("observer", "U0OTTO")
    owned.fake_slack.users["U0BO"].deleted = owned.fake_slack.users["U0OTTO"].deleted = True
    form = owned.open("roles", "U0RUTH")
    assert owned.send(form, "U0RUTH", setup_people_admin=["U0RUTH"], setup_people_observer=[]) == {}
    assert (owned.parts.roles.admins, owned.parts.roles.observers) == (("U0RUTH",), ())


def test_areas_have_leaders_and_deputies_and_those_who_left_are_marked(world: World) -> None:
    form = world.click(world.open("areas"), "setup-area-new")
    given = {"setup_area": "Delivery", "setup_leader": "U0LEA", "setup_deputy": "U0DAN"}
    assert world.send(form, **given) == {}
    assert world.parts.areas.all() == [Area(name="Delivery", leader="U0LEA", deputy="U0DAN")]
    world.person("U0LEA")
    world.fake_slack.users["U0LEA"].deleted = True
    world.parts.impatient.slack._known.clear()
    page = world.open("areas")
    assert say(world, "<@U0LEA> has left", "<@U0LEA> ist nicht mehr da") in text(page)
    assert say(world, "1 leader has left", "1 Leitung ist nicht mehr da") in text(world.setup())
    edit = world.click(page, "setup-area-edit")
    assert world.send(edit, setup_area="Logistics", setup_leader="U0DAN", setup_deputy=None) == {}
    assert world.parts.areas.all() == [Area(name="Logistics", leader="U0DAN")]
    again = world.click(world.open("areas"), "setup-area-new")
    errors = world.send(again, setup_area="logistics")
    assert say(world, "this name already", "diesem Namen gibt es schon") in errors["setup-area"]
    page = world.open("areas")
    world.click(page, "setup-area-remove")
    assert world.parts.areas.all() == []


def without_answer(world: World) -> tuple[str, ...]:
    """A bot, two people of other companies, and somebody who was deactivated: none can be asked anything."""
    world.fake_slack.users["U0THEIRS"] = FakeUser("U0THEIRS", "Tilda", team="T0OTHER", enterprise="E0OTHER")
    world.fake_slack.users["U0STRANGE"] = FakeUser("U0STRANGE", "Stine", is_stranger=True)
    world.fake_slack.users["U0BOT"] = FakeUser("U0BOT", "Robby", is_bot=True)
    world.fake_slack.users["U0GONE"] = FakeUser("U0GONE", "Gerd", deleted=True)
    return "U0THEIRS", "U0STRANGE", "U0BOT", "U0GONE"


def test_nobody_who_cannot_answer_is_newly_chosen_for_an_area(world: World) -> None:
    form = world.click(world.open("areas"), "setup-area-new")
    for user in without_answer(world):
        for field in ("setup-leader", "setup-deputy"):
            errors = world.send(form, setup_area="Delivery", **{field.replace("-", "_"): user})
            assert say(world, "a bot, of another", "ein Bot, aus einem anderen") in errors[field]
    assert "Gerd" in errors["setup-deputy"]
    errors = world.send(form, setup_area="Delivery", setup_leader="U0LEA", setup_deputy="U0LEA")
    assert say(world, "Nobody steps in for themselves", "Niemand vertritt sich selbst") in errors["setup-deputy"]
    assert world.parts.areas.all() == []


def test_who_was_chosen_earlier_and_left_is_in_no_ones_way(world: World) -> None:
    *_, gone = without_answer(world)
    world.parts.areas.put(Area(name="Delivery", leader=gone, deputy=gone), "U0ADA", MONDAY)
    edit = world.click(world.open("areas"), "setup-area-edit")
    assert world.send(edit, setup_area="Logistics") == {}
    assert world.parts.areas.all() == [Area(name="Logistics", leader=gone, deputy=gone)]
    world.give("observer", gone)
    assert world.send(world.open("roles"), setup_people_curator=["U0CORA"]) == {}
    assert world.parts.roles.named_curators == ("U0CORA",)


def test_nobody_who_cannot_answer_is_given_a_role_or_a_theme(world: World, store: Store) -> None:
    roles = world.open("roles")
    for user in without_answer(world):
        errors = world.send(roles, setup_people_observer=["U0OTTO", user])
        assert say(world, "a bot, of another", "ein Bot, aus einem anderen") in errors["setup-people-observer"]
    assert world.parts.roles.observers == ()
    digest = make_digest()
    with store.begin() as tx:
        PublicationQueries(tx).keep(digest, MONDAY)
    theme = world.click(world.open("themes"), "setup-theme-new")
    errors = world.send(theme, setup_theme=digest.themes[0].id, setup_owner="U0BOT")
    assert "Robby" in errors["setup-owner"]
    assert world.parts.areas.owner_of(digest.themes[0].id) is None


def test_a_theme_of_the_last_digests_gets_an_area_and_an_owner(world: World, store: Store) -> None:
    digest = make_digest()
    with store.begin() as tx:
        PublicationQueries(tx).keep(digest, MONDAY)
    theme = digest.themes[0]
    world.send(world.click(world.open("areas"), "setup-area-new"), setup_area="Delivery", setup_leader="U0LEA")
    page = world.open("themes")
    form = world.click(page, "setup-theme-new")
    assert theme.id in world.options("setup-theme", theme.name[:4])
    assert world.send(form, setup_theme=theme.id, setup_area="Delivery") == {}
    known = world.parts.areas.owner_of(theme.id)
    assert known is not None
    assert (known.area, known.owner) == ("Delivery", "U0LEA"), "the area's leader where nobody else is named"
    assert theme.name in text(page)
    edit = world.click(world.open("areas"), "setup-area-edit")
    assert world.send(edit, setup_area="Logistics", setup_leader="U0DAN") == {}
    known = world.parts.areas.owner_of(theme.id)
    assert known is not None
    assert (known.area, known.owner) == ("Logistics", "U0DAN"), "themes go with their area, and to its new leader"
    world.person("U0DAN")
    world.fake_slack.users["U0DAN"].deleted = True
    world.parts.impatient.slack._known.clear()
    page = world.open("themes")
    assert say(world, "<@U0DAN> has left", "<@U0DAN> ist nicht mehr da") in text(page)
    world.click(page, "setup-theme-remove")
    assert world.parts.areas.owner_of(theme.id) is None


def test_of_two_admins_at_once_the_second_takes_no_area_and_no_theme_from_the_first(world: World, store: Store) -> None:
    digest = make_digest()
    with store.begin() as tx:
        PublicationQueries(tx).keep(digest, MONDAY)
    theme, faster = digest.themes[0].id, say(world, "Somebody was faster", "Jemand war schneller")
    world.send(world.click(world.open("areas"), "setup-area-new"), setup_area="Delivery", setup_leader="U0LEA")
    adas = world.click(world.open("themes"), "setup-theme-new")
    bos = world.click(world.open("themes", "U0BO"), "setup-theme-new", "U0BO")
    assert world.send(adas, setup_theme=theme, setup_area="Delivery") == {}
    assert faster in str(world.send(bos, "U0BO", setup_theme=theme, setup_owner="U0DAN"))
    page, area = world.open("themes"), world.open("areas")
    other = world.click(world.open("themes", "U0BO"), "setup-theme-new", "U0BO")
    assert world.send(other, "U0BO", setup_theme=theme, setup_owner="U0DAN") == {}
    world.click(page, "setup-theme-remove")
    assert faster in world.letters("U0ADA")[-1].text
    known = world.parts.areas.owner_of(theme)
    assert known is not None
    assert known.owner == "U0DAN"
    edit = world.click(world.open("areas", "U0BO"), "setup-area-edit", "U0BO")
    assert world.send(edit, "U0BO", setup_area="Delivery", setup_leader="U0DAN", setup_deputy=None) == {}
    world.click(area, "setup-area-remove")
    assert [each.name for each in world.parts.areas.all()] == ["Delivery"]


def test_before_the_first_digest_the_themes_of_its_draft_can_be_given_owners(world: World, store: Store) -> None:
    digest = make_digest(all_themes=(make_theme("Late refunds", 12), make_theme("Everything else", 9, id="rest")))
    reserve = Reserve(weeks_before=0, history=History(), themes=(), series={})
    week = {"edition": "board", "week": digest.week, "made_at": MONDAY, "due_at": MONDAY}
    with store.begin() as tx:
        DraftQueries(tx).add(Draft(number=0, digest=digest, reserve=reserve, **week))
    assert world.options("setup-theme", "refunds") == ["late-refunds"]
    assert world.options("setup-theme", "everything") == []


def test_promises_are_kept_in_their_order_with_their_owners(world: World) -> None:
    form = world.open("promises")
    assert world.send(form, setup_promise_0="We keep dates.", setup_promise_owner_0="U0LEA") == {}
    assert world.parts.areas.promises() == [Promise(text="We keep dates.", owner="U0LEA")]
    assert say(world, "three to five are good", "gut sind drei bis fünf") in text(world.setup())


def test_a_whole_department_of_admins_is_not_counted_up(world: World) -> None:
    world.fake_slack.groups["S0BIG"] = FakeGroup("S0BIG", "big", tuple(f"U9{number:03}" for number in range(300)))
    world.give("admin", "S0BIG")
    (said,) = world.send(world.open("promises"), "U0ANNA").values()
    assert "@Ada, @Bo" in said
    assert "…" in said
    assert len(said) < 400


class Distant(dict):
    """People whom Slack takes a tenth of a second each to tell of."""

    def get(self, *asked: object) -> object:
        time.sleep(0.1)
        return super().get(*asked)


def test_however_many_are_given_a_role_the_form_is_acknowledged_in_time(world: World) -> None:
    form = world.open("roles")
    world.fake_slack.users = Distant(world.fake_slack.users)
    many = [f"U0{number:04}" for number in range(40)]
    began = time.monotonic()
    values = to_values(form["blocks"], {"setup-people-curator": many})
    answer = world.interact("view_submission", "U0ADA", view={**form, "state": {"values": values}})
    assert (answer.status, answer.body) == (200, "")
    assert time.monotonic() - began < 2.5, "Slack waits three seconds"
    assert world.parts.roles.named_curators == tuple(many)
    world.idle()


def test_a_promise_has_somebody_who_answers_for_it_and_nothing_typed_is_lost(world: World) -> None:
    form = world.open("promises")
    assert set(world.send(form, setup_promise_0="We keep dates.")) == {"setup-promise-owner-0"}
    assert set(world.send(form, setup_promise_owner_1="U0LEA")) == {"setup-promise-1"}
    world.fake_slack.users["U0BOT"] = FakeUser("U0BOT", "Robby", is_bot=True)
    refused = world.send(form, setup_promise_2="We keep dates.", setup_promise_owner_2="U0BOT")
    assert "Robby" in refused["setup-promise-owner-2"]
    assert world.parts.areas.promises() == []
    assert world.send(form, setup_promise_2="We keep dates.", setup_promise_owner_2="U0CORA") == {}
    world.fake_slack.users["U0CORA"].deleted = True
    world.parts.slack.forget_person("U0CORA")
    form = world.open("promises")
    assert world.send(form, setup_promise_0="We keep every date.") == {}, "who was chosen earlier is in nobody's way"
    assert world.parts.areas.promises() == [Promise(text="We keep every date.", owner="U0CORA")]


def test_wins_get_their_channel_their_time_and_their_emoji(world: World) -> None:
    form = world.open("wins")
    assert "/invite @Voxpop" in world.send(form, setup_wins_channel=ELSEWHERE)["setup-wins-channel"]
    refused = world.send(form, setup_wins_channel=SHARED)["setup-wins-channel"]
    assert say(world, "another company", "anderen Unternehmen") in refused
    assert "setup-wins-emoji" in world.send(form, setup_wins_emoji="two words")
    given = {"setup_wins_channel": PRIVATE, "setup_wins_emoji": ":Tada:", "setup_wins_nudge": []}
    assert world.send(form, setup_wins_when="digest", **given) == {}
    house = world.parts.house.now()
    assert (house.channel, house.in_digest, house.nudge, house.emoji) == (PRIVATE, True, False, "tada")
    assert "manifest --reactions" in text(world.open("wins"))


def test_a_channel_for_wins_that_is_shared_no_more_is_not_held_back_for_what_it_was(world: World, store: Store) -> None:
    with store.begin() as tx:
        RouteQueries(tx).change(PRIVATE, MONDAY, told=True, unconfirmed=True)  # shared, while it was ours
    assert world.send(world.open("wins"), setup_wins_channel=PRIVATE) == {}
    with store.read() as tx:
        assert not RouteQueries(tx).is_unconfirmed(PRIVATE)


def test_an_admin_sees_that_the_channel_for_wins_is_off_and_what_to_do(world: World, store: Store) -> None:
    assert world.send(world.open("wins"), setup_wins_channel=PRIVATE) == {}
    assert say(world, "*Off*", "*Aus*") not in world.home("U0ADA") + text(world.setup())
    for change, way_out in (
        ({"broken": "not_in_channel"}, "/invite @Voxpop"),
        ({"broken": None, "unconfirmed": True}, say(world, "two admins can confirm", "zwei Admins können")),
    ):
        with store.begin() as tx:
            RouteQueries(tx).change(PRIVATE, MONDAY, told=True, **change)
        for shown_to_admins in (world.home("U0ADA"), text(world.setup())):
            assert say(world, "*Off*", "*Aus*") in shown_to_admins
            assert way_out in shown_to_admins


def test_what_the_environment_sets_about_wins_is_shown_and_not_offered(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store, admins="U0ADA", wins_channel="C0LEAD")
    form = world.open("wins")
    assert "`WINS_CHANNEL`" in text(form)
    assert "setup-wins-channel" not in [block.get("block_id") for block in form["blocks"]]
    assert world.send(form, setup_wins_when="digest") == {}
    assert (world.parts.house.now().channel, world.parts.house.now().in_digest) == ("C0LEAD", True)
    world.close()


def test_every_change_is_in_the_log_in_plain_words_page_by_page(world: World, store: Store) -> None:
    with store.begin() as tx:
        for number in range(30):
            record(tx, MONDAY, "U0ADA", "win.approve", f"win:{number}")
    world.make_edition("Board")
    page = world.open("audit")
    assert say(world, "made the edition board", "Ausgabe board angelegt") in text(page)
    older = world.click(page, "setup-audit-more-older")
    assert say(world, "approved win 18", "Glanzleistung 18 freigegeben") in text(older)
    world.click(page, "setup-audit-more-newer")
    assert "board" in text(page)
    world.click(page, "setup-audit-send")
    sent = world.letters("U0ADA")[-1]
    assert "edition.make,edition:board" in shown(sent)
    assert "voxpop audit export" in sent.text
    world.click(page, "setup-audit-send")
    assert world.letters("U0ADA")[-1] is sent, "a double click sends it once"
    world.now = MONDAY + timedelta(minutes=5)
    world.click(world.open("editions", "U0BO"), "setup-edition-close", "U0BO")
    world.click(page, "setup-audit-send")
    assert "edition.close,edition:board" in shown(world.letters("U0ADA")[-1])


def test_an_observer_sees_settings_data_flow_and_audit_and_changes_nothing(world: World, store: Store) -> None:
    world.give("observer", "U0OTTO")
    world.make_edition("Board", setup_shadow=["yes"])
    home = world.home("U0OTTO")
    assert "Board" in home
    assert say(world, "What happens to the data", "Was mit den Daten geschieht") in home
    assert say(world, "made the edition board", "Ausgabe board angelegt") in home
    assert [each["action_id"] for each in elements(world.fake_slack.homes["U0OTTO"])] == ["setup-audit"]
    assert elements(world.setup("U0OTTO")) == []
    world.click(world.fake_slack.homes["U0OTTO"] | {"id": "V0HOME"}, "setup-audit", "U0OTTO")
    log = world.fake_slack.views[-1]
    assert say(world, "made the edition board", "Ausgabe board angelegt") in text(log)
    before = AuditService(store).everything()
    page = world.open("editions")
    world.click(page, "setup-edition-close", "U0OTTO")
    assert AuditService(store).everything() == before
    assert "<@U0ADA>" in world.letters("U0OTTO")[-1].text


def test_an_observer_sees_every_setting_by_its_name(world: World) -> None:
    world.give("observer", "U0OTTO")
    world.give("curator", "U0CORA")
    rules = {"setup_review": "on", "setup_away": "none", "setup_without": ["numbers"], "setup_owner": "U0LEA"}
    world.make_edition("Board", setup_zone="Europe/Vienna", setup_holidays="DE-BE", **rules)
    area = world.click(world.open("areas"), "setup-area-new")
    assert world.send(area, setup_area="Delivery", setup_leader="U0BO") == {}
    assert world.send(world.open("promises"), setup_promise_0="We keep dates.", setup_promise_owner_0="U0LEA") == {}
    home = world.home("U0OTTO")
    for english, german in (
        ("Review before posting: Always", "Durchsicht vor dem Posten: Immer"),
        ("Post nothing, and warn", "Nichts posten und warnen"),
        ("Time zone: Europe/Vienna", "Zeitzone: Europe/Vienna"),
        ("Public holidays: Germany, Berlin (DE-BE)", "Feiertage: Deutschland, Berlin (DE-BE)"),
        ("Default owner: <@U0LEA>", "Wer sonst gefragt wird: <@U0LEA>"),
        ("Slots to leave out: Numbers", "Was weggelassen wird: Zahlen"),
        ("Curators: <@U0CORA>", "Redaktion: <@U0CORA>"),
        ("Observers: <@U0OTTO>", "Beobachter: <@U0OTTO>"),
        ("*Delivery* · leader <@U0BO>", "*Delivery* · Leitung <@U0BO>"),
        ("We keep dates. · <@U0LEA>", "We keep dates. · <@U0LEA>"),
    ):
        assert say(world, english, german) in home


def test_app_home_shows_admins_what_they_look_after_and_others_nothing_of_it(world: World) -> None:
    world.make_edition("Board", setup_shadow=["yes"])
    home = world.home("U0ADA")
    assert say(world, "Next: 17 Nov", "Nächste: 17. Nov.") in home
    world.click(world.fake_slack.homes["U0ADA"] | {"id": "V0HOME"}, "setup-open")
    assert world.fake_slack.views[-1]["callback_id"] == "setup-hub"
    assert "board" not in world.home("U0ANNA").casefold()
    world.home("U0ANNA")
    assert "setup-audit" not in str(world.fake_slack.homes["U0ANNA"])
