"""The list of the guide."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from forecall.coach.browsing import Entry, Kind
from forecall.guide.phrases import Phrase
from forecall.ui.models.phrases_model import PhrasesModel
from forecall.ui.models.rows import SPOKEN, Role

ONE = Entry(Kind.PHRASE, "one", "Please go on.", "listening", "To listen", sources=("A text",), types=("complaint",))
MINE = Entry(Kind.PHRASE, "mine", " ", "listening", "To listen", phrase=Phrase("listening", " ", own=True))
TEXT = Entry(Kind.SOURCE, "x.txt", "It teaches.", "sources", "Where from", title="A text")


def made() -> PhrasesModel:
    model = PhrasesModel()
    QAbstractItemModelTester(model, model)
    model.show_entries((ONE, MINE, TEXT))
    return model


def test_rows_stand_beneath_headings_that_cannot_be_chosen() -> None:
    model = made()
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows == ["To listen", "“Please go on.”", "No words yet", "Where from", "A text"]
    assert model.index(0).data(Role.HEADING) == "To listen"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.rowCount(model.index(1)) == 0


def test_each_row_says_where_it_is_from() -> None:
    model = made()
    assert model.index(1).data(Role.DETAIL) == "complaint · A text"
    assert model.index(1).data(SPOKEN) == "“Please go on.”. complaint · A text"
    assert model.index(2).data(Role.DETAIL) == "Yours"
    assert model.index(4).data(Role.DETAIL) == "It teaches."
    assert model.index(4).data(Role.RECORD) == TEXT
    assert model.data(QModelIndex()) is None


def test_steps_pass_over_headings_and_stop_at_the_ends() -> None:
    model = made()
    assert [model.next_entry(-1, 1), model.next_entry(2, 1), model.next_entry(4, 8), model.next_entry(4, -1)] == [
        1,
        4,
        4,
        2,
    ]
    assert (model.row_of("x.txt"), model.row_of("gone")) == (4, -1)
    model.show_entries(())
    assert model.next_entry(0, 1) == -1


def test_other_words_of_the_same_entries_keep_the_rows() -> None:
    model = made()
    reset, changed = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.show_entries((ONE, MINE, TEXT))
    assert (reset.count(), changed.count()) == (0, 1)
    model.show_entries((ONE, TEXT))
    assert reset.count() == 1
