"""One minute of slow breath."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.pacer import IN, OUT, SECONDS, Pacer, breath_at, motion_reduced
from forecall.ui.widgets.text import Label, LinkButton
from tests.ui.widgets.conftest import Show, heard


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def says(pacer: Pacer) -> list[str]:
    return [label.text() for label in pacer.findChildren(Label) if label.text()]


def button(pacer: Pacer) -> LinkButton:
    (found,) = pacer.findChildren(LinkButton)
    return found


def passes(pacer: Pacer, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    pacer._tick.timeout.emit()


def test_six_breaths_a_minute_out_longer_than_in() -> None:
    assert 60 / (IN + OUT) == 6
    assert OUT > IN
    assert breath_at(0).fullness == pytest.approx(0)
    assert breath_at(IN).fullness == pytest.approx(1)
    assert breath_at(IN + OUT - 0.001).fullness == pytest.approx(0, abs=0.01)
    assert [breath_at(at).inward for at in (0, 3.9, 4.0, 9.9, 10.0)] == [True, True, False, False, True]


def test_the_breath_never_jumps() -> None:
    steps = [breath_at(frame * 0.04).fullness for frame in range(int(SECONDS / 0.04))]
    assert max(abs(after - before) for before, after in pairwise(steps)) < 0.04


@pytest.mark.parametrize("still", [False, True])
def test_the_minute_runs_and_ends(show: Show, qtbot: QtBot, still: bool) -> None:
    clock = Clock()
    pacer = Pacer(still, clock)
    show(pacer)
    assert not pacer.running
    qtbot.keyClick(button(pacer), Qt.Key.Key_Space)
    assert pacer.running
    assert says(pacer)[:2] == ["Breathe in", "60 seconds left"]
    passes(pacer, clock, IN + 0.5)
    assert says(pacer)[:2] == ["Breathe out, slowly", "56 seconds left"]
    with qtbot.waitSignal(pacer.ended):
        passes(pacer, clock, SECONDS)
    assert not pacer.running
    assert says(pacer)[0] == "That was the minute. Sit tall."
    assert button(pacer).accessibleName() == "Once more"


def test_less_motion_shows_no_circle(show: Show) -> None:
    moving, still = Pacer(False), Pacer(True)
    show(moving, still)
    circles = [pacer.findChild(QWidget, "breath") for pacer in (moving, still)]
    assert [circle is not None and circle.isVisible() for circle in circles] == [True, False]
    assert still._tick.interval() > moving._tick.interval()


def test_it_can_be_stopped_and_stops_where_it_is_not_seen(show: Show, qtbot: QtBot) -> None:
    pacer = Pacer()
    show(pacer)
    button(pacer).click()
    button(pacer).click()
    assert not pacer.running
    button(pacer).click()
    pacer.hide()
    assert not pacer.running


def test_it_has_a_name(show: Show) -> None:
    pacer = Pacer()
    show(pacer)
    assert heard(pacer)[1] == "One minute of slow breath"


def test_the_persons_wish_counts_on_every_system(dressed: object) -> None:
    assert motion_reduced(True)
    assert not motion_reduced(False)
