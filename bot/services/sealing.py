"""Credentials at rest: encrypted with a key that is derived from SECRET_KEY, and readable with it alone."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import SettingsError

SHORTEST = 16
"""Characters of a SECRET_KEY that credentials are entrusted to."""


class SealError(SettingsError):
    """What was sealed cannot be opened with this SECRET_KEY."""


class Sealer:
    """Seals and opens credentials with *secret*; without one, or with a short one, it does neither."""

    def __init__(self, secret: str | None) -> None:
        self._secret = secret if secret and len(secret) >= SHORTEST else None

    @property
    def is_usable(self) -> bool:
        """Whether there is a key that credentials may be entrusted to."""
        return self._secret is not None

    def seal(self, values: Mapping[str, str], purpose: str) -> str:
        """Return *values* encrypted for *purpose*, as text; SealError without a key."""
        return self._fernet(purpose).encrypt(json.dumps(dict(values)).encode()).decode("ascii")

    def open(self, sealed: str, purpose: str) -> dict[str, str]:
        """Return what was sealed for the same *purpose*; SealError where it was with another key."""
        try:
            opened: dict[str, str] = json.loads(self._fernet(purpose).decrypt(sealed.encode()))
        except InvalidToken:
            raise SealError(
                f"the credentials of {purpose} cannot be read with this SECRET_KEY; "
                "set the former key again, or let an admin connect it again in Slack: /voice sources"
            ) from None
        return opened

    def _fernet(self, purpose: str) -> Fernet:
        """The cipher of one *purpose*: what was sealed for one source opens as no other's."""
        if self._secret is None:
            raise SealError(f"the credentials of {purpose} need a SECRET_KEY of at least {SHORTEST} characters")
        derived = HKDF(SHA256(), 32, salt=None, info=f"voxpop credentials of {purpose}".encode())
        return Fernet(urlsafe_b64encode(derived.derive(self._secret.encode())))
