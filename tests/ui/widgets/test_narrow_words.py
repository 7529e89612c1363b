"""Words of buttons and chips on several lines."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.flow_layout import FlowLayout
from forecall.ui.widgets.narrow_words import longest_word, narrowest, wrapped_height
from forecall.ui.widgets.text import QuietButton

LONG = "Note a call that just happened"


def test_the_narrowest_holds_the_longest_word(qapp: QApplication) -> None:
    font = QFont("Inter")
    assert narrowest(LONG, font, QSize(10, 4)).width() == longest_word(LONG, font) + 10
    assert longest_word("", font) == 0


def test_less_width_means_more_height(qapp: QApplication) -> None:
    font = QFont("Inter")
    assert wrapped_height(LONG, font, 1000) < wrapped_height(LONG, font, 60)


def test_a_row_gives_a_wide_button_and_a_wide_chip_more_lines(qapp: QApplication) -> None:
    for widget in (QuietButton(LONG), Chip(LONG, LONG, exclusive=False)):
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(widget)
        wide = widget.sizeHint()
        assert flow.minimumSize().width() < wide.width()
        flow.setGeometry(QRect(0, 0, wide.width() // 2, 400))
        assert widget.width() == wide.width() // 2
        assert widget.height() > wide.height()
        holder.deleteLater()
