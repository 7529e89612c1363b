"""The note that is being written during a call: a row of its own, stamped with the time it was begun at."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import uuid4

from forecall.dates import clock
from forecall.journal.records import LiveKind, LiveNote
from forecall.ui.widgets.note_line import NoteLine
from forecall.words import _


class NoteTaking:
    """Follows one box. ``write`` is called with each state of a note that is to be kept, ``remove`` with an id."""

    def __init__(
        self, seconds: Callable[[], int], write: Callable[[LiveNote], None], remove: Callable[[str], None]
    ) -> None:
        self._seconds = seconds
        self._write = write
        self._remove = remove
        self._box: NoteLine | None = None
        self._note: LiveNote | None = None
        self._written = False

    @property
    def note(self) -> LiveNote | None:
        """The note that words go to, if one was begun."""
        return self._note

    def attach(self, box: NoteLine) -> None:
        """Write in this box from now on, with the words that stand in the one before."""
        if self._box is not None:
            self._box.flush()
        text = self._box.text() if self._box is not None else ""
        self._box = box
        box.set_text(text)
        box.edited.connect(self._on_edited)
        box.settled.connect(self._on_settled)
        self._show_kind()

    def begin(self, kind: LiveKind) -> None:
        """Stamp a mark now; words that are typed next belong to it. A plain note begins with its first letter."""
        self.finish()
        if kind is not LiveKind.NOTE:
            self._note = LiveNote(str(uuid4()), kind, self._seconds())
            self._written = True
            self._write(self._note)
        self._show_kind()

    def finish(self) -> None:
        """The note is done; the next letter begins another."""
        self.flush()
        self._note, self._written = None, False
        if self._box is not None:
            self._box.set_text("")
        self._show_kind()

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        if self._box is not None:
            self._box.flush()

    def reconcile(self, notes: Sequence[LiveNote]) -> None:
        """The journal was read again: a note that was taken back is no longer being written."""
        if self._note is None or not self._written or self._box is None or self._box.unsettled():
            return
        kept = next((each for each in notes if each.id == self._note.id), None)
        if kept is None:
            self._note, self._written = None, False
            self._box.set_text("")
            self._show_kind()
        elif kept.text != self._note.text:
            self._note = kept
            self._box.set_text(kept.text)

    def show_time(self) -> None:
        """The words in the empty box name the time that a note would have."""
        if self._note is None and self._box is not None and not self._box.hasFocus():
            self._show_kind()

    def _on_edited(self) -> None:
        if self._note is None:
            self._note = LiveNote(str(uuid4()), LiveKind.NOTE, self._seconds())

    def _on_settled(self, text: str) -> None:
        if self._note is None:
            return
        self._note = replace(self._note, text=text.strip())
        if self._note.text or self._note.kind is not LiveKind.NOTE:
            self._written = True
            self._write(self._note)
        elif self._written:
            self._written = False
            self._remove(self._note.id)

    def _show_kind(self) -> None:
        if self._box is None:
            return
        kind = self._note.kind if self._note is not None else LiveKind.NOTE
        time = clock(self._note.at if self._note is not None else self._seconds())
        words = {
            LiveKind.HEATED: _("Heated at {time} – a word?"),
            LiveKind.PROMISE: _("Promised at {time} – what, by when?"),
            LiveKind.SURPRISE: _("Surprise at {time} – what was it?"),
        }.get(kind, _("Note at {time}…"))
        self._box.set_placeholder(words.format(time=time))
