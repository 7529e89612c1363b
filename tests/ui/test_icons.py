import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from forecall.ui.icons import Icons
from forecall.ui.theme import load_theme
from tests.conftest import RESOURCES


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(RESOURCES / "icons", load_theme(RESOURCES / "themes", "light"))


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are fully drawn."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_every_icon_draws_something_in_the_colour_asked_for(icons: Icons) -> None:
    for name in icons.names():
        assert inks(icons.pixmap(name, "accent", 40).toImage()) == {"#1e6b66"}, name


def test_a_chosen_icon_has_another_colour(icons: Icons) -> None:
    icon = icons.icon("calls")
    off = icon.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.Off).toImage()
    on = icon.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert off != on
    assert icons.icon("calls") is icon


def test_another_theme_draws_anew(icons: Icons) -> None:
    before = icons.icon("today")
    icons.wear(load_theme(RESOURCES / "themes", "dark"), 2.0)
    after = icons.icon("today")
    assert after is not before
    assert after.availableSizes() == [QSize(40, 40)]
    assert QColor("#74cbc3").name() in inks(icons.pixmap("today", "accent", 40).toImage())


def test_an_unknown_icon_is_an_error(icons: Icons) -> None:
    with pytest.raises(KeyError):
        icons.icon("unicorn")
