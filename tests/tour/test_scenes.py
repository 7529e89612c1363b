"""The scenes that a short story can show: one answer of each kind finds its control by name."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.guide.catalog import load_catalog
from forecall.guide.question import CallType
from forecall.tour import story
from forecall.tour.hands import Hands, act
from forecall.tour.person import Person
from forecall.tour.scenes import Tour
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.question_block import QuestionBlock
from tests.conftest import RESOURCES


def test_an_answer_is_written_part_by_part(qtbot: QtBot, tmp_path: Path) -> None:
    asked = {each.key: each for each in load_catalog(RESOURCES).worksheet("prepare").asked([CallType.COMPLAINT])}
    answers = [
        answer for _step, each in story.PREPARE for answer in each if answer.key in ("hard", "trigger", "steady")
    ]
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    blocks = {answer.key: QuestionBlock(asked[answer.key]) for answer in answers}
    for block in blocks.values():
        column.addWidget(block)
    window.resize(800, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands = Hands()
    tour = Tour(Person(hands, lambda: window), tmp_path)

    def tell() -> None:
        for answer in answers:
            tour.writes(answer)
        tour.pictured("answers")

    act(tell, hands)
    for answer in answers:
        field = blocks[answer.key].field
        assert isinstance(field, PartsView)
        assert field.value() == {name: part.kept for name, part in answer.parts.items()}  # type: ignore[union-attr]
        field.flush()
    assert (tmp_path / "01-answers.png").stat().st_size > 0


def test_pictures_are_numbered_on_from_those_that_are_there(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "01-x.png").touch()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    hands = Hands()
    tour = Tour(Person(hands, lambda: window), tmp_path)
    act(lambda: tour.pictured("y"), hands)
    assert (tmp_path / "02-y.png").is_file()
