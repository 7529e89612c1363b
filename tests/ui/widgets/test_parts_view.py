import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.guide.question import Choice, Part, PartKind, Value
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.tick import Tick
from tests.ui.widgets.conftest import Show, heard

RATED = tuple(Choice(word, word) for word in ("hard", "well"))
EVERY = (
    Part("text", PartKind.LONG),
    Part("short", PartKind.SHORT, "In short", ready="A line that is ready."),
    Part("one", PartKind.CHOICE, "One", choices=RATED),
    Part("some", PartKind.CHOICES, "Some", choices=RATED),
    Part("steady", PartKind.SCALE, "Steady", low="shaken", high="steady"),
    Part("due", PartKind.DATE, "By"),
    Part("today", PartKind.YES, "You may offer it today"),
)
FULL: Value = {
    "text": "a\nb", "short": "c", "one": ["well"], "some": ["well", "hard"], "steady": 0, "due": "2026-11-27",
    "today": True,
}  # fmt: skip


def box(view: PartsView, part: str) -> AnswerField:
    control = view.control(part)
    assert isinstance(control, AnswerField)
    return control


def said_by(view: PartsView) -> list[Value]:
    said: list[Value] = []
    view.settled.connect(said.append)
    return said


@pytest.mark.parametrize("compact", [False, True])
def test_a_whole_value_comes_back(show: Show, compact: bool) -> None:
    view = PartsView(EVERY, name="Q", compact=compact)
    show(view)
    said = said_by(view)
    assert view.value() == {}
    view.set_value(FULL)
    assert view.value() == FULL
    view.set_value({})
    assert view.value() == {}
    assert said == []


def test_each_control_settles_the_whole_value(show: Show) -> None:
    view = PartsView(EVERY, name="Q")
    show(view)
    said = said_by(view)
    box(view, "text").setFocus()
    QTest.keyClicks(box(view, "text"), "words")
    view.control("one").findChildren(Chip)[1].click()
    assert said == [{"text": "words", "one": ["well"]}]  # words under way go along
    view.flush()
    assert len(said) == 1  # and are not said twice
    tick = view.control("today")
    assert isinstance(tick, Tick)
    tick.click()
    assert said[-1] == {"text": "words", "one": ["well"], "today": True}
    tick.click()
    assert said[-1] == {"text": "words", "one": ["well"]}


def test_the_box_being_written_in_is_left_alone(show: Show) -> None:
    view = PartsView(EVERY, name="Q")
    show(view)
    box(view, "text").setFocus()
    QTest.keyClicks(box(view, "text"), "mine")
    view.set_value({"text": "theirs", "short": "new"})
    assert view.value() == {"text": "mine", "short": "new"}
    view.set_value({"text": "theirs"}, force=True)
    assert view.value() == {"text": "theirs"}


def test_what_another_wording_asked_for_is_kept(show: Show) -> None:
    view = PartsView((Part("text", PartKind.SHORT),), name="Q")
    show(view)
    view.set_value({"text": "a", "elsewhere": "kept"})
    said = said_by(view)
    box(view, "text").set_text("")
    QTest.keyClicks(box(view, "text"), "b")
    view.flush()
    assert said == [{"elsewhere": "kept", "text": "b"}]


def test_emptying_it_settles_an_empty_value(show: Show) -> None:
    view = PartsView((Part("text", PartKind.SHORT),), name="Q")
    show(view)
    view.set_value({"text": "a"})
    said = said_by(view)
    QTest.keyClick(box(view, "text"), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box(view, "text"), Qt.Key.Key_Delete)
    view.flush()
    assert said == [{}]


def test_enter_goes_from_box_to_box(show: Show) -> None:
    view = PartsView(
        (Part("a", PartKind.SHORT, "If"), Part("c", PartKind.CHOICE, choices=RATED), Part("b", PartKind.SHORT)),
        name="Q",
    )
    show(view)
    moved: list[bool] = []
    view.moved_on.connect(lambda: moved.append(True))
    box(view, "a").setFocus()
    QTest.keyClick(box(view, "a"), Qt.Key.Key_Return)
    assert box(view, "b").hasFocus()
    QTest.keyClick(box(view, "b"), Qt.Key.Key_Return)
    assert moved == [True]


