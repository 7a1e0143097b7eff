"""All that is learnt from one text alone, in one go: made once, kept by text hash and version."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.curation.redaction.redact import REDACTION_VERSION, redact
from bot.curation.texts.encoder import ENCODER_VERSION, encode
from bot.curation.texts.language import LANGUAGE_VERSION, language
from bot.curation.texts.near_duplicates import SIGNATURE_VERSION, signatures
from bot.curation.texts.sensitive import SENSITIVE_VERSION, is_sensitive
from bot.curation.texts.voiceless import NOISE_VERSION, noise
from bot.curation.texts.words import WORDS_VERSION, to_words
from bot.curation.tone.sentiment import SENTIMENT_VERSION, tone
from bot.domain.verbatim import Features, LeftOut, Signature, Vector

FEATURES_VERSION = (
    f"w{WORDS_VERSION}-n{NOISE_VERSION}-l{LANGUAGE_VERSION}-r{REDACTION_VERSION}-t{SENTIMENT_VERSION}"
    f"-p{SENSITIVE_VERSION}-d{SIGNATURE_VERSION}-{ENCODER_VERSION}"
)
"""Names the rules of every step. Whoever changes a rule raises its step's version by hand; texts are learnt anew."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What is learnt from: *text* as it came, known names already masked, with what its record says about it.

    *subject* gives auto-replies away, and is the words where *text* is empty. *names* serve redaction alone.
    """

    text: str = field(repr=False)
    subject: str | None = field(default=None, repr=False)
    html: bool = False
    language_hint: str | None = None
    names: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Said:
    """The steps before those that work on many texts at once."""

    text: str
    language: str
    noise: LeftOut | None
    doubt: bool


def text_key(raw: Raw) -> str:
    """Return the hash under which the features of *raw* are kept: SHA-256 over all that they depend on.

    Names are masked in the text before it is keyed, so they are in it.
    """
    digest = hashlib.sha256()
    for part in (raw.text, raw.subject, "html" if raw.html else "", raw.language_hint):
        encoded = (part or "").encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded) + encoded)  # lengths first: no two raws make the same bytes
    return digest.hexdigest()


def to_features(raws: Sequence[Raw]) -> list[Features]:
    """Learn each of *raws*, whatever stands beside it: words, noise, language, redaction, tone, signature, vector.

    Noise keeps its redacted text and reason, and gets neither signature nor vector.
    """
    said = [_to_said(raw) for raw in raws]
    voices = [index for index, item in enumerate(said) if item.noise is None]
    texts = [said[index].text for index in voices]
    learnt = dict(zip(voices, zip(signatures(texts), encode(texts), strict=True), strict=True))
    return [_to_features(item, *learnt.get(index, (None, None))) for index, item in enumerate(said)]


def _to_said(raw: Raw) -> _Said:
    words = to_words(raw.text, html=raw.html)
    if not words and raw.subject and not raw.text.strip():
        words = to_words(raw.subject)
    reason = noise(words, raw.subject)
    spoken = language(words, raw.language_hint)
    redacted = redact(words, spoken, raw.names)
    return _Said(redacted.text, spoken, reason, redacted.doubt)


def _to_features(said: _Said, signature: Signature | None, vector: Vector | None) -> Features:
    return Features(
        text=said.text,
        language=said.language,
        tone=tone(said.text, said.language) if said.noise is None else 0,
        noise=said.noise,
        sensitive=is_sensitive(said.text),
        doubt=said.doubt,
        signature=signature,
        vector=vector,
    )
