from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout

from forecall.ui.widgets.group import Group
from forecall.ui.widgets.text import Label
from tests.ui.widgets.conftest import Show, heard


def test_it_says_what_belongs_together_and_draws_no_frame(show: Show) -> None:
    group, label = Group("How did it end?"), Label("agreed")
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    show(group)
    assert heard(group) == (QAccessible.Role.Grouping, "How did it end?")
    assert label.geometry() == group.rect()
    group.set_name("And now?")
    assert heard(group)[1] == "And now?"
