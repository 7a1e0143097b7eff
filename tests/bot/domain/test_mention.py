"""What follows a slash command is read as Slack sends it: mentions, groups, links, entities."""

import pytest

from bot.domain.mention import Typed, read_typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", Typed((), (), "")),
        ("saved the launch", Typed((), (), "saved the launch")),
        ("<@U1|anna> saved it", Typed(("U1",), (), "saved it")),
        ("<@U1|anna>, <@U2>: saved it", Typed(("U1", "U2"), (), "saved it")),
        ("<!subteam^S1|@team> stayed", Typed((), (("S1", "team"),), "stayed")),
        ("<!subteam^S1> stayed", Typed((), (("S1", "S1"),), "stayed")),
        ("thanks to <@U1|anna> and <@U2>", Typed(("U1", "U2"), (), "thanks to @anna and somebody")),
        ("<@U1> and <@U1>", Typed(("U1",), (), "and somebody")),
        ("5 &lt; 6 &amp;amp; <https://a.example|here> <#C1|wins>", Typed((), (), "5 < 6 &amp; here #wins")),
        ("<!channel> look", Typed((), (), "look")),
        ("anna saved it", Typed((), (), "anna saved it")),
    ],
)
def test_people_and_groups_are_told_from_words(typed: str, read: Typed) -> None:
    assert read_typed(typed, "somebody") == read
