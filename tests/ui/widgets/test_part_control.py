import pytest
from PySide6.QtTest import QTest

from forecall.guide.question import Choice, Part, PartKind, PartValue
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.part_control import WordsControl, control_for
from tests.ui.widgets.conftest import Show

CHOICES = (Choice("a", "A"), Choice("b", "B"))
VALUES: dict[PartKind, PartValue] = {
    PartKind.LONG: "words", PartKind.SHORT: "words", PartKind.CHOICE: ["a"], PartKind.CHOICES: ["b", "a"],
    PartKind.SCALE: 0, PartKind.DATE: "2026-11-27", PartKind.YES: True,
}  # fmt: skip


@pytest.mark.parametrize("kind", PartKind)
def test_each_kind_holds_and_lets_go_of_its_value(show: Show, kind: PartKind) -> None:
    holder = Group("Q")
    control = control_for(Part("p", kind, choices=CHOICES), "Q", boxed=True, placeholder="", parent=holder)
    show(holder)
    assert control.value() is None
    control.show_value(VALUES[kind])
    assert control.value() == VALUES[kind]
    control.set_name("Other")
    assert control.widget.accessibleName() == "Other"
    control.show_value(None)
    assert control.value() is None


@pytest.mark.parametrize("kind", PartKind)
def test_a_value_of_another_kind_is_no_value(show: Show, kind: PartKind) -> None:
    holder = Group("Q")
    control = control_for(Part("p", kind, choices=CHOICES), "Q", boxed=True, placeholder="", parent=holder)
    show(holder)
    control.show_value(99 if kind is not PartKind.SCALE else "words")
    assert control.value() is None


def test_words_that_wait_for_a_first_answer_are_shown_though_the_box_has_the_focus(show: Show) -> None:
    holder = Group("Q")
    control = control_for(Part("p", PartKind.LONG), "Q", boxed=True, placeholder="", parent=holder)
    show(holder)
    assert isinstance(control, WordsControl)
    field: AnswerField = control.field
    field.setFocus()
    control.show_value("from the file")
    assert control.value() == "from the file"
    QTest.keyClicks(field, "!")
    control.flush()
    control.show_value("older news")
    assert control.value() == "from the file!"
    field.clearFocus()
    control.show_value("news")
    assert control.value() == "news"
