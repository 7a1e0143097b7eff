"""What the operator decides about curation: themes by name, what is excluded, what is never featured."""

from bot.domain.model import Model


class ThemeRule(Model):
    """A named theme: it takes every conversation with one of the words or tags. Names by language."""

    name: dict[str, str]
    any: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    owner: str | None = None
    area: str | None = None


class Rules(Model):
    """The rules file as read. *version* is the first 12 hex digits of its hash, ``none`` without one.

    *exclude*: words or tags whose conversations are left out, counted; *do_not_feature*: words or tags that are
    counted, never quoted.
    """

    version: str = "none"
    themes: tuple[ThemeRule, ...] = ()
    exclude: tuple[str, ...] = ()
    do_not_feature: tuple[str, ...] = ()
