"""Undo in one place: the rows as they were before an operation, taken from the session, no inverse for each verb."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event, inspect
from sqlmodel import Session, col, select

from forecall.journal.changes import Changes
from forecall.journal.forecasts import lock_forecast, unlock_forecast
from forecall.journal.records import PROMISES
from forecall.journal.refusals import Refused
from forecall.journal.tables import KEPT, Answer, Call, Client, ForecastLock, Item, Lesson, Pace, Phrase, Revision, Row
from forecall.words import _

_NAMED: dict[str, type[Row]] = {table.__name__: table for table in KEPT}
_PARENTS = (Client, Call)
_IMAGED = tuple(table for table in KEPT if table not in (ForecastLock, Pace))
_LEAVES = tuple(table for table in _IMAGED if table not in _PARENTS)
_HANGS_ON: dict[type[Row], tuple[tuple[type[Row], Any], ...]] = {
    Client: ((Call, col(Call.client_id)),),
    Call: ((Answer, col(Answer.call_id)), (Item, col(Item.call_id)), (Lesson, col(Lesson.call_id))),
}
"""Rows that the file would delete with another one, or leave without it: what was written there since is in the way."""

_GOES_ALONG: dict[type[Row], tuple[tuple[type[Row], Any], ...]] = {
    Client: ((Revision, col(Revision.client_id)),),
    Call: tuple((table, col(table.call_id)) for table in (Answer, Item, ForecastLock, Pace, Revision)),
    Lesson: ((Revision, col(Revision.lesson_id)),),
}
"""Rows that the file deletes with another one: an image of each is taken, so that doing it again brings them along."""

_UNNOTED = frozenset({"changed_at", "checksum"})
"""Columns that alone are no change that a person would see."""


@dataclass(slots=True)
class Images:
    """What an operation touched: each row as it was, or ``None`` for one that was made. Keys are table and id."""

    before: dict[tuple[str, str], dict[str, Any] | None] = field(default_factory=dict)
    calls: set[str] = field(default_factory=set)
    clients: set[str] = field(default_factory=set)
    lessons: set[str] = field(default_factory=set)
    promises: bool = False
    phrases: bool = False
    purged: bool = False

    def watch(self, session: Session) -> None:
        """Take an image of every kept row that the session is about to write."""
        event.listen(session, "before_flush", self._before_flush)

    def changes(self) -> Changes:
        """What was touched, for those who show it."""
        calls, clients, lessons = (frozenset(each) for each in (self.calls, self.clients, self.lessons))
        return Changes(calls, clients, lessons, self.promises, self.phrases)

    def absorb(self, later: "Images") -> None:
        """Take the images of a later operation in; the older image of a row stays."""
        for key, image in later.before.items():
            self.before.setdefault(key, image)
        self.calls |= later.calls
        self.clients |= later.clients
        self.lessons |= later.lessons
        self.promises = self.promises or later.promises
        self.phrases = self.phrases or later.phrases

    def made(self, table: str, row_id: str, call_id: str | None = None) -> None:
        """Note a row that was made without the session's knowledge, many at once."""
        self.before.setdefault((table, row_id), None)
        if table == Lesson.__name__:
            self.lessons.add(row_id)
        if table == Client.__name__:
            self.clients.add(row_id)
        if call_id is not None:
            self.calls.add(call_id)

    def still_differ(self, session: Session) -> bool:
        """Whether putting the rows back would change anything that a person sees."""
        for (name, row_id), image in self.before.items():
            table = _NAMED[name]
            row = session.exec(select(table).where(col(table.id) == row_id)).first()
            if isinstance(row, ForecastLock) and image is None:
                if not _stays_locked(session, row):
                    return True
            elif image is None or row is None:
                if image is not None or row is not None:
                    return True
            elif any(getattr(row, name) != value for name, value in image.items() if name not in _UNNOTED):
                return True
        return False

    def restore(self, session: Session, watching: "Images") -> None:
        """Put every row back to what it was; ``watching`` are the images of the way back.

        New entries go first, for a new answer may stand where an old one stood; new calls and clients go last, for
        an old row may still hang on them, and would go with them. What goes with a call that goes is left to it: the
        file keeps what was foreseen from being taken out of a call.
        """
        for table in reversed(_LEAVES):
            self._take_away(session, watching, table)
        for table in _IMAGED:
            for row_id, image in self._of(table):
                if image is not None:
                    with session.no_autoflush:
                        _put_back(session, table, row_id, image)
            session.flush()
        for table in reversed(_PARENTS):
            self._take_away(session, watching, table)
        self._put_paces_back(session)
        self._turn_locks(session)

    def _turn_locks(self, session: Session) -> None:
        """What locked a forecast is taken back by unlocking it, and the other way round: that it was, stays known.

        A call that is held by now keeps its lock, also one that it got when it was held already.
        """
        for lock_id, image in self._of(ForecastLock):
            lock = session.exec(select(ForecastLock).where(col(ForecastLock.id) == lock_id)).first()
            if lock is None:
                if image is not None:  # it went with its call, and comes back with it
                    session.add(ForecastLock(**image))
            elif image is None:
                if not _stays_locked(session, lock):
                    unlock_forecast(session, lock.call_id)
            elif image["unlocked_at"] is None:
                lock_forecast(session, lock.call_id, empty_too=True)

    def _put_paces_back(self, session: Session) -> None:
        for pace_id, image in self._of(Pace):
            if image is not None and session.exec(select(Pace).where(col(Pace.id) == pace_id)).first() is None:
                session.add(Pace(**image))

    def _take_away(self, session: Session, watching: "Images", table: type[Row]) -> None:
        with session.no_autoflush:  # each question about the next row would write the one before it alone
            for row_id, image in self._of(table):
                if image is None:
                    row = session.exec(select(table).where(col(table.id) == row_id)).first()
                    if row is not None and not self._goes_with_its_call(row):
                        self._delete(session, watching, row)
        session.flush()

    def _goes_with_its_call(self, row: Row) -> bool:
        along = isinstance(row, Answer | Item | Revision)
        return along and self.before.get((Call.__name__, row.call_id or ""), row) is None  # type: ignore[attr-defined]

    def _delete(self, session: Session, watching: "Images", row: Row) -> None:
        table = type(row)
        for child, parent in _HANGS_ON.get(table, ()):
            for each in session.exec(select(child).where(parent == row.id)):
                if self.before.get((child.__name__, each.id), each) is not None:
                    raise Refused(_("This can no longer be taken back: more was written there since."))
        for child, parent in _GOES_ALONG.get(table, ()):
            for each in session.exec(select(child).where(parent == row.id)):
                watching._take(each, _as_it_was(each))
                session.expunge(each)
        session.delete(row)

    def _of(self, table: type[Row]) -> list[tuple[str, dict[str, Any] | None]]:
        return [(row_id, image) for (name, row_id), image in self.before.items() if name == table.__name__]

    def _before_flush(self, session: Any, context: Any, instances: Any) -> None:
        for row in session.new:
            if isinstance(row, Row) and not isinstance(row, Pace):  # how long it took is no act
                self._take(row, None)
        for row in (*(row for row in session.dirty if session.is_modified(row)), *session.deleted):
            if isinstance(row, Row) and not isinstance(row, Pace):  # a draft is no act of its own either
                self._take(row, _as_it_was(row))

    def _take(self, row: Row, image: dict[str, Any] | None) -> None:
        self.before.setdefault((type(row).__name__, row.id), image)
        match row:
            case Client():
                self.clients.add(row.id)
            case Call():
                self.calls.add(row.id)
                self.clients |= {row.client_id, image["client_id"] if image else row.client_id}
            case Answer():
                self.calls.add(row.call_id)
            case Item():
                self.calls.add(row.call_id)
                self.promises = self.promises or row.key in PROMISES
            case Lesson():
                self.lessons.add(row.id)
                if row.call_id is not None:
                    self.calls.add(row.call_id)
            case Phrase():
                self.phrases = True
            case ForecastLock():
                self.calls.add(row.call_id)
            case Revision() if row.call_id is not None:
                self.calls.add(row.call_id)


def _stays_locked(session: Session, lock: ForecastLock) -> bool:
    """Whether the file keeps a lock for good: its call is held."""
    call = session.exec(select(Call).where(col(Call.id) == lock.call_id)).first()
    return call is not None and call.held_at is not None


def _as_it_was(row: Row) -> dict[str, Any]:
    """The row's columns before the change, the number in the file left out: a row put back may get another."""
    state = inspect(row)
    image: dict[str, Any] = {}
    for column in (each.key for each in state.mapper.column_attrs):
        history = state.attrs[column].history
        image[column] = history.deleted[0] if history.deleted else getattr(row, column)
    image.pop("seq")
    return image


def _put_back(session: Session, table: type[Row], row_id: str, image: dict[str, Any]) -> None:
    row = session.exec(select(table).where(col(table.id) == row_id)).first()
    if row is None:
        session.add(table(**image))
    else:
        for column, value in image.items():
            setattr(row, column, value)
