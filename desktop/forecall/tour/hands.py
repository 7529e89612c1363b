"""Eyes and hands at a window: keys and the mouse on widgets found by the name that a screen reader says."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow

T = TypeVar("T")


class NotThere(Exception):
    """Something that a person would look for is not to be seen."""


class Hands(QObject):
    """Does what it is asked on the window's thread, also while a dialog or a menu is open there.

    Everything here is called on the window's thread; ``ask`` and ``begin`` may be called from any other.
    """

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], T]) -> T:
        """What ``question`` gives on the window's thread; waits for it."""
        return self.begin(question).result(30)

    def begin(self, act: Callable[[], T]) -> "Future[T]":
        """Start something that may not come back for long: a key that opens a dialog."""
        future: Future[T] = Future()
        self._asked.emit((act, future))
        return future

    @Slot(object)
    def _answer(self, asked: "tuple[Callable[[], Any], Future[Any]]") -> None:
        act, future = asked
        try:
            future.set_result(act())
        except BaseException as error:
            future.set_exception(error)


# where things are


def front() -> QWidget:
    """What takes keys now: an open menu, a dialog, else the active window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    if QApplication.activeWindow() is None:
        _activate_what_is_left()
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    if found is None:
        raise NotThere("no window is active")
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""  # type: ignore[redundant-expr]


def shown(top: QWidget) -> Iterator[QWidget]:
    """The widgets that are not hidden, the deepest last; what lies further down a page is among them."""
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is top.window():
            yield widget


def find(name: str, inside: str = "") -> QWidget:
    """The control with a name, within a group with another name where one is given; else the label."""
    found = [widget for widget in shown(front()) if name_of(widget) == name and _is_inside(widget, inside)]
    controls = [widget for widget in found if _can_be_used(widget)]
    if len({id(widget) for widget in controls}) > 1:
        raise NotThere(f"“{name}” is there {len(controls)} times")
    if not found:
        raise NotThere(f"“{name}” is not to be seen")
    return (controls or found)[-1]


def focused() -> QWidget:
    """What a key goes to."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        top, at = popup, _or_none(popup.focusWidget())
    else:
        top, at = front(), _or_none(QApplication.focusWidget())
    return top if at is None else at


def seen() -> str:
    """All words on what is in front, in the order of the widgets."""
    return "\n".join(words for widget in (front(), *shown(front())) for words in _words_of(widget))


# keys and the mouse


def key(sequence: str) -> None:
    """One key with its modifiers, as ``Ctrl+N`` writes it."""
    combination = QKeySequence(sequence)[0]  # type: ignore[index]
    QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())


def character(sign: str) -> None:
    """One character, as it comes from a keyboard or an input method."""
    if sign == "\n":
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        return
    code = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
    QTest.sendKeyEvent(QTest.KeyAction.Click, focused(), code, sign, Qt.KeyboardModifier.NoModifier)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Roll to a widget and press the mouse there, provided nothing lies over it."""
    roll_to(widget)
    place = at or widget.rect().center()
    if not widget.isEnabled():
        raise NotThere(f"“{name_of(widget)}” cannot be pressed")
    under = widget.window().childAt(widget.mapTo(widget.window(), place))
    if under is None or not (under is widget or widget.isAncestorOf(under)):
        raise NotThere(f"“{name_of(widget)}” is covered by {under!r}")
    QTest.mouseMove(under, under.mapFrom(widget.window(), widget.mapTo(widget.window(), place)))
    QTest.mouseClick(
        under,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        under.mapFrom(widget.window(), widget.mapTo(widget.window(), place)),
    )


def roll_to(widget: QWidget) -> None:
    """Turn the wheel over the page until the widget stands in it."""
    for area in _areas_around(widget):
        view = area.viewport()
        for _turn in range(400):
            centre = widget.mapTo(view, widget.rect().center()).y()
            bar = area.verticalScrollBar()
            before = bar.value()
            if 0 <= centre < view.height():
                break
            _wheel(view, up=centre < 0)
            if bar.value() == before:
                break


def drag(widget: QWidget, target: QWidget) -> None:
    """Take a widget with the mouse, carry it beyond the middle of another one, and let go."""
    roll_to(widget)
    start = widget.rect().center()
    end = widget.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    end.setY(end.y() + (target.height() // 2 if end.y() > start.y() else -target.height() // 2))
    _mouse(widget, QEvent.Type.MouseButtonPress, start)
    for part in range(1, 9):
        _mouse(widget, QEvent.Type.MouseMove, start + (end - start) * part / 8)
    _mouse(widget, QEvent.Type.MouseButtonRelease, end)


def row_of(words: str) -> tuple[QAbstractItemView, QRect]:
    """A list and the place in it where a row begins with the words, or holds them."""
    for view in (each for each in shown(front()) if isinstance(each, QAbstractItemView)):
        model = view.model()
        for row in range(min(model.rowCount(), 500)):
            index = model.index(row, 0)
            if words in str(index.data(Qt.ItemDataRole.DisplayRole) or ""):
                view.scrollTo(index)
                return view, view.visualRect(index)
    raise NotThere(f"no row says “{words}”")


def menu_words() -> list[str]:
    """What the open menu offers."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        raise NotThere("no menu is open")
    return [action.text().replace("&&", "&").partition("\t")[0] for action in menu.actions() if action.isEnabled()]


