"""Put several messages into fewer, where only so many may be sent."""

from collections.abc import Sequence

from bot.blocks.limits import check
from bot.domain.message import Message
from bot.errors import LimitError


def pack(messages: Sequence[Message], most: int) -> tuple[Message, ...]:
    """Join neighbours of *messages*, the smallest first, until there are *most*, in the order given.

    Nothing is joined that need not be, and nothing beyond what one message may carry. Where that leaves more than
    *most*, the last ones are cut off.
    """
    packed = list(messages)
    while len(packed) > most:
        pairs = sorted(range(len(packed) - 1), key=lambda i: (_size(packed[i]) + _size(packed[i + 1]), -i))
        for index in pairs:
            joined = _join(packed[index], packed[index + 1])
            if joined is not None:
                packed[index : index + 2] = [joined]
                break
        else:
            return tuple(packed[:most])
    return tuple(packed)


def _size(message: Message) -> int:
    return len(str(message.blocks))


def _join(first: Message, second: Message) -> Message | None:
    joined = Message(text=f"{first.text}\n\n{second.text}", blocks=first.blocks + second.blocks)
    try:
        check(joined)
    except LimitError:
        return None
    return joined
