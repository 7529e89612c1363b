"""What the palette offers: actions that fit the words, and what of the journal and the guide holds them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from forecall.coach.browsing import Entry, Kind, browse
from forecall.coach.own_phrases import OwnPhrases, read_own_phrases
from forecall.journal.finding import Found, find
from forecall.journal.matching import Likeness, holds, likeness, parts_of
from forecall.journal.moments import utc_now
from forecall.journal.records import CallHead, ClientRecord, LessonRecord
from forecall.journal.summary import lesson_sentence
from forecall.ui.actions import BY_NAME, GROUPS, Action, key_text
from forecall.ui.call_words import DOT, place_of_call, when_words
from forecall.ui.models.clients_model import calls_words
from forecall.ui.models.rows import SPOKEN, Role, spoken
from forecall.ui.page import Desk, Place
from forecall.words import _, ngettext

ACTIONS_SHOWN, PHRASES_SHOWN = 6, 4
LATE_MS = 120
"""When the journal has not answered by then, actions and phrases are shown without it."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose: the action, place or entry of the guide behind it. Without any it is a heading."""

    title: str
    icon: str = ""
    more: str = ""  # goes on after the title
    side: str = ""
    key: str = ""
    chosen: Action | Place | Entry | None = None


class PaletteModel(QAbstractListModel):
    """``arrived`` comes when what is shown belongs to the words that were asked for last.

    One question is under way at a time; while it is, only the newest words wait, and no answer to older ones is shown.
    """

    arrived = Signal()

    def __init__(self, desk: Desk, offered: Sequence[Action], *, of_call: bool, parent: QObject | None = None) -> None:
        """``offered`` are the actions that can be carried out; those of a call go first where one is at hand."""
        super().__init__(parent)
        self._desk = desk
        self._of_call = of_call
        self._actions = [
            (each, parts_of(_(each.words)), parts_of(_(each.also) if each.also else "")) for each in offered
        ]
        self._phrases: list[tuple[Entry, list[str]]] = []
        self._rows: list[Row] = []
        self._wanted = ""
        self._shown: str | None = None
        self._waiting: str | None = None
        self._under_way = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._on_late)
        desk.workspace.ask(read_own_phrases).then(self._on_own_phrases)

    @property
    def settled(self) -> bool:
        """Whether what is shown belongs to the newest words."""
        return self._shown == self._wanted

    def find(self, words: str) -> None:
        """Show what fits these words."""
        self._wanted = self._waiting = words
        self._late.start()
        self._go_on()

    def next_row(self, row: int, step: int) -> int:
        """The row of what can be chosen ``step`` further on, headings passed over; -1 when there is nothing."""
        rows = [at for at, each in enumerate(self._rows) if each.chosen is not None]
        if not rows:
            return -1
        at = rows.index(row) + step if row in rows else 0
        # One step beyond the end begins again at the other one; a leap stays.
        return rows[at % len(rows) if abs(step) == 1 else max(0, min(at, len(rows) - 1))]

    def count(self) -> int:
        """How many things can be chosen."""
        return sum(row.chosen is not None for row in self._rows)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if index.isValid() and self._rows[index.row()].chosen is not None:
            return super().flags(index)
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One row as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if row.chosen is None:
            return row.title if role in (Role.HEADING, Qt.ItemDataRole.DisplayRole, SPOKEN) else None
        name = DOT.join(part for part in (row.title, row.more) if part)
        return {
            Qt.ItemDataRole.DisplayRole: name,
            SPOKEN: spoken(name, row.side, row.key),
            Role.RECORD: row.chosen,
            Role.TITLE: row.title,
            Role.MORE: row.more,
            Role.SIDE: row.side,
            Role.KEY: row.key,
            Role.ICON: row.icon,
        }.get(role)

    # asking

    def _go_on(self) -> None:
        if self._waiting is not None and not self._under_way:
            words, self._waiting = self._waiting, None
            self._under_way = True
            task = self._desk.workspace.ask(find, words, now=utc_now(), zone=self._desk.zone)
            task.then(partial(self._on_found, words), self._on_failed)

    def _on_failed(self, _error: BaseException) -> None:
        self._under_way = False
        self._go_on()

    def _on_found(self, words: str, found: Found) -> None:
        self._under_way = False
        if self._waiting is not None:
            self._go_on()  # nobody wants to see these any more
            return
        self._late.stop()
        self._show(words, found)

    def _on_late(self) -> None:
        self._show(self._wanted, Found())

    def _on_own_phrases(self, own: OwnPhrases) -> None:
        entries = browse(self._desk.catalog, own)
        phrases = [each for each in entries if each.kind is Kind.PHRASE and not each.hidden and each.words.strip()]
        self._phrases = [(each, parts_of(each.words)) for each in phrases]
        if self._shown:
            self.find(self._wanted)

    def _show(self, words: str, found: Found) -> None:
        self.beginResetModel()
        self._rows = list(self._with_words(words, found) if parts_of(words) else self._without_words(found))
        self._shown = words
        self.endResetModel()
        self.arrived.emit()

    # what is shown

    def _without_words(self, found: Found) -> Iterable[Row]:
        """What is likeliest: what can be done with the call at hand, calls that are near, and all that can be done."""
        first = "call" if self._of_call else ""
        if first:
            yield from _under(_(GROUPS[first]), self._of_group(first))
        yield from _under(_("Calls"), map(self._of_call_head, found.calls))
        for group, title in GROUPS.items():
            if group != first:
                yield from _under(_(title), self._of_group(group))

    def _of_group(self, group: str) -> Iterable[Row]:
        return (_of_action(each) for each, _said, _also in self._actions if each.group == group)

    def _with_words(self, words: str, found: Found) -> Iterable[Row]:
        wanted = parts_of(words)
        near = [(likeness(wanted, said, also), each) for each, said, also in self._actions]
        ranked = sorted(((far, each) for far, each in near if far is not None), key=lambda pair: pair[0])
        phrases = (_of_phrase(entry) for entry, said in self._phrases if holds(wanted, said))
        journal = [
            *_under(_("Calls"), map(self._of_call_head, found.calls)),
            *_under(_("Clients"), map(_of_client, found.clients)),
            *_under(_("Lessons"), map(_of_lesson, found.lessons)),
            *_under(_("Phrases"), islice(phrases, PHRASES_SHOWN)),
        ]
        # What is only nearly meant would stand in the way of what is meant.
        exact = [each for far, each in ranked if far[0] < Likeness.NEARLY]
        actions = exact or ([] if journal else [each for _far, each in ranked])
        yield from _under(_("Actions"), map(_of_action, actions[:ACTIONS_SHOWN]))
        yield from journal
        yield from _under(_("Everything written"), [_of_everything(words.strip())])

    def _of_call_head(self, head: CallHead) -> Row:
        side = when_words(head, self._desk.now(), self._desk.zone)
        return Row(head.client_name, "calls", head.title, side, chosen=place_of_call(head))


def counted(count: int) -> str:
    """How much there is to choose from, as it is announced."""
    return ngettext("{count} result", "{count} results", count)


def _under(heading: str, rows: Iterable[Row]) -> list[Row]:
    """The rows with their heading; nothing when there are none."""
    below = list(rows)
    return [Row(heading), *below] if below else []


def _of_action(action: Action) -> Row:
    return Row(_(action.words), action.icon, key=key_text(action), chosen=action)


def _of_client(client: ClientRecord) -> Row:
    return Row(client.name, "clients", side=calls_words(client.calls), chosen=Place("clients", client.id))


def _of_lesson(lesson: LessonRecord) -> Row:
    sentence = lesson_sentence(lesson)
    return Row("", "lessons", sentence, lesson.client_name, chosen=Place("lessons", lesson.id))


def _of_phrase(entry: Entry) -> Row:
    return Row("", "guide", f"“{entry.words}”", entry.heading, chosen=entry)


def _of_everything(words: str) -> Row:
    said = _("Find “{words}” in everything written").format(words=words)
    return Row("", "search", said, key=key_text(BY_NAME["find"]), chosen=Place("find", key=words))
