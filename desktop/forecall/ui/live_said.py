"""What was noted during the call, the newest first; the last one also stands above the line it was written in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forecall.coach.live_sheet import LiveSheet, note_words
from forecall.dates import clock
from forecall.journal.records import LiveNote
from forecall.ui.widgets.arranging import beside, stacked
from forecall.ui.widgets.sign_button import SignButton
from forecall.ui.widgets.text import Label
from forecall.words import _, ngettext

MOST_SHOWN = 12


class NotesSaid(QWidget):
    """One row a note. ``last`` is the row of the newest, to be put somewhere else; ``removed`` carries an id."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._shown: list[tuple[LiveNote, str]] = []
        self._title = Label(_("Noted"), "label")
        self._earlier = Label("", "label")
        self._column = stacked(steps=0.25)
        stacked(self._title, self._column, self._earlier, steps=0.25, parent=self)
        self.last = _Row(at_most=1)
        self.last.removed.connect(self.removed)

    def show_notes(self, sheet: LiveSheet) -> None:
        """Show the notes of a sheet; rows that stay are not made anew."""
        newest = sheet.notes[::-1]
        told = [(note, note_words(note, sheet)) for note in newest[:MOST_SHOWN]]
        self.setVisible(bool(told))
        more = len(newest) - len(told)
        self._earlier.setText(ngettext("and {count} earlier", "and {count} earlier", more) if more else "")
        self._earlier.setVisible(bool(more))
        self.last.set_drawn(bool(told))
        if told:
            self.last.show_note(*told[0])
        if told == self._shown:
            return
        self._shown = told
        wanted = {note.id for note, _words in told}
        for note_id in [each for each in self._rows if each not in wanted]:
            row = self._rows.pop(note_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        made = []
        for at, (note, words) in enumerate(told):
            if note.id not in self._rows:
                row = self._rows[note.id] = _Row()
                row.removed.connect(self.removed)
                self._column.insertWidget(at, row)
                made.append(row)
            elif self._column.indexOf(self._rows[note.id]) != at:
                self._column.removeWidget(self._rows[note.id])
                self._column.insertWidget(at, self._rows[note.id])
            self._rows[note.id].show_note(note, words)
        for row in made:
            row.show()

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return [self._rows[note.id].cross for note, _words in self._shown]

    def last_stops(self) -> list[QWidget]:
        """What Tab reaches of the newest."""
        return [self.last.cross]


class _Row(QWidget):
    removed = Signal(str)

    def __init__(self, at_most: int = 0) -> None:
        super().__init__()
        self._id = ""
        self._time, self._words = Label("", "label"), Label("", "small", at_most=at_most)
        self.cross = SignButton("cross", _("Remove this note"))
        self.cross.clicked.connect(lambda: self.removed.emit(self._id))
        row = beside(self._time, self._words, self.cross, steps=1, parent=self)
        row.setStretch(1, 1)

    def show_note(self, note: LiveNote, words: str) -> None:
        """Show a note."""
        self._id = note.id
        self._time.setText(clock(note.at))
        self._words.setText(words)
        self.cross.set_name(_("Remove: {note}").format(note=f"{clock(note.at)} {words}"))

    def set_drawn(self, drawn: bool) -> None:
        """Keep the place but show nothing."""
        for part in (self._time, self._words, self.cross):
            part.setVisible(drawn)
