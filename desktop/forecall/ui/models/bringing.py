"""Looking at files from elsewhere and bringing in what was chosen, beside the window, with a number on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from forecall.exchange.faults import ExchangeError
from forecall.journal import verbs
from forecall.journal.refusals import Refused
from forecall.ui.page import Desk
from forecall.words import _

if TYPE_CHECKING:
    from forecall.exchange.read.archive import Arrival
    from forecall.exchange.read.offer import Offer
    from forecall.exchange.read.rows import Reading
    from forecall.exchange.read.table import Table
    from forecall.journal.brought import BroughtCall, Standing


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in files: an offer with what of it the journal has, of a table also how it was read.

    An archive is brought in as it is.
    """

    name: str
    offer: "Offer | None" = None
    standing: "dict[str, Standing] | None" = None
    table: "Table | None" = None
    reading: "Reading | None" = None
    doubtful: str = ""
    """A date that can mean two days."""
    archive: "Arrival | None" = None


class Bringing(QObject):
    """One thing at a time. ``looked`` carries what was found, ``refused`` a sentence that says why nothing was.

    ``told`` carries how many were brought in so far, ``ended`` the ``BroughtIn`` or the sentence of an archive.
    """

    looked = Signal(object)
    refused = Signal(str)
    told = Signal(int)
    ended = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cancelled = False
        self._turn = 0

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files; what was asked before is forgotten."""
        self._ask(_look_at, tuple(paths))

    def read_again(self, table: "Table", reading: "Reading") -> None:
        """Read a table in another way."""
        self._ask(_read_table, table, reading)

    def bring(self, calls: "Sequence[BroughtCall]") -> None:
        """Bring in these calls, as one act."""
        self._cancelled = False
        task = self._desk.workspace.perform(None, verbs.bring_calls, list(calls), self._progress)
        task.then(self.ended.emit, self._on_failed, tells=Exception)

    def bring_archive(self, archive: "Arrival") -> None:
        """Bring in what an archive holds and the journal does not."""
        self._cancelled = False
        task = self._desk.workspace.perform(None, verbs.bring_in, archive, self._progress)
        task.then(lambda arrived: self.ended.emit(arrived.sentence), self._on_failed, tells=Exception)

    def cancel(self) -> None:
        """Stop as soon as may be; nothing is left half done."""
        self._cancelled = True

    def _ask(self, read: Any, *args: Any) -> None:
        self._turn += 1
        turn = self._turn

        def found(looked: Looked) -> None:
            if turn == self._turn:
                self.looked.emit(looked)

        def failed(error: BaseException) -> None:
            if turn == self._turn:
                self._on_failed(error)

        self._desk.workspace.ask(read, *args).then(found, failed, tells=Exception)

    def _progress(self, count: int) -> None:
        """On the writing thread."""
        if self._cancelled:
            raise Refused(_("Stopped. Nothing was imported."))
        self._desk.bridge.deliver(lambda: self.told.emit(count))

    def _on_failed(self, error: BaseException) -> None:
        known = isinstance(error, Refused | ExchangeError)
        self.refused.emit(str(error) if known else _("That did not work. The journal is as it was."))


# on the reading thread


def _look_at(connection: Any, paths: Sequence[Path]) -> Looked:
    from forecall.exchange.faults import ImportFault
    from forecall.exchange.read import reader_for
    from forecall.exchange.read.offer import offers_together
    from forecall.exchange.read.rows import first_reading
    from forecall.journal.reading import list_clients

    readers = [reader_for(path) for path in paths]
    kinds = {reader.name for reader in readers}
    if len(kinds) > 1 or (len(paths) > 1 and kinds & {"archive", "table"}):
        raise ImportFault(_("These files cannot be looked at together. Bring them in one after the other."))
    clients = [client.name for client in list_clients(connection)] if "notes" in kinds else []
    found = [reader.read(path, clients) for reader, path in zip(readers, paths, strict=True)]
    if kinds == {"archive"}:
        return Looked(paths[0].name, archive=found[0])
    if kinds == {"table"}:
        return _read_table(connection, found[0], first_reading(found[0]))
    return _with_standing(connection, offers_together(found))


def _read_table(connection: Any, table: "Table", reading: "Reading") -> Looked:
    from dataclasses import replace

    from forecall.exchange.read.rows import read_rows, sure_order

    sure, doubtful = sure_order(table, reading.fields, reading.named)
    reading = replace(reading, order=sure or reading.order)
    looked = _with_standing(connection, read_rows(table, reading))
    return replace(looked, table=table, reading=reading, doubtful=doubtful)


def _with_standing(connection: Any, offer: "Offer") -> Looked:
    from forecall.journal.brought import standing_calls

    return Looked(offer.name, offer, standing_calls(connection, (call.id for call in offer.calls)))
