"""What a command that handles many thousand records asks of Python."""

import gc


def ease_collector() -> None:
    """Let the garbage collector look rarely, and never again at what the program itself is made of.

    Records make many objects and no cycles: looking after every seven hundred took a tenth of an import's time, most of
    it for the modules. For commands that end when their work is done.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
