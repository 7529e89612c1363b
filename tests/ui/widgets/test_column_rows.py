"""What each column holds; a field stands for one column."""

from pytestqt.qtbot import QtBot

from forecall.ui.widgets.column_rows import ColumnRows


def test_a_field_is_given_once(qtbot: QtBot) -> None:
    rows = ColumnRows(["Customer", ""], ["Northwind", "x" * 99], ("client", ""))
    qtbot.addWidget(rows)
    told: list[tuple[str, ...]] = []
    rows.changed.connect(told.append)
    rows._pills[1].picked.emit("client")
    assert told == [("", "client")]
    assert rows._pills[0].key() == ""
    assert rows._pills[1].accessibleName() == "What Column 2 holds"


def test_of_very_many_columns_the_first_are_shown(qtbot: QtBot) -> None:
    rows = ColumnRows([], [], ("",) * 200)
    qtbot.addWidget(rows)
    assert len(rows._pills) < 60
    assert len(rows.fields()) == 200
