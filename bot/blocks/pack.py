"""Put several messages into fewer, where only so many may be sent."""

from collections.abc import Sequence

from bot.domain.message import Message

_MOST_BLOCKS = 50
_MOST_CHARACTERS = 10_000


def pack(messages: Sequence[Message], most: int) -> tuple[Message, ...]:
    """Join neighbours of *messages* as far as one message may carry; return the first *most* of what results."""
    packed: list[Message] = []
    for message in messages:
        joined = _join(packed[-1], message) if packed else None
        if joined is not None:
            packed[-1] = joined
        else:
            packed.append(message)
    return tuple(packed[:most])


def _join(first: Message, second: Message) -> Message | None:
    blocks = first.blocks + second.blocks
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(blocks) > _MOST_BLOCKS or len(str(blocks)) > _MOST_CHARACTERS or len(ids) != len(set(ids)):
        return None
    return Message(text=f"{first.text}\n\n{second.text}", blocks=blocks)
