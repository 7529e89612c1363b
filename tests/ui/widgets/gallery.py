"""Pictures of every widget, in each theme and at 200 % text: ``python tests/ui/widgets/gallery.py FOLDER``."""

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from forecall.guide.question import Choice, Part, PartKind
from forecall.ui.icons import Icons
from forecall.ui.theme import THEMES, apply, colour, load_more_fonts, load_theme, px
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.card import Card
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.date_field import DateField, DayMenu
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.key_hint import KeyHint
from forecall.ui.widgets.nav_button import NavButton
from forecall.ui.widgets.notice import Notice
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scale_field import ScaleField
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.stepper import Stepper
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.ui.widgets.tick import Tick

RESOURCES = Path(__file__).parents[3] / "resources"
ENDINGS = (("a", "agreed"), ("p", "partly"), ("o", "open"), ("t", "they ended it"), ("y", "you ended it"))
RATED = tuple(Choice(word, word) for word in ("hard", "mixed", "well"))
TEXT = Part("text", PartKind.SHORT)
SAYS = (
    Part(
        "likelihood",
        PartKind.CHOICE,
        "How likely",
        choices=tuple(Choice(w, w) for w in ("likely", "possible")),
    ),
    Part("text", PartKind.SHORT, "They say"),
    Part("then", PartKind.SHORT, "You say"),
)


def side_bar(icons: Icons) -> QWidget:
    bar = QWidget()
    bar.setFixedWidth(px(196))
    bar.setAutoFillBackground(True)
    palette = bar.palette()
    palette.setColor(palette.ColorRole.Window, colour("side"))
    bar.setPalette(palette)
    column = QVBoxLayout(bar)
    column.setContentsMargins(px(16), px(24), px(16), px(24))
    column.setSpacing(px(4))
    name = Label("Forecall", "strong")
    name.setContentsMargins(px(12), 0, 0, px(12))
    column.addWidget(name)
    for word in ("Today", "Calls", "Clients", "Lessons", "Guide"):
        button = NavButton(word, icons.icon(word.lower()))
        button.setChecked(word == "Calls")
        column.addWidget(button)
    column.addStretch(1)
    column.addWidget(PrimaryButton("Prepare a call"))
    column.addWidget(NavButton("Settings", icons.icon("settings")))
    return bar


def window(icons: Icons, page: QWidget, foot: list[QWidget]) -> QWidget:
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(side_bar(icons))
    column = QVBoxLayout()
    column.addWidget(page, 1)
    line = QHBoxLayout()
    line.setContentsMargins(px(40), px(8), px(40), px(32))
    line.setSpacing(px(16))
    line.addWidget(foot[0])
    line.addStretch(1)
    for button in foot[1:]:
        line.addWidget(button)
    column.addLayout(line)
    row.addLayout(column, 1)
    return shown


def saved() -> SavedLabel:
    label = SavedLabel()
    label.set_saved()
    return label


def question(column: QVBoxLayout, words: str, hint: str = "") -> None:
    column.addSpacing(px(16))
    column.addWidget(Label(words, "question"))
    if hint:
        column.addWidget(Label(hint, "label"))


