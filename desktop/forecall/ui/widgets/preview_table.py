"""A table to look over, as high as what it shows: the page scrolls, and nothing inside it does."""

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from forecall.ui.theme import px, type_font

_SHARES = (0.12, 0.2, 0.18, 0.22, 0.28)
"""Of the width, for each column."""


class PreviewTable(QTableView):
    """Read only; Tab goes past it, and the arrows walk through it once it has the focus."""

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setFont(type_font("label"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        header = self.horizontalHeader()
        header.setFont(type_font("label"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(px(24))
        model.modelReset.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """All rows and the names of the columns."""
        return QSize(px(560), self.height())

    def minimumSizeHint(self) -> QSize:
        """Columns narrow down to a word."""
        return QSize(px(240), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns; where there is little, what comes along gives way first."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        width = self.viewport().width()
        count = self.model().columnCount()
        narrow = width < px(520)
        self.setColumnHidden(0, narrow)
        self.setColumnHidden(count - 1, narrow)
        shown = [(place, share) for place, share in enumerate(_SHARES[:count]) if not self.isColumnHidden(place)]
        total = sum(share for _place, share in shown)
        for place, share in shown:
            self.setColumnWidth(place, int(width * share / total))

    def _row_height(self) -> int:
        return QFontMetrics(type_font("label")).height() + px(12)

    def _fit(self) -> None:
        head = QFontMetrics(type_font("label")).height() + px(16)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(head + self.model().rowCount() * self._row_height() + px(12))
        self._share()
