"""The one door to a journal for all who use it: ``perform`` writes, ``ask`` reads, ``undo`` takes back."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from forecall.journal.changes import Changes
from forecall.journal.refusals import Refused
from forecall.journal.visits import Visits
from forecall.storage.database import Connection, Database, connect, damage_of
from forecall.storage.faults import CannotWrite, JournalFault, ReadOnlyPlace, write_fault
from forecall.storage.reading_only import can_write
from forecall.words import _
from forecall.workspace.on_their_way import OnTheirWay, Reading
from forecall.workspace.storage_thread import StorageThread
from forecall.workspace.undo_stack import Turned

if TYPE_CHECKING:
    from sqlmodel import Session

    from forecall.workspace.acts import Acts
    from forecall.workspace.backups import Backups

P = ParamSpec("P")
R = TypeVar("R")

Deliver = Callable[[Callable[[], None]], None]
"""Runs a callback where its listeners live: the window's thread, or just here."""

Listener = Callable[[Changes, object], None]


class Task(Generic[R]):
    """Something that was asked of the journal and is on its way. What nobody tells the person goes to ``report``."""

    def __init__(
        self, future: "Future[R]", deliver: Deliver, report: Callable[[BaseException], None] | None = None
    ) -> None:
        self._future = future
        self._deliver = deliver
        self._told: tuple[type[BaseException], ...] = ()
        if report is not None:
            self._when_failed(lambda error: None if isinstance(error, self._told) else report(error))

    def then(
        self,
        done: Callable[[R], None],
        failed: Callable[[BaseException], None] | None = None,
        *,
        tells: type[BaseException] | None = None,
    ) -> "Task[R]":
        """Call ``done`` with the result, or ``failed`` with the error, where listeners live.

        Errors of the kind ``tells`` are told to the person by ``failed`` itself, and by nobody else.
        """
        if tells is not None:
            self._told = (*self._told, tells)

        def finish(future: "Future[R]") -> None:
            error = future.exception()
            if error is None:
                self._deliver(lambda: done(future.result()))
            elif failed is not None:
                self._deliver(lambda: failed(error))

        self._future.add_done_callback(finish)
        return self

    def wait(self, seconds: float | None = 30.0) -> R:
        """Wait for the result; for the command line and tests, never for the window. Raises what went wrong."""
        return self._future.result(seconds)

    def _when_failed(self, tell: Callable[[BaseException], None]) -> None:
        def finish(future: "Future[R]") -> None:
            error = future.exception()
            if error is not None:
                self._deliver(lambda: tell(error))

        self._future.add_done_callback(finish)