def prepare(icons: Icons) -> QWidget:
    page = ScrollPage("Prepare")
    column = page.column
    column.addWidget(Label("Northwind · complaint", "label"))
    column.addWidget(Label("Late delivery", "title"))
    stepper = Stepper([(w, w) for w in ("Issue", "Client", "Approach", "Limits", "Settle")])
    stepper.set_current("Approach")
    column.addWidget(stepper)
    question(column, "What will you say first?", "About thirty seconds. Say how long you have.")
    field = AnswerField("What will you say first?")
    field.set_text(
        "Thank you for making time. The report came two days late, and that was our mistake. You never sent us "
        "the final figures, so I would like to go through what happened and then show you two ways to put it right."
    )
    column.addWidget(field)
    column.addWidget(
        Notice("“You never sent us” may sound like blame.", "Try: the figures reached us on Friday.", "Use",
               caution=True, key="Alt+Enter")
    )  # fmt: skip
    question(column, "What must be said?")
    points = OrderedList(lambda name: PartsView((TEXT,), compact=True, name=name), "Add a point…", 0, "Points")
    points.set_entries([("a", {"text": "We own the delay"}), ("b", {"text": "New date: the twelfth, today"})])
    column.addWidget(points)
    question(column, "What may they say, and what will you answer?")
    says = OrderedList(lambda name: PartsView(SAYS, compact=True, name=name), "Add what they may say…", 0, "Says")
    says.set_entries([("a", {"text": "You always do this", "then": "Twice since March, and I see why that is too "
                             "much. Here is what changes.", "likelihood": "likely"})])  # fmt: skip
    column.addWidget(says)
    question(column, "What do you know, and what do you assume?")
    two = PartsView(
        (Part("know", PartKind.LONG, "You know"), Part("assume", PartKind.LONG, "You assume", "perhaps…")),
        True, name="Facts",
    )  # fmt: skip
    two.set_value({"know": "Two days late. The contract says Monday."})
    column.addWidget(two)
    column.addStretch(1)
    shown = window(icons, page, [saved(), QuietButton("Call sheet"), PrimaryButton("Next: limits")])
    shown.setProperty("begin", field)
    return shown


def look_back(icons: Icons) -> QWidget:
    page = ScrollPage("Look back", wide=620)
    column = page.column
    column.addWidget(Label("Northwind · Late delivery · ended at 10:26", "label"))
    column.addWidget(Label("Ninety seconds, while it is fresh", "title"))
    column.addWidget(Label("Facts only. The rest can wait until tomorrow.", "muted"))
    question(column, "What did you promise, by when?")
    parts = (Part("text", PartKind.SHORT, "You promised"), Part("due", PartKind.DATE, "By"))
    promises = OrderedList(lambda name: PartsView(parts, compact=True, name=name), "Add a promise…", 0, "Promises")
    promises.set_entries([("a", {"text": "New plan in writing", "due": "2026-11-27"}), ("b", {"text": "Call back"})])
    column.addWidget(promises)
    question(column, "How did it end?")
    ended = ChipPicker(ENDINGS, False, "How did it end?")
    ended.set_picked(["p"])
    column.addWidget(ended)
    question(column, "How steady do you feel now?")
    scale = ScaleField("How steady do you feel now?", "shaken", "steady")
    scale.set_value(6)
    column.addWidget(scale)
    question(column, "How did it go?")
    skills = PartsView(
        (Part("c", PartKind.CHOICE, "Composure", choices=RATED), Part("d", PartKind.CHOICE, "A slow, even voice",
         choices=RATED, under="c"), Part("e", PartKind.CHOICE, "Preparation", choices=RATED),
         Part("y", PartKind.YES, "You may offer it today")), name="Skills",
    )  # fmt: skip
    skills.set_value({"c": "well", "d": "mixed", "y": True})
    column.addWidget(skills)
    question(column, "What would you forget by tomorrow?")
    column.addWidget(AnswerField("Keep", placeholder="Their words, a number, a surprise."))
    column.addStretch(1)
    shown = window(icons, page, [saved(), QuietButton("Five more minutes"), PrimaryButton("Enough for today")])
    shown.setProperty("begin", ended)
    return shown


