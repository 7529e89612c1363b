"""A column of a page that scrolls as one, and keeps in sight what the person is at."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from forecall.ui.theme import px, type_font
from forecall.ui.widgets.arranging import breadth, gap
from forecall.ui.widgets.spoken import Role

CHARACTERS = 68


class ScrollPage(QScrollArea):
    """``column`` takes widgets and layouts and is at most 68 characters wide, or ``wide``, in pixels or by its name."""

    spoken_role = Role.Pane

    def __init__(
        self, name: str = "", *, wide: float | str = 0, between: str = "small", parent: QWidget | None = None
    ) -> None:
        """``wide`` is for pages that are looked at rather than read; ``between`` names the room between parts."""
        super().__init__(parent)
        self._wide = wide
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A viewport of our own: asked for Qt's, PySide6 first makes every class that it might be (12 ms at each start).
        self._viewport = QWidget()
        self.setViewport(self._viewport)
        self._viewport.setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        row = QHBoxLayout(inner)
        row.setContentsMargins(px(40), px(32), px(40), px(32))
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap(between))
        row.addWidget(self._holder, 1)
        row.addStretch(0)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # QScrollArea has just set it
        self._fit_column()
        self._followed: QTextEdit | None = None
        self._keeps_focus = False  # whether what has the keyboard was in sight when the page last stood still
        self.verticalScrollBar().valueChanged.connect(self._note_focus)
        self.verticalScrollBar().rangeChanged.connect(self._on_grown)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_widget(self, widget: QWidget, margin: int = 48) -> None:
        """Scroll until ``widget`` is in sight with room around it, or as much of its top as fits."""
        inner = self.widget()
        if inner is None or not inner.isAncestorOf(widget):
            return
        top = widget.mapTo(inner, QPoint(0, 0)).y()
        rect = QRect(0, top, 1, min(widget.height(), self._viewport.height() - 2 * px(margin)))
        self._show(rect, px(margin))

    def to_top(self) -> None:
        """Show the beginning, once everything that was just put into the column has its place.

        What has the keyboard stays in sight, with as much of what stands above it as there is room for.
        """
        QTimer.singleShot(0, self, self._to_top)

    def _to_top(self) -> None:
        self.verticalScrollBar().setValue(0)
        self._show_focus()

    def _show_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus is self._followed:
            self._follow()
        elif focus is not None:
            self.show_widget(focus)
        self._note_focus()

    def _note_focus(self) -> None:
        focus, inner = QApplication.focusWidget(), self.widget()
        within = focus is not None and inner is not None and inner.isAncestorOf(focus)
        self._keeps_focus = within and not focus.visibleRegion().isEmpty()  # type: ignore[union-attr]

    def _on_grown(self) -> None:
        """What came in above moved the rest down: what was in sight and has the keyboard stays there."""
        if self._keeps_focus:
            QTimer.singleShot(0, self, self._show_focus)

    def _fit_column(self) -> None:
        characters = QFontMetrics(type_font("body")).averageCharWidth() * CHARACTERS + 2 * px(14)
        self._holder.setMaximumWidth(breadth(self._wide) if self._wide else characters)

    def _show(self, rect: QRect, margin: int) -> None:
        bar = self.verticalScrollBar()
        height = self._viewport.height()
        if rect.top() - margin < bar.value():
            bar.setValue(rect.top() - margin)
        elif rect.bottom() + margin > bar.value() + height:
            bar.setValue(rect.bottom() + margin - height)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._followed is not None:
            self._followed.cursorPositionChanged.disconnect(self._follow)
            self._followed = None
        inner = self.widget()
        if now is None or inner is None or not inner.isAncestorOf(now):
            return
        if isinstance(now, QTextEdit):
            self._followed = now
            now.cursorPositionChanged.connect(self._follow)
            self._follow()
        else:
            self.show_widget(now)
        self._note_focus()

    def _follow(self) -> None:
        """Keep the line with the cursor in sight."""
        inner = self.widget()
        if self._followed is not None and inner is not None:
            line = self._followed.cursorRect()
            at = self._followed.viewport().mapTo(inner, line.topLeft())
            self._show(QRect(at, line.size()), px(48))
