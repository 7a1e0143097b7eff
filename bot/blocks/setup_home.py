"""What App Home tells admins and observers: editions with their health, settings, data flow, audit."""

from collections.abc import Callable, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids, reading
from bot.blocks.drawing import context, section
from bot.blocks.forms import button
from bot.blocks.home import Section
from bot.blocks.setup_audit import lines
from bot.blocks.setup_editions import about
from bot.blocks.setup_hub import PAGES, summary
from bot.blocks.setup_responsible import responsible_blocks, ruled
from bot.blocks.text import inline
from bot.domain.audit import Entry
from bot.domain.edition import Edition
from bot.domain.overview import Overview
from bot.locale import Words

MOST_EDITIONS = 10


def for_admin(overview: Overview, words: Words) -> Section:
    """What an admin looks after: each edition with its next time or what is wrong with it, and the way to settings."""
    blocks = _editions(overview, words)
    if not blocks:
        blocks.append(section(words("setup-editions-none")))
    if overview.wins_off is not None and not overview.wins_in_digest:
        blocks.append(section(f"*{words('setup-page-wins')}*\n{summary('wins', overview, words)}"))
    if overview.waiting:
        blocks.append(section(words("setup-home-waiting", count=len(overview.waiting))))
    opens = button(ids.SETUP_OPEN, words("setup-home-open"), "open", style="primary")
    return Section(words("setup-home"), [*blocks, ActionsBlock(elements=[opens])])


def for_observer(overview: Overview, sources: Sequence[str], words: Words) -> list[Section]:
    """What an observer may see and not change: every setting, by its name and in full, and what happens to the data."""
    summed = "\n".join(f"*{words(f'setup-page-{page}')}:* {summary(page, overview, words)}" for page in PAGES[:-1])
    return [
        Section(
            words("setup-home-settings"),
            [*_editions(overview, words, ruled), section(summed), *responsible_blocks(overview.responsible, words)],
        ),
        data_flow(sources, words),
    ]


def _editions(overview: Overview, words: Words, more: Callable[[Edition, Words], str] | None = None) -> list[Block]:
    """The first editions with what *more* says of each, and a word where there are further ones."""
    blocks: list[Block] = []
    for state in overview.editions[:MOST_EDITIONS]:
        said = [about(state, words), *([more(state.edition, words)] if more else [])]
        blocks.append(section("\n".join(said)))
    left = len(overview.editions) - len(blocks)
    return [*blocks, *([context(words("setup-home-editions-more", count=left))] if left else [])]


def data_flow(sources: Sequence[str], words: Words) -> Section:
    """Where the data comes from, where it is kept and where it goes, in plain words."""
    named = words.listed([inline(reading.source_name(name, words)) for name in sources[:20]])
    comes = words("setup-home-flow-sources", sources=named) if sources else words("setup-home-flow-none")
    said = (comes, words("setup-home-flow-kept"), words("setup-home-flow-goes"))
    return Section(words("setup-home-flow"), [section("\n".join(said))])


def audit(entries: Sequence[Entry], words: Words) -> Section:
    """The newest changes, and the way to all of them."""
    blocks = lines(entries, words) or [section(words("setup-audit-none"))]
    elements = [button(ids.SETUP_AUDIT, words("setup-audit-all"), "all")]
    return Section(words("setup-home-audit"), [*blocks, ActionsBlock(elements=elements)])
