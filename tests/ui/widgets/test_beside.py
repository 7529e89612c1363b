"""What was written before, beside what came."""

from forecall.ui.widgets.beside import QuietCard, SideBySide
from forecall.ui.widgets.text import Label
from tests.ui.widgets.conftest import Show, heard

LINES = [("They would feel", "let down"), ("", "A date that holds")]


def says(card: QuietCard) -> list[str]:
    return [label.text() for label in card.findChildren(Label) if label.isVisible()]


def test_the_card_says_title_labels_and_words(show: Show) -> None:
    card = QuietCard()
    show(card)
    card.show_lines("You expected", LINES)
    assert says(card) == ["You expected", "They would feel", "let down", "A date that holds"]
    assert heard(card)[1] == "You expected"
    card.show_lines("You expected", [("", "else")])
    assert says(card) == ["You expected", "else"]


def test_without_lines_there_is_no_card(show: Show) -> None:
    card = QuietCard()
    show(card)
    card.show_lines("You expected", LINES)
    card.show_lines("You expected", [])
    assert not card.isVisible()


def test_columns_where_there_is_room(show: Show) -> None:
    first, second = Label("first"), Label("second")
    pair = SideBySide(first, second)
    window = show(pair, width=700)
    assert first.y() == second.y()
    assert first.x() < second.x()
    window.resize(400, 500)
    layout = pair.layout()
    assert layout is not None
    layout.activate()
    assert first.geometry().bottom() < second.y()
