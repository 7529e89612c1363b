"""The time of a call stays right, whatever happens to the clocks of the machine."""

import pytest

from forecall.coach.call_clock import CallClock, Moment, Moved, Slept, look_at_clocks, said_of

NOON = 1_795_694_400.0  # 2026-11-26T12:00:00Z
STARTED = "2026-11-26T12:00:00Z"


class Machine:
    """Clocks that go as the test says."""

    def __init__(self, boot: bool = True, wall: float = NOON) -> None:
        self._boot = boot
        self._awake, self._real, self._wall = 1000.0, 5000.0, wall

    def look(self) -> Moment:
        return Moment(self._awake, self._real if self._boot else None, self._wall)

    def passes(self, seconds: float) -> None:
        self._awake += seconds
        self.sleeps(seconds)

    def sleeps(self, seconds: float) -> None:
        self._real += seconds
        self._wall += seconds

    def is_set_by(self, seconds: float) -> None:
        self._wall += seconds


@pytest.mark.parametrize("boot", [True, False])
def test_it_counts_from_now(boot: bool) -> None:
    machine = Machine(boot)
    clock = CallClock(look=machine.look)
    assert clock.seconds == 0
    for _second in range(90):
        machine.passes(1)
        assert clock.tick() is None
    assert clock.seconds == 90


def test_it_goes_on_from_what_the_journal_knows() -> None:
    machine = Machine(wall=NOON + 760)
    clock = CallClock(STARTED, machine.look)
    assert clock.seconds == 760
    machine.passes(20)
    clock.tick()
    assert clock.seconds == 780


@pytest.mark.parametrize("boot", [True, False])
def test_a_call_goes_on_while_the_machine_sleeps(boot: bool) -> None:
    machine = Machine(boot)
    clock = CallClock(look=machine.look)
    machine.passes(60)
    clock.tick()
    machine.sleeps(240)
    machine.passes(1)
    event = clock.tick()
    assert event == Slept(240, surely=boot)
    assert clock.seconds == 301
    assert event is not None
    assert "4 minutes" in said_of(event)
    machine.passes(1)
    assert clock.tick() is None


@pytest.mark.parametrize("by", [3600.0, -3600.0])
def test_a_clock_that_is_moved_moves_no_call(by: float) -> None:
    machine = Machine()
    clock = CallClock(look=machine.look)
    machine.passes(60)
    clock.tick()
    machine.is_set_by(by)
    machine.passes(1)
    assert clock.tick() == Moved(by)
    assert clock.seconds == 61
    assert "60 minutes" in said_of(Moved(by))


def test_without_a_clock_that_goes_on_a_step_back_is_a_moved_clock() -> None:
    machine = Machine(boot=False)
    clock = CallClock(look=machine.look)
    machine.is_set_by(-86_400)
    machine.passes(1)
    assert clock.tick() == Moved(-86_400)
    assert clock.seconds == 1


def test_without_such_a_clock_a_year_ahead_is_no_sleep() -> None:
    machine = Machine(boot=False)
    clock = CallClock(look=machine.look)
    machine.is_set_by(365 * 86_400.0)
    machine.passes(1)
    assert isinstance(clock.tick(), Moved)
    assert clock.seconds == 1


def test_a_start_that_lies_ahead_counts_from_nothing() -> None:
    """The clock was set back since the call began, and the program was opened again."""
    machine = Machine(wall=NOON - 3600)
    assert CallClock(STARTED, machine.look).seconds == 0


def test_small_corrections_are_not_told() -> None:
    machine = Machine()
    clock = CallClock(look=machine.look)
    machine.is_set_by(2)
    machine.passes(1)
    assert clock.tick() is None


def test_what_is_not_sure_is_said_so() -> None:
    assert "or its clock was moved" in said_of(Slept(30, surely=False))
    assert "30 seconds" in said_of(Slept(30))
    assert "2 hours" in said_of(Slept(7300))


def test_this_machine_has_clocks() -> None:
    first, second = look_at_clocks(), look_at_clocks()
    assert second.awake >= first.awake
    assert second.wall > NOON - 86_400 * 3650
    clock = CallClock()
    assert clock.tick() is None
    assert clock.seconds == 0