def test_a_part_beneath_another_is_folded_until_asked_for(show: Show) -> None:
    parts = (
        Part("skill", PartKind.CHOICE, "Composure", choices=RATED),
        Part("voice", PartKind.CHOICE, "A slow voice", choices=RATED, under="skill"),
    )
    view = PartsView(parts, name="Q")
    show(view)
    assert not view.control("voice").isVisible()
    view.findChildren(DisclosureButton)[0].click()
    assert view.control("voice").isVisible()


def test_a_fold_that_holds_something_is_open(show: Show) -> None:
    parts = (
        Part("skill", PartKind.CHOICE, "Composure", choices=RATED),
        Part("voice", PartKind.CHOICE, "A slow voice", choices=RATED, under="skill"),
    )
    view = PartsView(parts, name="Q")
    show(view)
    view.set_value({"voice": "well"})
    assert view.control("voice").isVisible()


def test_columns_stand_side_by_side_where_there_is_room(show: Show) -> None:
    view = PartsView((Part("a", PartKind.LONG, "Know"), Part("b", PartKind.LONG, "Assume")), True, name="Q")
    window = show(view, width=700)
    assert box(view, "a").mapTo(view, box(view, "a").pos()).x() < box(view, "b").mapTo(view, box(view, "b").pos()).x()
    window.resize(320, 700)
    QApplication.processEvents()
    layout = window.layout()
    assert layout is not None
    layout.activate()
    tops = [box(view, name).mapToGlobal(box(view, name).rect().topLeft()).y() for name in ("a", "b")]
    assert tops[0] < tops[1]


def test_names_carry_question_and_label(show: Show) -> None:
    view = PartsView(EVERY, name="Aim?")
    show(view)
    assert heard(view) == (QAccessible.Role.Grouping, "Aim?")
    assert heard(view.control("text")) == (QAccessible.Role.EditableText, "Aim?")
    assert heard(view.control("short")) == (QAccessible.Role.EditableText, "Aim? In short")
    assert heard(view.control("steady")) == (QAccessible.Role.Grouping, "Aim? Steady")
    assert heard(view.control("due")) == (QAccessible.Role.ButtonMenu, "Aim? By")
    assert heard(view.control("today")) == (QAccessible.Role.CheckBox, "Aim? You may offer it today")
    assert view.control("short").accessibleDescription() == "A line that is ready."


def test_a_row_that_waits_shows_its_first_box_only(show: Show) -> None:
    view = PartsView((Part("say", PartKind.SHORT, "Say"), Part("due", PartKind.DATE)), compact=True, name="Q")
    show(view)
    view.set_begun(False)
    assert box(view, "say").isVisible()
    assert not view.control("due").isVisible()
    view.set_begun(True)
    assert view.control("due").isVisible()


@pytest.mark.parametrize("compact", [False, True])
def test_tab_follows_what_the_eye_sees(show: Show, compact: bool) -> None:
    parts = (
        Part("likely", PartKind.CHOICE, "Likely", choices=RATED),
        Part("say", PartKind.SHORT, "They say"),
        Part("due", PartKind.DATE, "By"),
        Part("skill", PartKind.CHOICE, "Skill", choices=RATED),
        Part("voice", PartKind.SHORT, "Voice", under="skill"),
    )
    view = PartsView(parts, name="Q", compact=compact)
    window = show(view)
    view.set_value({"voice": "slow"})
    seen = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            seen.append(widget.mapTo(window, widget.rect().topLeft()))
        widget = widget.nextInFocusChain()
    assert len(seen) == 5 + (not compact)
    assert seen == sorted(seen, key=lambda at: (at.y() // 20, at.x()))
