"""The limits of a stream: which one counts when, and what the message says."""

from __future__ import annotations

from typing import Any

import pytest

from any_llm._core.messages import Timeouts
from any_llm._core.waits import AFTER_ERROR, SHORTEST, Limit, Waits


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def make(clock: Clock, **limits: Any) -> Waits:
    return Waits(Timeouts(**{"read": None, **limits}), clock)


def test_no_limit_is_no_wait_of_ours(clock: Clock) -> None:
    waits = make(clock)
    assert waits.get_wait(is_failed=False) is None
    clock.now += 1e9
    assert waits.find_expired(has_frames=False) is None
    assert waits.find_shortest() == Limit("read", None)


def test_after_an_error_event_little_time_is_left(clock: Clock) -> None:
    assert make(clock).get_wait(is_failed=True) == AFTER_ERROR
    assert make(clock, idle=1).get_wait(is_failed=True) == 1


def test_first_event_has_its_own_limit_and_idle_counts_afterwards(clock: Clock) -> None:
    waits = make(clock, first_event=10, idle=2)
    clock.now += 9
    assert waits.get_wait(is_failed=False) == 1
    assert waits.find_expired(has_frames=False) is None
    clock.now += 1
    assert waits.find_expired(has_frames=False) == Limit("first_event", 10)
    waits.note_event()
    assert waits.get_wait(is_failed=False) == 2
    clock.now += 2
    assert waits.find_expired(has_frames=False) == Limit("idle", 2)


def test_frames_end_the_silence_but_not_the_whole(clock: Clock) -> None:
    waits = make(clock, idle=2, total=5)
    for _ in range(2):
        clock.now += 2
        assert waits.find_expired(has_frames=True) is None
        waits.note_event()
    assert waits.get_wait(is_failed=False) == 1
    clock.now += 1
    assert waits.find_expired(has_frames=True) == Limit("total", 5)


def test_wait_is_never_nothing_at_all(clock: Clock) -> None:
    waits = make(clock, idle=2)
    clock.now += 3
    assert waits.get_wait(is_failed=False) == SHORTEST


def test_another_connection_is_waited_for_anew(clock: Clock) -> None:
    waits = make(clock, idle=2)
    clock.now += 1.5
    waits.restart()
    assert waits.get_wait(is_failed=False) == 2


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        ({"idle": 1, "read": 5}, "idle"),
        ({"idle": 5, "read": 1}, "read"),
        ({"total": 1, "read": 5}, "total"),
        ({"first_event": 1, "idle": 5, "read": 600}, "first_event"),
    ],
)
def test_silence_without_a_byte_names_the_limit_that_it_ran_into(
    clock: Clock, limits: dict[str, Any], name: str
) -> None:
    limit = make(clock, **limits).find_shortest()
    assert (limit.name, limit.seconds) == (name, 1)
    assert "1 s" in limit.describe()
    assert "raise " in limit.describe()
