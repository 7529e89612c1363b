"""An answer that is read and not changed."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.kept_answer import KeptAnswer
from forecall.ui.widgets.text import Label, LinkButton


def shown(kept: KeptAnswer) -> list[str]:
    return [label.text() for label in kept.findChildren(Label) if label.isVisibleTo(kept)]


def test_it_reads_and_is_called_by_its_question(qtbot: QtBot) -> None:
    kept = KeptAnswer()
    qtbot.addWidget(kept)
    assert not kept.isVisible()
    kept.hold("How will it end?", [("It will end", "partly")], "As it was.")
    assert shown(kept) == ["It will end", "partly", "As it was."]
    assert kept.card.accessibleName() == "How will it end? It will end: partly"
    assert kept.card.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not kept.findChildren(LinkButton)[0].isVisibleTo(kept)


def test_nothing_written_is_said(qtbot: QtBot) -> None:
    kept = KeptAnswer()
    qtbot.addWidget(kept)
    kept.hold("How will it end?", [], "As it was.")
    assert "Nothing was written." in shown(kept)


def test_the_way_back_is_one_key(qtbot: QtBot) -> None:
    kept = KeptAnswer()
    qtbot.addWidget(kept)
    kept.hold("How will it end?", [], "As it was.", "Take back the start")
    kept.show()
    (way,) = kept.findChildren(LinkButton)
    assert way.accessibleName() == "Take back the start"
    with qtbot.waitSignal(kept.opened):
        qtbot.keyClick(way, Qt.Key.Key_Space)