def menu_at() -> str:
    """The entry of the open menu that Enter would take."""
    menu = QApplication.activePopupWidget()
    action = menu.activeAction() if isinstance(menu, QMenu) else None
    return action.text().replace("&&", "&").partition("\t")[0] if action is not None else ""


def picture(window: QWidget) -> QPixmap:
    """The window with the menus and dialogs over it."""
    canvas = window.grab()
    painter = QPainter(canvas)
    for top in QApplication.topLevelWidgets():
        if top is not window and top.isVisible() and top.isWindow() and top.width() > 1:
            at = top.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(at, top.grab())
    painter.end()
    return canvas


def act(story: Callable[[], None], hands: Hands) -> None:
    """Have a person act beside the event loop until the story is told; raises what went wrong in it."""
    loop = QEventLoop()
    told: Future[None] = Future()

    def tell() -> None:
        try:
            story()
            told.set_result(None)
        except BaseException as error:
            told.set_exception(error)
            _leave_dialogs(hands)
        hands.begin(loop.quit)

    teller = threading.Thread(target=tell, name="forecall-person")
    teller.start()
    loop.exec()
    teller.join()
    told.result()


def close_window(window: "MainWindow") -> None:
    """Close it, and wait for a slow disk to have the last words; one that refuses them keeps the window open."""
    if not window.close():
        loop = QEventLoop()
        window.closing.connect(loop.quit)
        window.desk.bridge.troubled.connect(loop.quit)
        QTimer.singleShot(10_000, loop, loop.quit)
        loop.exec()


# within


def _or_none(widget: QWidget | None) -> QWidget | None:
    """Qt gives no widget where nothing has the focus; its types do not say so."""
    return widget


def _activate_what_is_left() -> None:
    """Off screen there is no window manager that makes the window active again when a dialog over it goes."""
    for top in QApplication.topLevelWidgets():
        if top.isVisible() and top.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
            top.activateWindow()


def _leave_dialogs(hands: Hands) -> None:
    """A dialog that stays open would keep the event loop from ending."""

    def close_one() -> bool:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None:
            top.close()
        return top is not None

    for _each in range(20):
        if not hands.ask(close_one):
            return


def _can_be_used(widget: QWidget) -> bool:
    return widget.focusProxy() is None and (
        isinstance(widget, QAbstractButton) or bool(widget.focusPolicy() & Qt.FocusPolicy.StrongFocus)
    )


def _is_inside(widget: QWidget, name: str) -> bool:
    if not name:
        return True
    around = widget.parentWidget()
    while around is not None:
        if name_of(around) == name:
            return True
        around = around.parentWidget()
    return False


def _words_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText() or widget.accessibleDescription()
    elif isinstance(widget, QLineEdit):
        yield widget.text() or widget.placeholderText()
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView):
        yield from _rows_of(widget)
    description = widget.accessibleDescription()
    if description and not isinstance(widget, QTextEdit):
        yield description


def _rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), 200)):
        index = model.index(row, 0)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(index.data(role) or "")


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()


def _wheel(view: QWidget, up: bool) -> None:
    at = QPointF(view.rect().center())
    QApplication.sendEvent(
        view,
        QWheelEvent(
            at,
            QPointF(view.mapToGlobal(view.rect().center())),
            QPoint(),
            QPoint(0, 120 if up else -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    moves = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moves else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    place = widget.mapToGlobal(at)
    QApplication.sendEvent(
        widget, QMouseEvent(kind, QPointF(at), QPointF(place), button, held, QGuiApplication.keyboardModifiers())
    )
