"""Words to say on a card."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forecall.ui.widgets.say_card import SayCard
from tests.ui.widgets.conftest import Show, drawn, heard


def test_it_is_heard_whole_and_pressed_by_keys(show: Show) -> None:
    card, pressed = SayCard("rung", "B"), []
    card.clicked.connect(lambda: pressed.append(True))
    show(card)
    card.say("If it gets heated", "“I can't do that today.”")
    assert heard(card)[1] == "If it gets heated: “I can't do that today.”"
    assert (card.label, card.words, card.accessibleDescription()) == (
        "If it gets heated",
        "“I can't do that today.”",
        "B",
    )
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert len(pressed) == 3


def test_it_is_as_tall_as_its_words(show: Show) -> None:
    card = SayCard("rung", "B")
    window = show(card, width=340)
    card.say("A label", "")
    low = card.heightForWidth(300)
    card.say("A label", "Words to say that are long enough to wrap a few times in so small a window " * 3, now=True)
    layout = window.layout()
    assert layout is not None
    layout.activate()
    assert card.height() == card.heightForWidth(card.width())
    assert card.height() > 3 * low


def test_without_a_label_the_key_stands_beside_the_words(show: Show) -> None:
    card = SayCard("one", "1")
    show(card, width=340)
    card.say("", "“We want a refund.”", key="1")
    labelled = SayCard("two", "1")
    labelled.say("A label", "“We want a refund.”")
    assert card.heightForWidth(300) < labelled.heightForWidth(300)


def test_what_is_to_be_said_now_is_lifted_out(show: Show) -> None:
    card = SayCard("rung", "B")
    show(card)
    card.say("A label", "words")
    plain = drawn(card)
    card.say("A label", "words", now=True)
    assert drawn(card) != plain
