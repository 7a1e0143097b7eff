"""What can go wrong, in words that a person should read.

Every message says what happened, to what, and what to do now. The command line prints it as it stands,
Slack shows it privately; neither shows a traceback for one of these.
"""


class VoxpopError(Exception):
    """Anything Voxpop itself has to say no to. *exit_code* is what the command line leaves with."""

    exit_code = 1


class UsageError(VoxpopError):
    """A command asks for what cannot be: an unknown week, options that contradict each other."""

    exit_code = 2


class SettingsError(VoxpopError):
    """A setting is missing or makes no sense."""

    exit_code = 2


class FieldError(SettingsError):
    """What was given for one *setting* makes no sense."""

    def __init__(self, message: str, setting: str) -> None:
        super().__init__(message)
        self.setting = setting


class SourceError(VoxpopError):
    """A source could not be read. *permanent*: trying again will not help."""

    def __init__(self, message: str, *, permanent: bool = True) -> None:
        super().__init__(message)
        self.permanent = permanent


class RulesError(VoxpopError):
    """The rules file cannot be used; the message names file and line."""

    exit_code = 2


class StorageError(VoxpopError):
    """The database cannot be used as it is."""


class NotFoundError(VoxpopError):
    """What was asked for by name does not exist."""


class SlackError(VoxpopError):
    """Slack refused, or could not be asked. *permanent*: this route stays closed until somebody acts.

    *code* is Slack's own word for it, as ``not_in_channel``, where Slack answered at all.
    """

    def __init__(self, message: str, *, permanent: bool = False, code: str | None = None) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.code = code


class DeclinedError(VoxpopError):
    """A person asks for what cannot be: told in their own language, by the catalogue's *key* and its *values*.

    *at* is the field of a form that has to be changed.
    """

    def __init__(self, key: str, *, at: str | None = None, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.at = at
        self.values = values


class LimitError(VoxpopError):
    """A message or view that Slack would refuse: *path* is where, *limit* what holds there, *actual* what was found."""

    def __init__(self, path: str, limit: str, actual: str) -> None:
        super().__init__(f"{path}: {limit}; found {actual}")
        self.path = path
        self.limit = limit
        self.actual = actual


class UnexpectedError(Exception):
    """A mistake in the app that showed in another process: its *kind* and *place*; its text stayed there."""

    def __init__(self, kind: str, place: str) -> None:
        super().__init__(f"{kind} at {place}")
        self.kind = kind
        self.place = place
