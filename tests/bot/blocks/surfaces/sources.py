"""Sources: the forms that connect and disconnect them, and how each of them is."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from bot.blocks import source_forms, source_health
from bot.blocks.forms import Form
from bot.domain.connection import Origin, Standing, Trouble
from bot.locale import Words
from tests.bot.blocks.longest import NOW
from tests.bot.blocks.test_sources import make_asked, make_standing


def connect_forms(words: Words, sign: str) -> Iterator[Form]:
    problem = words("source-form-account", source="Z", known="k" * 255, account="a" * 255)
    for told in (None, problem):
        yield source_forms.connect_form(make_asked(sign), words, problem=told)


def standings(sign: str) -> list[Standing]:
    return [
        make_standing(
            title=sign * 100, account=sign * 255, trouble=trouble, since=NOW, off=(sign * 80,) * 5, origin=origin,
            connectable=origin is Origin.SLACK,
        )
        for trouble, origin in product(Trouble, Origin)
    ]  # fmt: skip


EXAMPLES = {
    source_forms.connect_form: connect_forms,
    source_forms.said_form: lambda words, sign: [
        source_forms.said_form(words("source-form-checking", source=make_asked(sign).title), words),
        source_forms.said_form(
            words("source-disconnect-forgotten", source=make_asked(sign).title, records=10**9), words
        ),
    ],
    source_forms.resync_form: lambda words, sign: [
        source_forms.resync_form(make_asked(sign), date(2026, 11, 1), words)
    ],
    source_forms.disconnect_form: lambda words, sign: [source_forms.disconnect_form(make_asked(sign), words)],
    source_health.health_page: lambda words, sign: [source_health.health_page(standings(sign), words)],
    source_health.health: lambda words, sign: [source_health.health(found, words) for found in ([], standings(sign))],
}
