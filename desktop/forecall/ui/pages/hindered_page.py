"""Something stands between the person and their journal: what it is, what is safe, and what they may choose."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forecall.journal.changes import Changes
from forecall.ui.page import Choice, Desk, Page
from forecall.ui.widgets.arranging import EndRow, clear, show_now, stacked
from forecall.ui.widgets.page_layout import filled
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, QuietButton
from forecall.words import _


class HinderedPage(Page):
    """Nothing is chosen for the person: all choices look alike, and none is the default."""

    name = "hindered"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Your journal"))
        self._title = Label("", "title")
        self._words = Label("")
        self._choices = filled()
        self._buttons: list[QuietButton] = []
        scroll = ScrollPage(_("Your journal"), between="section")
        scroll.column.addLayout(stacked(self._title, self._words, steps="close"))
        scroll.column.addLayout(self._choices)
        scroll.column.addStretch(1)
        stacked(scroll, parent=self)
        if desk.hindrance is not None:  # the page is made anew when the theme or the size of the text changes
            self.show_choices(*desk.hindrance)

    def read(self) -> None:
        """There is nothing to read: what is shown was handed over."""

    def concerns(self, changes: Changes) -> bool:
        """Nothing of the journal is shown here."""
        return False

    def show_choices(self, title: str, words: str, choices: Sequence[Choice]) -> None:
        """Say what stands in the way, and what can be done about it."""
        self._title.setText(title)
        self._words.setText(words)
        self._buttons = []
        clear(self._choices)
        rows = [self._row(each) for each in choices]
        for row in rows:
            self._choices.addWidget(row)
        show_now(*rows)
        self.setAccessibleName(title)
        self.focus_first()

    def focus_first(self) -> None:
        """The page itself: Enter chooses nothing by accident."""
        self.setFocus()

    def _row(self, choice: Choice) -> QWidget:
        words = QWidget()
        stacked(Label(choice.title, "strong"), Label(choice.about, "muted"), steps="hair", parent=words)
        button = QuietButton(choice.button, name=f"{choice.button}: {choice.title}")
        button.clicked.connect(lambda: choice.chosen())
        self._buttons.append(button)
        return EndRow(words, [button], line=True, centred=True, steps="part")
