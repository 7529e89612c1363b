"""The list of calls: read from the journal page by page as it is scrolled, however long it is."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from forecall.journal.listing import Sieve, list_calls
from forecall.journal.moments import planned_to_utc, utc_now, wall_now
from forecall.journal.records import CallHead
from forecall.ui.call_words import DOT, call_name, ending_words, stage_words, type_words, when_words
from forecall.ui.models.rows import SPOKEN, Role, spoken
from forecall.ui.page import Desk

FIRST_PAGE = 100
LARGEST_PAGE = 1600
REST_PAGE = 25_000
"""The list lays itself out anew for each page: on the way to the last of 100,000 calls, four are better than sixty."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class CallsModel(QAbstractListModel):
    """Calls that pass a sieve, in its order. ``arrived`` comes after each reading; late ones are dropped."""

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sieve = Sieve()
        self._heads: list[CallHead] = []
        self._more = False
        self._asking = False
        self._asked = 0
        self._wall = wall_now(desk.zone)

    @property
    def sieve(self) -> Sieve:
        """What is let through."""
        return self._sieve

    def show(self, sieve: Sieve) -> None:
        """Show the calls that pass another sieve."""
        self._sieve = sieve
        self._ask(None, FIRST_PAGE)

    def refresh(self) -> None:
        """Read again as many rows as are shown."""
        self._ask(None, max(FIRST_PAGE, len(self._heads)))

    def row_of(self, call_id: str) -> int:
        """The row of a call; -1 when it is not shown."""
        return next((row for row, head in enumerate(self._heads) if head.id == call_id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many calls have been read so far."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One call as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._heads):
            return None
        head = self._heads[index.row()]
        if role == Role.RECORD:
            return head
        if role == Role.TITLE:
            return head.client_name
        if role == Role.MORE:
            return head.title
        if role == Role.SIDE:
            return when_words(head, self._wall, self._desk.zone)
        if role == Role.DETAIL:
            return self._detail(head)
        if role == Qt.ItemDataRole.DisplayRole:
            return call_name(head)
        if role == SPOKEN:
            return spoken(call_name(head), self._detail(head), when_words(head, self._wall, self._desk.zone))
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are calls further down."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read the next page; it arrives a little later."""
        self._fetch(min(LARGEST_PAGE, len(self._heads)))

    def fetch_rest(self) -> None:
        """Read a great many at once: somebody wants the last of them."""
        self._fetch(REST_PAGE)

    def _fetch(self, limit: int) -> None:
        if not self._asking and self._more and self._heads:
            last = self._heads[-1]
            self._ask((last.moment, last.id), limit)

    def _detail(self, head: CallHead) -> str:
        parts = (type_words(head), stage_words(head), ending_words(head, self._desk.catalog))
        return DOT.join(part for part in parts if part)

    def _ask(self, after: tuple[str, str] | None, limit: int) -> None:
        self._asked += 1
        self._asking = True
        asked = self._asked
        task = self._desk.workspace.ask(list_calls, self._sieve, utc_now(), after=after, limit=limit)
        task.then(
            lambda heads: self._on_heads(asked, after is None, limit, heads), lambda _error: self._on_failed(asked)
        )

    def _on_failed(self, asked: int) -> None:
        if asked == self._asked:
            self._asking = self._more = False

    def _on_heads(self, asked: int, anew: bool, limit: int, heads: list[CallHead]) -> None:
        if asked != self._asked:
            return
        self._asking = False
        self._more = len(heads) == limit
        self._wall = wall_now(self._desk.zone)
        if anew:
            self._replace(heads)
        elif heads:
            first = len(self._heads)
            self.beginInsertRows(QModelIndex(), first, first + len(heads) - 1)
            self._heads += heads
            self.endInsertRows()
        self.arrived.emit()

    def _replace(self, heads: list[CallHead]) -> None:
        if [head.id for head in heads] == [head.id for head in self._heads]:
            self._heads = heads
            if heads:
                self.dataChanged.emit(self.index(0), self.index(len(heads) - 1))
            return
        self.beginResetModel()
        self._heads = heads
        self.endResetModel()


def within(sieve: Sieve, span: str, now: datetime, zone: str) -> Sieve:
    """The sieve for a span of time: ``upcoming`` (the soonest first), ``month``, ``year``, or all of it."""
    if span == "upcoming":
        return replace(sieve, since=_utc(now + timedelta(minutes=1), zone), until="", soonest_first=True)
    sieve = replace(sieve, soonest_first=False)
    if span == "month":
        first = now.replace(day=1, hour=0, minute=0)
        after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        return replace(sieve, since=_utc(first, zone), until=_utc(after, zone))
    if span == "year":
        first = now.replace(month=1, day=1, hour=0, minute=0)
        return replace(sieve, since=_utc(first, zone), until=_utc(first.replace(year=now.year + 1), zone))
    return replace(sieve, since="", until="")


def _utc(wall: datetime, zone: str) -> str:
    return planned_to_utc(wall.strftime("%Y-%m-%dT%H:%M"), zone)
