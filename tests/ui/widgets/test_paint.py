import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from forecall.ui.theme import type_font
from forecall.ui.widgets.paint import _STROKES, ByWidth, TextBlock, _kept, laid_out, panel, ringed, sign


@pytest.fixture
def image() -> QImage:
    made = QImage(32, 32, QImage.Format.Format_ARGB32)
    made.fill(Qt.GlobalColor.transparent)
    return made


def ink(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))


@pytest.mark.parametrize("name", [*_STROKES, "grip"])
def test_each_sign_draws_within_its_place(dressed: QApplication, image: QImage, name: str) -> None:
    painter = QPainter(image)
    sign(painter, name, QRectF(8, 8, 16, 16), QColor("black"))
    painter.end()
    assert ink(image) > 10
    assert ink(image.copy(0, 0, 32, 7).scaled(32, 32)) == 0


def test_the_ring_lies_inside_and_leaves_a_gap(dressed: QApplication, image: QImage) -> None:
    painter = QPainter(image)
    room, _radius = ringed(painter, QRectF(0, 0, 32, 32), 8)
    panel(painter, room, 4, QColor("black"))
    painter.end()
    assert image.pixelColor(16, 1).alpha() > 0
    assert image.pixelColor(16, 3).alpha() == 0
    assert image.pixelColor(16, 6).alpha() > 0


def test_a_block_has_lines_of_one_height(dressed: QApplication) -> None:
    font = type_font("body")
    one = TextBlock("One line", font, 1.45, 500)
    three = TextBlock("One\ntwo\nthree", font, 1.45, 500)
    assert (one.lines, three.lines) == (1, 3)
    assert three.height == 3 * one.height == 3 * 22
    assert TextBlock("", font, 1.45, 500).height == 22


def test_a_word_longer_than_the_line_is_broken(dressed: QApplication) -> None:
    block = TextBlock("m" * 200, type_font("body"), 1.45, 100)
    assert block.lines > 5
    assert block.width <= 100


def test_words_from_right_to_left_stand_at_the_right(dressed: QApplication) -> None:
    image = QImage(300, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    TextBlock("abc", type_font("body"), 1.45, 300, rtl=True).draw(painter, QPointF(0, 0), QColor("black"))
    painter.end()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(150) for y in range(30))
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(250, 300) for y in range(30))


def test_words_that_were_laid_out_are_not_laid_out_again(qapp: QApplication) -> None:
    font = QFont("Inter")
    font.setPixelSize(15)
    first = laid_out("We own the delay", font, 1.4, 80)
    assert laid_out("We own the delay", QFont(font), 1.4, 80) is first
    font.setStrikeOut(True)
    other = (laid_out("We own the delay", font, 1.4, 80), laid_out("We own the delay", font, 1.4, 60))
    assert first not in other
    assert other[0] is not other[1]
    long = "x " * 1000
    assert laid_out(long, font, 1.4, 80) is not laid_out(long, font, 1.4, 80)


def test_what_is_kept_does_not_grow_without_end(qapp: QApplication) -> None:
    font = QFont("Inter")
    for number in range(3000):
        laid_out(str(number), font, 1.4, 80)
    assert len(_kept) <= 1000


def test_the_last_few_widths_are_kept() -> None:
    laid: list[int] = []
    kept: ByWidth[str] = ByWidth()

    def at(width: int) -> str:
        def lay() -> str:
            laid.append(width)
            return str(width)

        return kept.at(width, lay)

    assert [at(width) for width in (80, 60, 80, 60)] == ["80", "60", "80", "60"]
    assert laid == [80, 60]
    for width in range(1000):
        at(width)
    assert len(kept._kept) <= 4
    kept.clear()
    at(999)
    assert laid[-2:] == [999, 999]
