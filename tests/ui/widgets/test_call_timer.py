"""The time of the call, against what was planned."""

from PySide6.QtGui import QColor

from forecall.ui.theme import colour
from forecall.ui.widgets.call_timer import CallTimer
from tests.ui.widgets.conftest import Show, drawn


def inks(timer: CallTimer) -> set[str]:
    image = timer.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_it_stands_beside_the_planned_length(show: Show) -> None:
    timer = CallTimer()
    show(timer)
    timer.show_time(760, 30, running=True)
    assert timer.words == "12:40 of 30"
    assert timer.accessibleName() == "Time of the call: 12:40 of 30"
    assert colour("text").name() in inks(timer)


def test_it_is_amber_once_the_time_is_over_and_never_red(show: Show) -> None:
    timer = CallTimer()
    show(timer)
    timer.show_time(1800, 30, running=True)
    assert not timer.is_over
    timer.show_time(1801, 30, running=True)
    assert timer.is_over
    assert colour("caution").name() in inks(timer)


def test_a_call_that_has_not_begun_is_quiet(show: Show) -> None:
    timer = CallTimer()
    show(timer)
    timer.show_time(0, 30, running=True)
    running = drawn(timer)
    timer.show_time(0, 30, running=False)
    assert drawn(timer) != running
    assert not timer.is_over


def test_it_is_never_cut(show: Show) -> None:
    timer = CallTimer()
    show(timer)
    timer.show_time(59, 30, running=True)
    short = timer.sizeHint().width()
    timer.show_time(36_000, 30, running=True)
    assert timer.words == "10:00:00 of 30"
    assert timer.sizeHint().width() > short
    assert timer.minimumSizeHint() == timer.sizeHint()
