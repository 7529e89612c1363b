"""Only writing is measured: not reading past, not the pause for the telephone, not a machine that slept."""

import pytest

from forecall.coach.stopwatch import PAUSE, Stopwatch


class Clock:
    """Says the time that it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(clock: Clock) -> Stopwatch:
    return Stopwatch(clock)


def writes(watch: Stopwatch, clock: Clock, key: str, *pauses: float) -> None:
    watch.enter(key)
    for pause in pauses:
        clock.now += pause
        watch.stroke(key)


def test_thinking_before_the_first_word_and_reading_after_the_last_belong_to_it(watch: Stopwatch, clock: Clock) -> None:
    writes(watch, clock, "issue", 10, 5, 5)
    clock.now += 4
    watch.enter("goal")
    assert watch.take() == {"issue": 24}


def test_of_a_long_pause_only_its_beginning_counts(watch: Stopwatch, clock: Clock) -> None:
    writes(watch, clock, "issue", 1, 86_400, 1)
    assert watch.take() == {"issue": 2 + int(PAUSE)}


def test_passing_through_takes_no_time(watch: Stopwatch, clock: Clock) -> None:
    watch.enter("issue")
    clock.now += 20
    watch.enter("goal")
    clock.now += 20
    watch.enter("")
    assert watch.take() == {}


def test_whole_seconds_are_handed_out_once_and_the_rest_is_kept(watch: Stopwatch, clock: Clock) -> None:
    writes(watch, clock, "issue", 2.75)
    assert watch.take() == {"issue": 2}
    assert watch.take() == {}
    clock.now += 0.5
    watch.stroke("issue")
    assert watch.take() == {"issue": 1}


def test_what_settles_after_the_cursor_has_left_is_no_writing(watch: Stopwatch, clock: Clock) -> None:
    writes(watch, clock, "issue", 5)
    watch.enter("goal")
    clock.now += 5
    watch.stroke("issue")
    watch.stroke("")
    assert watch.take() == {"issue": 5}
    assert watch.key == "goal"


def test_a_clock_that_goes_back_takes_nothing_away(watch: Stopwatch, clock: Clock) -> None:
    writes(watch, clock, "issue", 5, -3600, 5)
    assert watch.take() == {"issue": 10}


def test_another_call_begins_anew(watch: Stopwatch, clock: Clock) -> None:
    writes(watch, clock, "issue", 5)
    watch.forget()
    assert watch.key == ""
    assert watch.take() == {}