class Workspace:
    """An open journal. All methods return at once; the disk is touched by two threads of its own.

    ``deliver`` brings callbacks to the thread of the listeners. Failures that no one asked to hear of go to
    ``on_failure``; a disk that refuses goes to ``on_trouble`` (``None`` when it is over).
    """

    def __init__(
        self,
        path: Path,
        deliver: Deliver | None = None,
        *,
        reading_only: bool = False,
        guard: Callable[[], None] = lambda: None,
    ) -> None:
        """``reading_only`` never writes; ``guard`` is asked before each write, and refuses by raising."""
        self.path = path
        self.reading_only = reading_only  # after opening: whether the journal can only be read here
        self._guard = guard
        self._deliver: Deliver = deliver or (lambda callback: callback())
        self._listeners: list[Listener] = []
        self.on_their_way = OnTheirWay()
        self.on_trouble: Callable[[CannotWrite | None], None] = lambda fault: None
        self.on_failure: Callable[[BaseException], None] = lambda error: None
        self._database: Database | None = None
        self._reader: Connection | None = None
        self._opened = threading.Event()
        self._fault: BaseException | None = None
        self._acts: Acts | None = None
        self._visits = Visits()
        self._writing = StorageThread("forecall-writer", self._tell_trouble)
        self._reading = StorageThread("forecall-reader", self._tell_trouble)

    def open(self) -> "Task[None]":
        """Open the journal, made where it is missing. The task fails with the ``JournalFault`` to show."""
        opening = self._writing.put(self._open)
        self._reading.put(self._open_reader)
        self._writing.start()
        self._reading.start()
        return Task(opening, self._deliver)

    def perform(
        self, initiator: object, verb: "Callable[Concatenate[Session, P], R]", *args: P.args, **kwargs: P.kwargs
    ) -> Task[R]:
        """Carry out an operation. Listeners hear of the changes, with ``initiator``, after the commit."""
        future = self._writing.put(lambda: self._perform(initiator, verb, args, kwargs))
        act = self.on_their_way.begin(getattr(verb, "name", getattr(verb, "__name__", "")), args, kwargs)
        task = Task(future, self._deliver, self._report)
        return task.then(lambda _done: self.on_their_way.saved(act), lambda _error: self.on_their_way.refused(act))

    def ask(self, read: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> Task[R]:
        """Read from the journal as it is now committed, beside the writing."""
        future: Future[R] = self._reading.put(lambda: self._read(read, args, kwargs))
        return Task(future, self._deliver, self._report)

    def ask_ahead(
        self,
        read: Callable[Concatenate[Connection, P], R],
        arrived: Callable[[R, Reading], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Read for a page in which somebody writes: ``arrived`` gets what was read, and can ask what that may lack."""
        reading = self.on_their_way.reading()

        def use(found: R) -> None:
            try:
                arrived(found, reading)
            finally:
                reading.end()

        self.ask(read, *args, **kwargs).then(use, lambda _error: reading.end())

    def undo(self) -> Task[Turned]:
        """Take the last act back, of this start or an earlier one; gives its name, or none when there is none."""
        return Task(self._writing.put(lambda: self._turn(back=True)), self._deliver, self._report)

    def redo(self) -> Task[Turned]:
        """Do the act again that was taken back last; gives its name, or none when there is none."""
        return Task(self._writing.put(lambda: self._turn(back=False)), self._deliver, self._report)

    def visit(self, row_id: str) -> None:
        """A person comes to a call, client or lesson: what stands there now is kept when it changes."""
        self._writing.put(lambda: self._come_to(row_id))

    def renew_backups(self) -> "Task[Any]":
        """Make one new backup and remove all older ones, beside whatever is written."""
        from forecall.storage.backup import renew

        return Task(self._reading.put(lambda: renew(self.path)), self._deliver, self._report)

    def found_sound(self) -> "Task[None]":
        """The whole file was looked through and is as it was written: what is written may go into it from now on."""
        return Task(self._writing.put(lambda: self._ready().found_sound()), self._deliver)

    @property
    def kept_log(self) -> Path | None:
        """Once open: where a log was copied to that could not be read to its end; ``None`` in almost all cases."""
        return self._database.kept_log if self._database is not None else None

    def listen(self, listener: Listener) -> None:
        """Have ``listener(changes, initiator)`` called after each commit."""
        self._listeners.append(listener)

    @cached_property
    def backups(self) -> "Backups":
        """The copies of this journal."""
        from forecall.workspace.backups import Backups

        return Backups(self.path, self._deliver)

    def settled(self) -> Task[None]:
        """A task that is done when everything asked so far is in the file."""
        return Task(self._writing.put(lambda: None), self._deliver)

    def settle(self, seconds: float) -> bool:
        """Wait until everything asked so far is in the file; ``False`` when it takes longer, or the disk refuses."""
        return self._writing.rest(seconds)

    def unsaved(self) -> int:
        """How many operations are not in the file yet."""
        return self._writing.waiting()

    def try_again(self) -> None:
        """Try a write that the disk refused at once."""
        self._writing.try_again()

    def close(self, timeout: float | None = 10.0) -> bool:
        """Write what is queued and let go of the file; ``False`` when something could not be written."""
        if "backups" in vars(self):
            self.backups.close(timeout)
        self._reading.close(timeout)
        done = self._writing.close(timeout)
        self._close_files()
        return done

    def _open(self) -> None:
        try:
            if self.reading_only or (os.path.isfile(self.path) and not can_write(self.path)):
                self._open_untouched()
                return
            self._database = Database(self.path)
            self._fault = None
        except BaseException as error:
            self._fault = error
            raise
        finally:
            self._opened.set()

    def _open_untouched(self) -> None:
        self.reading_only = True
        self._reader = connect(self.path, untouched=True)
        self._fault = ReadOnlyPlace(_("This journal can only be read here. Nothing was changed."))

    def _open_reader(self) -> Connection:
        self._opened.wait()
        if self._reader is None:
            self._reader = self._ready().reader()
        return self._reader

    def _read(self, read: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Read in one transaction: a commit in the middle must not mix two states of a call."""
        reader = self._open_reader()
        reader.execute("BEGIN")
        try:
            return read(reader, *args, **kwargs)
        finally:
            reader.execute("ROLLBACK")

    def _close_files(self) -> None:
        """Let go of the file here, where no thread uses it any more; one that hangs keeps what it holds."""
        if self._reader is not None and not self._reading.is_running():
            self._reader.close()
            self._reader = None
        if self._database is not None and not self._writing.is_running():
            self._database.close()
            self._database = None

    def _perform(self, initiator: object, verb: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        from forecall.workspace.performing import perform_on

        self._ready()
        self._guard()
        load = getattr(verb, "load", None)
        operation = load() if load is not None else verb
        try:
            result, images = perform_on(self._ready(), operation, args, kwargs, self._its_acts(), self._visits)
        except Exception as error:
            expected = isinstance(error, Refused | JournalFault) or write_fault(error) is not None
            if not expected and self._ready().is_damaged():  # what makes no sense in the file is no fault of the verb
                raise damage_of(self.path) from error
            raise
        self._tell_changes(images.changes(), initiator)
        return result

    def _come_to(self, row_id: str) -> None:
        self._visits.come_to(row_id)
        if self._acts is not None:
            self._acts.turned()  # typing on in another visit is another act

    def _turn(self, *, back: bool) -> Turned:
        from forecall.workspace.performing import turn_on

        self._ready()
        self._guard()
        turned, changes = turn_on(self._ready(), self._its_acts(), back=back)
        self._visits.forget()
        self._tell_changes(changes, None)
        return turned

    def _its_acts(self) -> "Acts":
        """The acts of this journal; made with the first operation, which imports SQLModel."""
        if self._acts is None:
            from forecall.workspace.acts import Acts

            self._acts = Acts()
        return self._acts

    def _ready(self) -> Database:
        if self._database is None:
            raise self._fault or RuntimeError("the journal is not open")
        return self._database

    def _tell_changes(self, changes: Changes, initiator: object) -> None:
        if changes:
            for listener in tuple(self._listeners):
                self._deliver_safely(lambda listener=listener: listener(changes, initiator))  # type: ignore[misc]

    def _deliver_safely(self, callback: Callable[[], None]) -> None:
        """A listener that fails is no failure of the operation, which is in the file already."""
        try:
            self._deliver(callback)
        except Exception as error:
            self.on_failure(error)

    def _tell_trouble(self, fault: CannotWrite | None) -> None:
        self._deliver(lambda: self.on_trouble(fault))

    def _report(self, error: BaseException) -> None:
        self.on_failure(error)
