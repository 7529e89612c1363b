"""The foot of a page, wide and narrow."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from tests.ui.widgets.conftest import Show


@pytest.fixture
def foot(show: Show) -> FootRow:
    foot = FootRow(Label("Saved"), QuietButton("Leave it as it is"), QuietButton("Call sheet"), PrimaryButton("Next"))
    show(foot, width=900)
    return foot


def tops(foot: FootRow) -> list[int]:
    return [each.mapTo(foot, each.rect().topLeft()).y() for each in foot.findChildren(QPushButton)]


def test_wide_everything_stands_on_one_line_with_the_buttons_at_the_end(foot: FootRow, qtbot: QtBot) -> None:
    label = foot.findChild(Label)
    assert label is not None
    assert len(set(tops(foot))) == 1
    last = foot.findChildren(QPushButton)[-1]
    assert last.mapTo(foot, last.rect().topRight()).x() > foot.width() - 60
    assert label.mapTo(foot, label.rect().topLeft()).x() < 60


@pytest.mark.parametrize("width", [330, 260])
def test_narrow_the_buttons_go_beneath_whole(foot: FootRow, width: int) -> None:
    foot.window().resize(width, 500)
    foot.window().layout().activate()  # type: ignore[union-attr]
    for button in foot.findChildren(QPushButton):
        assert button.width() >= min(button.sizeHint().width(), button.narrowest().width())  # type: ignore[attr-defined]
        assert button.height() >= button.heightForWidth(button.width())
        assert button.mapTo(foot, button.rect().topRight()).x() <= foot.width()
    assert len(set(tops(foot))) > 1


def test_longer_words_fold_it_too(foot: FootRow, qtbot: QtBot) -> None:
    foot.window().resize(520, 500)
    for button in foot.findChildren(QuietButton):
        button.set_words("Something that takes much more room than before")

    def whole() -> bool:
        needed = [min(each.sizeHint().width(), foot.width() - 90) for each in foot.findChildren(QPushButton)]
        return all(each.width() >= width for each, width in zip(foot.findChildren(QPushButton), needed, strict=True))

    qtbot.waitUntil(whole)


@pytest.mark.parametrize(("width", "fits"), [(900, True), (330, False)])
def test_it_says_beforehand_whether_all_stand_on_one_line(foot: FootRow, width: int, fits: bool) -> None:
    parts = [*foot.findChildren(Label), *foot.findChildren(QPushButton)]
    assert foot.fits(parts, width) == fits
    least = next(each for each in range(900) if foot.fits(parts, each))
    foot.setFixedWidth(least)
    foot.window().layout().activate()  # type: ignore[union-attr]
    (label,) = foot.findChildren(Label)
    assert len(set(tops(foot))) == 1
    assert label.mapTo(foot, label.rect().topRight()).x() < foot.findChildren(QPushButton)[0].mapTo(foot, QPoint()).x()
