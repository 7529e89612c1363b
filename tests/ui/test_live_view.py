"""What the small window shows, at every size it may have."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from forecall.coach.live_sheet import LiveSheet, build_live_sheet, neutral, noted, ticked
from forecall.guide.catalog import Catalog
from forecall.journal.records import CallRecord, LiveKind, LiveNote
from forecall.ui.live_view import LiveView, Look
from forecall.ui.notices import Notices
from forecall.ui.theme import apply, load_theme
from forecall.ui.widgets.point_row import PointRow
from forecall.ui.widgets.say_card import SayCard
from tests.coach.test_live_sheet import head, prepared
from tests.conftest import RESOURCES

UNDER_WAY = Look(begun=True, early=False)
SIZES = ((1.0, (360, 640)), (1.0, (480, 800)), (2.0, (480, 800)), (2.0, (720, 1280)))
LONG = "Aktiengesellschaft für Nordwindanlagenbetriebsführung und Küstenlogistik in Greifswald-Wieck"


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = qapp.font(), QPalette(qapp.palette())
    apply(qapp, load_theme(RESOURCES / "themes", "light"))
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    for name in qapp.dynamicPropertyNames():
        qapp.setProperty(name.toStdString(), None)


@pytest.fixture
def sheet(catalog: Catalog) -> LiveSheet:
    return build_live_sheet(prepared(), catalog)


def shown(qtbot: QtBot, sheet: LiveSheet, look: Look = UNDER_WAY, size: tuple[int, int] = (360, 640)) -> LiveView:
    view = LiveView(Notices(lambda: None))
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_sheet(sheet, look)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def words(view: LiveView) -> str:
    """All words that can be read."""
    labels = (each.text() for each in view.findChildren(QLabel) if each.isVisible())
    rows = (each.words for each in view.findChildren(PointRow) if each.isVisible())
    cards = (f"{each.label} {each.words}" for each in view.findChildren(SayCard) if each.isVisible())
    return "\n".join((*labels, *rows, *cards))


def card(view: LiveView, name: str) -> SayCard:
    found = view.findChild(SayCard, name)
    assert isinstance(found, SayCard)
    return found


def test_the_ten_seconds_can_be_seen_without_scrolling(qtbot: QtBot, dress: QApplication, sheet: LiveSheet) -> None:
    view = shown(qtbot, sheet)
    for row in view.findChildren(PointRow)[:2]:
        assert not row.visibleRegion().isEmpty()
        assert row.visibleRegion().boundingRect().height() == row.height()
    assert "Northwind" in words(view)
    assert "They keep the launch date." in words(view)
    assert card(view, "rung").words == "“I can't do that today.”"


def test_before_the_call_the_opening_has_its_place(qtbot: QtBot, dress: QApplication, sheet: LiveSheet) -> None:
    view = shown(qtbot, sheet, Look())
    assert view._opening.isVisible()
    assert view.begin.isVisible()
    assert not view.end.isVisible()
    view.show_sheet(sheet, UNDER_WAY)
    assert not view._opening.isVisible()
    assert view.end.isVisible()
    assert view.not_started.isVisible()
    assert "We are late. It is our fault." in words(view)  # in the detail


def test_a_press_ticks_a_point(qtbot: QtBot, dress: QApplication, sheet: LiveSheet) -> None:
    view = shown(qtbot, sheet)
    done: list[tuple[str, bool]] = []
    view.ticked.connect(lambda item, on: done.append((item, on)))
    row = view._rows["points1"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert done == [("points1", True)]
    view.show_sheet(ticked(sheet, "points0", True), UNDER_WAY)
    assert view._rows["points0"].isChecked()
    assert view._rows["points1"] is row
    assert len(done) == 1


def test_while_they_are_listed_numbers_belong_to_what_they_say(
    qtbot: QtBot, dress: QApplication, sheet: LiveSheet
) -> None:
    view = shown(qtbot, sheet)
    assert view._rows["points0"].accessibleDescription() == "1"
    assert view._rows["ask0"].accessibleDescription() == ""
    view.show_sheet(sheet, replace(UNDER_WAY, listing=True, at=1))
    assert view._rows["points0"].accessibleDescription() == ""
    assert card(view, "foreseen_1").accessibleDescription() == "1"
    picked: list[str] = []
    view.picked.connect(picked.append)
    QTest.mouseClick(card(view, "foreseen_2"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: picked == ["objections0"])


def test_what_they_said_stands_with_its_answer(qtbot: QtBot, dress: QApplication, sheet: LiveSheet) -> None:
    view = shown(qtbot, sheet)
    assert "2 things they may say" in words(view)
    sheet = noted(sheet, LiveNote("n", LiveKind.OBJECTION, 60, of="objections1"))
    view.show_sheet(sheet, replace(UNDER_WAY, now="objection"))
    assert card(view, "objection").words == "Two months at ten percent."
    sheet = noted(sheet, LiveNote("m", LiveKind.OBJECTION, 70, of="objections0"))
    view.show_sheet(sheet, replace(UNDER_WAY, now="objection"))
    assert "No answer is planned" in card(view, "objection").label


def test_a_card_that_speaks_comes_into_sight(qtbot: QtBot, dress: QApplication, sheet: LiveSheet) -> None:
    view = shown(qtbot, sheet, size=(360, 500))
    view.show_sheet(sheet, replace(UNDER_WAY, offence=True, now="offence"))
    view.show_card()
    offence = card(view, "offence")
    assert offence.visibleRegion().boundingRect().height() == offence.height()
    view.show_sheet(sheet, UNDER_WAY)
    view.show_card()  # nothing spoke


def test_each_control_has_a_name_and_tab_reaches_it_in_order(
    qtbot: QtBot, dress: QApplication, sheet: LiveSheet
) -> None:
    view = shown(qtbot, noted(sheet, LiveNote("n", LiveKind.HEATED, 60)))
    stops = [each for each in view.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each for each in stops if not each.accessibleName()] == []
    view.to_sheet()
    reached: list[QWidget] = []
    for _press in range(len(stops) + 2):
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if reached and focused is reached[0]:
            break
        reached.append(focused)
    seen = [each for each in stops if each.isVisible()]
    assert set(reached) >= set(seen)
    heights = [each.mapTo(view, each.rect().topLeft()).y() for each in reached if each in view._rows.values()]
    assert heights == sorted(heights)


@pytest.mark.parametrize(("scale", "size"), SIZES)
@pytest.mark.parametrize("kind", ["full", "empty", "long"])
def test_nothing_is_cut_at_any_size(
    qtbot: QtBot, dress: QApplication, catalog: Catalog, scale: float, size: tuple[int, int], kind: str
) -> None:
    apply(dress, load_theme(RESOURCES / "themes", "light"), scale)
    call = CallRecord(head()) if kind == "empty" else prepared()
    sheet = build_live_sheet(call, catalog)
    if kind == "long":
        points = tuple(replace(each, text=f"{LONG} {each.text} " * 3) for each in sheet.points)
        sheet = replace(sheet, client=LONG, title=LONG, aim=f"{LONG} " * 3, points=points)
    for at in range(40 if kind == "long" else 3):
        sheet = noted(sheet, LiveNote(str(at), LiveKind.PROMISE, at * 100, LONG))
    view = shown(qtbot, sheet, UNDER_WAY, size)
    bar = view._scroll.verticalScrollBar()
    assert view._scroll.horizontalScrollBar().maximum() == 0
    assert view._scroll.viewport().height() >= view.height() // 3
    assert view.box.height() == view.box.minimumHeight()
    for widget in (*view._rows.values(), *view._marks, view.end, view.timer, card(view, "rung")):
        by_width = widget.hasHeightForWidth()
        wanted = widget.heightForWidth(widget.width()) if by_width else widget.minimumSizeHint().height()
        assert widget.height() >= wanted, widget
        left = widget.mapTo(view, widget.rect().topLeft()).x()
        assert left >= 0, widget
        assert left + widget.width() <= view.width(), widget
    bar.setValue(bar.maximum())
    assert view.timer.width() >= view.timer.sizeHint().width()


def test_dimmed_no_word_is_left_and_notes_are_masked(qtbot: QtBot, dress: QApplication, sheet: LiveSheet) -> None:
    sheet = noted(sheet, LiveNote("n", LiveKind.OBJECTION, 60, of="objections1"))
    look = replace(UNDER_WAY, calm="“Let me breathe.”", offence=True)
    view = shown(qtbot, sheet, look)
    view.box.set_text("secret")
    view.show_sheet(neutral(sheet), look)
    read = words(view)
    for word in ("Northwind", "Late", "launch", "delay", "refund", "percent", "breathe", "offence? “", "twelfth"):
        assert word not in read, word
    names = " ".join(each.accessibleName() for each in view.findChildren(QWidget) if each.isVisible())
    for word in ("Northwind", "launch", "delay", "refund", "percent", "breathe"):
        assert word not in names, word
    view.show_sheet(sheet, look)
    assert "Northwind" in words(view)
