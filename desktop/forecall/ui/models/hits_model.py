"""What was found: calls, clients and lessons, newest first, more of them as the list is scrolled."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from forecall.journal.moments import utc_now, wall_now
from forecall.journal.records import CallHead, ClientRecord, LessonRecord
from forecall.journal.search import Hit, search_page
from forecall.journal.summary import lesson_sentence
from forecall.ui.call_words import DOT, call_name, lesson_origin, stage_words, type_words, when_words
from forecall.ui.models.clients_model import calls_words
from forecall.ui.models.rows import SPOKEN, Role, spoken, unmarked
from forecall.ui.page import Desk
from forecall.words import _

FIRST_PAGE = 16
LARGEST_PAGE = 256

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class HitsModel(QAbstractListModel):
    """Asks for one query at a time: while one is under way, only the newest that was typed waits.

    ``arrived`` comes when the hits of the newest query are in the model.
    """

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ""
        self._waiting: str | None = None
        self._under_way = False
        self._hits: list[Hit] = []
        self._words_at: dict[int, dict[int, str]] = {}  # a row is asked for its words many times while it is drawn
        self._more = False
        self._wall = wall_now(desk.zone)

    @property
    def words(self) -> str:
        """The words of the hits that are shown."""
        return self._words

    @property
    def more(self) -> bool:
        """Whether there are hits further down."""
        return self._more

    def find(self, words: str) -> None:
        """Show what holds all of these words."""
        self._waiting = words
        self._go_on()

    def records(self) -> list[CallHead | ClientRecord | LessonRecord]:
        """What has been read so far."""
        return [hit.record for hit in self._hits]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many hits have been read so far."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One hit as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == Role.RECORD:
            return hit.record
        if role == Role.CONTEXT:
            return hit.context
        words = self._words_at.get(index.row())
        if words is None:
            words = self._words_at[index.row()] = self._words_of(hit.record)
        if role == SPOKEN:
            name = words[Qt.ItemDataRole.DisplayRole]
            return spoken(name, words[Role.SIDE], unmarked(hit.context)[0])
        return words.get(role)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are hits further down."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read on; the hits arrive a little later, unless other words are asked for meanwhile."""
        if self._more and not self._under_way and self._hits:
            self._ask(self._words, self._hits[-1].place, min(LARGEST_PAGE, max(FIRST_PAGE, len(self._hits))))

    def _words_of(self, record: CallHead | ClientRecord | LessonRecord) -> dict[int, str]:
        if isinstance(record, CallHead):
            return {
                Role.TITLE: record.client_name,
                Role.MORE: record.title,
                Role.SIDE: when_words(record, self._wall, self._desk.zone),
                Role.DETAIL: DOT.join(part for part in (type_words(record), stage_words(record)) if part),
                Qt.ItemDataRole.DisplayRole: call_name(record),
            }
        if isinstance(record, ClientRecord):
            return {
                Role.TITLE: record.name,
                Role.SIDE: _("client"),
                Role.DETAIL: calls_words(record.calls),
                Qt.ItemDataRole.DisplayRole: record.name,
            }
        sentence = lesson_sentence(record)
        return {
            Role.TITLE: sentence,
            Role.SIDE: _("lesson"),
            Role.DETAIL: lesson_origin(record, self._desk.catalog, self._wall.date()) or _("from no call"),
            Qt.ItemDataRole.DisplayRole: sentence,
        }

    def _go_on(self) -> None:
        if self._waiting is not None and not self._under_way:
            words, self._waiting = self._waiting, None
            self._ask(words, None, FIRST_PAGE)

    def _ask(self, words: str, before: int | None, limit: int) -> None:
        self._under_way = True
        task = self._desk.workspace.ask(search_page, words, before=before, limit=limit, now=utc_now())
        task.then(lambda hits: self._on_hits(words, before, limit, hits), self._on_failed)

    def _on_failed(self, _error: BaseException) -> None:
        self._under_way = False
        self._go_on()

    def _on_hits(self, words: str, before: int | None, limit: int, hits: list[Hit]) -> None:
        self._under_way = False
        if self._waiting is not None:
            self._go_on()  # nobody wants to see these any more
            return
        self._more = len(hits) == limit
        if before is None:
            self._wall = wall_now(self._desk.zone)
            self.beginResetModel()
            self._words, self._hits, self._words_at = words, hits, {}
            self.endResetModel()
        elif hits:
            first = len(self._hits)
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
            self._hits += hits
            self.endInsertRows()
        self.arrived.emit()