def today(icons: Icons) -> QWidget:
    page = ScrollPage("Today", wide=760)
    column = page.column
    column.addWidget(Label("Thursday 26 November", "label"))
    column.addWidget(Label("Next call in 14 minutes", "title"))
    column.addSpacing(px(8))
    card = Card("Northwind")
    row = QHBoxLayout()
    words = QVBoxLayout()
    words.addWidget(Label("Northwind", "question"))
    words.addWidget(Label("Late delivery · complaint · 10:00, 30 min", "muted"))
    words.addWidget(Label("Aim and opening are there.", "body"))
    row.addLayout(words, 1)
    row.addWidget(QuietButton("Call sheet"))
    row.addSpacing(px(12))
    row.addWidget(PrimaryButton("Go on preparing"))
    card.column.addLayout(row)
    column.addWidget(card)
    column.addSpacing(px(24))
    column.addWidget(Label("Promised", "label"))
    column.addWidget(Tick("Send the new plan to Northwind"))
    done = Tick("Ask Harbour Clinic whether they are content")
    done.setChecked(True)
    column.addWidget(done)
    column.addSpacing(px(16))
    column.addWidget(Label("Worth remembering", "label"))
    quote = Card()
    quote.column.addWidget(Label("If they interrupt twice, I will stop and repeat what I heard.", "quote"))
    quote.column.addWidget(Label("Communication · from a complaint in March · helped twice", "label"))
    column.addWidget(quote)
    column.addWidget(EmptyState("Lessons appear here once you look back on a call.", "Note a call", key="Ctrl+J"))
    column.addWidget(KeyHint("Ctrl+K"), 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(Notice("Your words are in the file.", "", "Undo"))
    column.addWidget(Notice("The disk is full.", "Your words stay on screen and are saved once there is room.",
                            "Try again", caution=True))  # fmt: skip
    column.addStretch(1)
    link = LinkButton("Note a call that just happened", key="Ctrl+J")
    return window(icons, page, [link, LinkButton("Lessons summary")])


def plain(icons: Icons) -> QWidget:
    """What Qt draws itself, in our clothes."""
    page = ScrollPage("Plain", wide=700)
    column = page.column
    box = QComboBox()
    box.addItems(["Complaint", "Misunderstanding", "Bad news"])
    line = QLineEdit("Northwind")
    line.setPlaceholderText("Client")
    rows = QListWidget()
    rows.addItems(["Late delivery", "Scope", "Bad news"])
    rows.setCurrentRow(1)
    menu = QMenu(page)
    for words in ("Rename", "Move to another time", "Archive"):
        menu.addAction(words)
    menu.addSeparator()
    mark = menu.addAction("Show the countdown")
    mark.setCheckable(True)
    mark.setChecked(True)
    menu.setActiveAction(menu.actions()[1])
    day = DateField("By", today=lambda: date(2026, 11, 23))
    menu_of_days = DayMenu("By", None, date(2026, 11, 23), page)
    menu_of_days._on_pick()
    for widget in (box, line, rows, menu, day, menu_of_days):
        widget.setWindowFlags(Qt.WindowType.Widget)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        widget.show()
    sheet = QWidget()
    flow = QHBoxLayout(sheet)
    for name in icons.names():
        picture = Label()
        picture.setFixedSize(px(20), px(20))
        button = QuietButton("", icon=icons.icon(name, "text"), name=name)
        button.setFixedSize(px(24), px(24))
        flow.addWidget(button)
    flow.setSpacing(0)
    column.addWidget(sheet)
    return window(icons, page, [saved()])


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    for name in THEMES:
        for scale in (1.0, 2.0):
            theme = load_theme(RESOURCES / "themes", name)
            apply(app, theme, scale)
            load_more_fonts(theme)
            icons = Icons(RESOURCES / "icons", theme, scale)
            for build in (prepare, look_back, today, plain):
                shown = build(icons)
                shown.resize(round(900 * min(scale, 1.4)), round(1080 * min(scale, 1.3)))
                shown.show()
                shown.activateWindow()
                focus = shown.property("begin")
                if isinstance(focus, QWidget):
                    focus.setFocus(Qt.FocusReason.TabFocusReason)
                for _turn in range(5):
                    app.processEvents()
                shown.grab().save(str(folder / f"{build.__name__}_{name}_{round(scale * 100)}.png"))
                shown.close()
                shown.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
