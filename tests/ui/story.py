"""One call, and somebody who has its pages with questions before them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.ui.page import Place
from forecall.ui.pages.look_back_page import LookBackPage
from forecall.ui.pages.prepare_page import PreparePage
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person


class Story:
    """One call, and somebody who has its pages before them."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.id = ""
        self.page: PreparePage | LookBackPage | None = None

    def begins(self, *types: CallType) -> None:
        self.id = str(self.person.does(verbs.start_call, "Northwind", types=[*types]))

    def writes(self, key: str, **value: object) -> None:
        self.person.does(verbs.record_answer, self.id, key, value)

    def lists(self, key: str, entry: str, **value: object) -> None:
        self.person.does(verbs.write_item, self.id, key, entry, value)

    def prepares(self, step: str) -> None:
        self.page = PreparePage(self.person.desk)
        self.person.opens(self.page, Place("prepare", self.id, step), (904, 1200))

    def looks_back(self, when: str) -> None:
        self.page = LookBackPage(self.person.desk)
        self.person.opens(self.page, Place("look_back", self.id, when), (904, 1200))
        if when == "later":
            self.page._on_more()
            self.person.settle()

    def block(self, key: str) -> QuestionBlock:
        assert self.page is not None
        found = self.page.findChild(QuestionBlock, f"question_{key}")
        assert isinstance(found, QuestionBlock)
        return found

    def box(self, key: str, part: str = "text") -> AnswerField:
        view = self.block(key).field
        assert isinstance(view, PartsView)
        field = view.control(part)
        assert isinstance(field, AnswerField)
        return field

    def presses(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget.setFocus()
        self.person.qtbot.keyClick(widget, key, modifier)
        self.settles()

    def settles(self) -> None:
        assert self.page is not None
        self.page.flush()
        self.person.settle()

    def call(self) -> CallRecord:
        found = self.person.asks(read_call, self.id)
        assert isinstance(found, CallRecord)
        return found

    def texts(self, key: str) -> list[str]:
        return [item.text for item in self.call().entries(key)]


def words(widget: QWidget) -> list[str]:
    """Everything that is read on it, from top to bottom as it was made."""
    return [label.text() for label in widget.findChildren(Label) if label.isVisible() and label.text()]


def chip_of(rows: OrderedList, row: int, text: str) -> Chip:
    """The chip of a row that says this."""
    return next(chip for chip in rows._rows[row].findChildren(Chip) if chip.text() == text)


def here() -> QWidget:
    """What the keyboard is on."""
    at = QApplication.focusWidget()
    assert at is not None
    return at
