from PySide6.QtGui import QColor

from forecall.ui.widgets.card import Card
from forecall.ui.widgets.text import Label
from tests.ui.widgets.conftest import Show, heard


def test_it_is_a_surface_with_round_corners(show: Show) -> None:
    card = Card("Northwind")
    card.column.addWidget(Label("Northwind", "question"))
    show(card)
    picture = card.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 8) == QColor("#FFFFFF")
    assert picture.pixelColor(0, 0) != QColor("#FFFFFF")
    assert heard(card)[1] == "Northwind"
