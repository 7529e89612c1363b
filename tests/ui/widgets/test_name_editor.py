"""A name that can be changed where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.name_editor import NameEditor


def test_changes_leaves_and_refuses(qtbot: QtBot) -> None:
    editor = NameEditor()
    qtbot.addWidget(editor)
    editor.show_name("Northwind")
    editor.show()
    line = editor.findChildren(QLineEdit)[0]
    renamed: list[str] = []
    editor.renamed.connect(renamed.append)
    editor.begin()
    assert line.text() == "Northwind"
    qtbot.keyClick(line, Qt.Key.Key_Return)  # the same name is no change
    assert not line.isVisible()
    editor.begin()
    line.setText("  North   wind ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert renamed == ["North wind"]
    editor.refuse("There is already one.")
    assert editor._refusal.isVisible()
    assert line.text() == "  North   wind "
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    editor.begin()
    assert line.text() == "Northwind"
    assert not editor._refusal.isVisible()
