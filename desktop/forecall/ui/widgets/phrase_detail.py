"""One entry of the guide, to read and to use; one of the person's own phrases, to write."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forecall.coach.browsing import Entry, Kind
from forecall.guide.question import Choice, Part, PartKind, Value
from forecall.ui.widgets.arranging import Bar, Section, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.coach_column import from_sources
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _


class PhraseDetail(QWidget):
    """Shows one entry. ``written`` carries what stands in the form; the other signals say what is to be done."""

    insert_asked = Signal()
    copy_asked = Signal()
    hide_asked = Signal()
    show_asked = Signal()
    delete_asked = Signal()
    written = Signal(object)

    def __init__(
        self, moments: Sequence[Choice], types: Sequence[Choice], questions: Sequence[tuple[str, str]]
    ) -> None:
        """``questions`` are keys and wordings of what a phrase can stand beside."""
        super().__init__()
        self._entry: Entry | None = None
        self._target = ""
        self._make_reading()
        self._make_form(moments, types, questions)
        self._make_acts()
        read = (self._heading, self._words, self._text, self._about, self._from)
        stacked(*read, self._form_holder, self._acts, self._into, self._more, steps=1.5, parent=self)

    @property
    def form(self) -> PartsView:
        """The boxes of a phrase of the person's own."""
        return self._form

    def show_entry(self, entry: Entry, target: str, *, force: bool) -> None:
        """Show an entry; ``target`` is the box that words would go into. ``force`` replaces what is being written."""
        self._entry, self._target = entry, target
        own, phrase = entry.own, entry.kind is Kind.PHRASE
        self._heading.setText(entry.heading)
        self._words.setText(_("“{words}”").format(words=entry.words) if phrase else entry.title or entry.words)
        self._words.setVisible(not own)
        self._text.setText(entry.words)
        self._text.setVisible(bool(entry.title))
        self._about.setText(_about(entry))
        self._about.setVisible(bool(_about(entry)) and not own)
        self._from.setText(from_sources(entry.sources))
        self._from.setVisible(bool(entry.sources))
        self._form_holder.setVisible(own)
        if own:
            self._form.set_value(_value_of(entry), force)
            self._question.set_key(_question_of(entry))
        self._delete.setVisible(own)
        self._hide.set_words(_("Bring back") if entry.hidden else _("Hide"))
        self._show_acts(phrase)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        buttons = (self._insert, self._copy)
        first = next((button for button in buttons if button.isVisibleTo(self)), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_question(self, key: str) -> None:
        """Stand beside another question."""
        self._question.set_key(key)

    def value(self) -> Value:
        """What stands in the form, with what was emptied named as well."""
        held: Value = {"text": "", "moment": [], "types": []}
        return held | self._form.value() | {"fits": [key] if (key := self._question.key()) else []}

    def set_saving(self) -> None:
        """Words are on their way to the file."""
        self.saved.set_saving()

    def _show_acts(self, phrase: bool) -> None:
        self._acts.setVisible(phrase)
        self._more.setVisible(phrase)
        self._insert.setVisible(bool(self._target))
        self._into.setVisible(phrase)
        self._into.setText(
            _("It goes into: {box}").format(box=self._target)
            if self._target
            else _("To insert a phrase, put the cursor into a box and come here from there.")
        )

    def _make_reading(self) -> None:
        self._heading = Label("", "label")
        self._words = Label("", "question")
        self._text = Label("", "body")
        self._about = Label("", "muted")
        self._from = Label("", "muted")

    def _make_form(
        self, moments: Sequence[Choice], types: Sequence[Choice], questions: Sequence[tuple[str, str]]
    ) -> None:
        self._form = PartsView(
            (
                Part("text", PartKind.LONG, label=_("What you say")),
                Part("moment", PartKind.CHOICE, label=_("For this moment"), choices=tuple(moments)),
                Part("types", PartKind.CHOICES, label=_("Only on these calls"), choices=tuple(types)),
            ),
            name=_("Your phrase"),
        )
        self._form.setObjectName("phrase_form")
        self._form.settled.connect(self._on_written)
        self._question = ChoicePill((("", _("no question")), *questions), _("Stands beside"))
        self._question.picked.connect(self._on_written)
        self.saved = SavedLabel()
        self._form_holder = QWidget()
        beside = Section(_("Stands beside"), Bar(self._question))
        stacked(self._form, beside, self.saved, steps=1.5, parent=self._form_holder)

    def _make_acts(self) -> None:
        self._insert = PrimaryButton(_("Insert"))
        self._insert.clicked.connect(self.insert_asked)
        self._copy = QuietButton(_("Copy"))
        self._copy.clicked.connect(self.copy_asked)
        self._acts = Bar(self._insert, self._copy)
        self._into = Label("", "muted")
        self._hide = LinkButton(_("Hide"))
        self._hide.clicked.connect(self._on_hide)
        self._delete = LinkButton(_("Delete"))
        self._delete.clicked.connect(self.delete_asked)
        self._more = Bar(self._hide, self._delete, steps=2)

    def _on_written(self, _value: object = None) -> None:
        self.written.emit(self.value())

    def _on_hide(self) -> None:
        hidden = self._entry is not None and self._entry.hidden
        (self.show_asked if hidden else self.hide_asked).emit()


def _about(entry: Entry) -> str:
    """For which calls it is, and the questions it stands beside."""
    lines = []
    if entry.types:
        lines.append(_("For: {types}").format(types=", ".join(entry.types)))
    if entry.beside:
        lines.append(_("Stands beside: {questions}").format(questions=" · ".join(entry.beside)))
    return "\n".join(lines)


def _value_of(entry: Entry) -> Value:
    phrase = entry.phrase
    if phrase is None:
        return {}
    value: Value = {"text": phrase.text, "moment": [phrase.moment] if phrase.moment else []}
    return value | {"types": sorted(phrase.types)}


def _question_of(entry: Entry) -> str:
    return next(iter(entry.phrase.fits), "") if entry.phrase else ""
