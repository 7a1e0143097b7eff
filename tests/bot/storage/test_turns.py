"""Whoever waits longest comes next, whoever gives up is passed over."""

import time
from threading import Thread

from bot.storage.turns import Turns

PATIENCE = 30.0


def wait_for_asking(turns: Turns, many: int) -> None:
    """Wait until *many* threads wait for their turn."""
    end = time.monotonic() + PATIENCE
    while len(turns._waiting) < many and time.monotonic() < end:
        time.sleep(0.001)
    assert len(turns._waiting) == many


def test_whoever_frees_it_and_asks_again_comes_after_those_who_wait() -> None:
    turns, order = Turns(), list[str]()

    def take(name: str) -> None:
        assert turns.acquire(PATIENCE)
        order.append(name)
        turns.release()

    assert turns.acquire(0)
    threads = []
    for number, name in enumerate(("first", "second", "third"), 1):
        threads.append(Thread(target=take, args=(name,)))
        threads[-1].start()
        wait_for_asking(turns, number)
    turns.release()
    take("the one who had it")
    for thread in threads:
        thread.join()
    assert order == ["first", "second", "third", "the one who had it"]


def test_whoever_gave_up_is_passed_over_and_nobody_is_left_waiting() -> None:
    turns = Turns()
    assert turns.acquire(0)
    assert not turns.acquire(0.01)
    turns.release()
    assert turns.acquire(0)
    turns.release()


def test_it_is_held_by_one_at_a_time() -> None:
    turns, inside, most = Turns(), list[int](), list[int]()

    def work(number: int) -> None:
        for _ in range(200):
            if turns.acquire(PATIENCE if number % 2 else 0.0001):
                inside.append(number)
                most.append(len(inside))
                inside.pop()
                turns.release()

    threads = [Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert turns.acquire(0), "it is free in the end"
