from PySide6.QtGui import QAccessible

from forecall.ui.widgets.key_hint import KeyHint
from tests.ui.widgets.conftest import Show, drawn, heard


def test_it_shows_and_says_the_key(show: Show) -> None:
    one, other = KeyHint("Ctrl+J"), KeyHint("Ctrl+K")
    show(one, other)
    assert heard(one) == (QAccessible.Role.StaticText, "Ctrl+J")
    assert drawn(one) != drawn(other)
