"""A table as high as what it shows."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from forecall.journal.brought import BroughtCall
from forecall.ui.models.brought_model import BroughtModel
from forecall.ui.widgets.preview_table import PreviewTable


def test_all_rows_are_in_sight_at_every_width(qtbot: QtBot) -> None:
    model = BroughtModel()
    table = PreviewTable("Rows", model)
    qtbot.addWidget(table)
    empty = table.height()
    model.show_calls([BroughtCall(str(number)) for number in range(8)], {}, datetime(2026, 11, 25), "UTC")
    assert table.height() > empty
    for width in (900, 300):
        table.resize(width, table.height())
        table.show()
        assert table.verticalScrollBar().maximum() == 0
        assert table.isColumnHidden(4) is (width == 300)
        assert not table.isColumnHidden(2)
