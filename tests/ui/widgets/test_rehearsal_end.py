"""The end of a rehearsal and the ways on."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.rehearsal_end import RehearsalEnd


def test_one_sentence_and_the_ways_on(qtbot: QtBot) -> None:
    end = RehearsalEnd()
    qtbot.addWidget(end)
    end.show_end("You have an answer to all of it.", can_begin=True)
    end.show()
    asked: list[str] = []
    end.sheet_asked.connect(lambda: asked.append("sheet"))
    end.call_asked.connect(lambda: asked.append("call"))
    end.again_asked.connect(lambda: asked.append("again"))
    for button in end.findChildren(QPushButton):
        button.click()
    assert asked == ["sheet", "call", "again"]
    end.focus_first()
    assert end.focusWidget() is end.findChildren(QPushButton)[0]
    end.show_end("You have an answer to all of it.", can_begin=False)
    assert [each.text() for each in end.findChildren(QPushButton) if each.isVisible()] == ["Call sheet", "Once more"]
