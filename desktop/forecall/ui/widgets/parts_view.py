"""The controls of one answer, built from the parts of its question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from forecall.guide.question import Part, PartKind, Value
from forecall.ui.theme import px
from forecall.ui.widgets.arranging import read_as_laid
from forecall.ui.widgets.beside_label import BesideLabel
from forecall.ui.widgets.disclosure import Disclosure
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.part_control import PartControl, WordsControl, control_for
from forecall.ui.widgets.text import Label
from forecall.words import _

_WORDS = (PartKind.LONG, PartKind.SHORT)
_AT_THE_END = (PartKind.DATE,)
ROW_LABEL = 104
"""Width of a label in a row, at 100 %."""


class PartsView(Group):
    """Shows and collects a ``Value``. ``settled`` carries the whole value; ``edited`` comes at once.

    What the value holds beyond these parts (another wording asked for it) is kept and handed back.
    ``compact`` is the form for a row of a list; ``moved_on`` is Enter in the last box for words.
    """

    settled = Signal(object)
    edited = Signal()
    refused = Signal(str)
    moved_on = Signal()

    def __init__(
        self,
        parts: tuple[Part, ...],
        side_by_side: bool = False,
        *,
        name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is the question; a part with a label is called by both."""
        super().__init__(name, parent)
        self._name = name
        self._compact = compact
        self._beyond: Value = {}
        self._carried: Value = {}
        self._controls: dict[str, PartControl] = {}
        self._folds: dict[str, Disclosure] = {}
        self._heads: dict[str, QHBoxLayout] = {}  # the line of a part's label
        self._rest: list[QWidget] = []  # what a row hides until it is begun
        self._columns: QBoxLayout | None = None
        self._begin_at: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2) if compact else px(14))
        if compact:
            self._lay_row(parts)
        else:
            self._lay_page(parts, side_by_side)
        if parts:
            self._begin_at = self._controls[self._first(parts)].widget

    def value(self) -> Value:
        """The whole value as it stands; parts that are empty are left out."""
        value: Value = dict(self._beyond)
        for name, control in self._controls.items():
            held = control.value()
            if held is not None:
                value[name] = held
        return value

    def set_value(self, value: Value, force: bool = False) -> None:
        """Show ``value`` without a signal. The box being written in keeps its words, unless ``force``."""
        self._beyond = {name: held for name, held in value.items() if name not in self._controls}
        for name, control in self._controls.items():
            control.show_value(value.get(name), force)
        for name, fold in self._folds.items():
            if value.get(name) is not None or fold.holds_something():
                fold.open()
        self._carried = dict(value) if self.unsettled() else self.value()

    def flush(self) -> None:
        """Settle at once what is being written."""
        for control in self._controls.values():
            control.flush()

    def discard(self) -> None:
        """Let go of what has not settled: it is to be removed."""
        for control in self._controls.values():
            control.discard()

    def unsettled(self) -> bool:
        """Whether words are being written that have not settled."""
        return any(control.unsettled() for control in self._controls.values())

    def control(self, part: str) -> QWidget:
        """The control of a part, by the part's name."""
        return self._controls[part].widget

    def put_beside_label(self, part: str, widget: QWidget) -> None:
        """Put something small at the end of the line of a part's label."""
        if part in self._heads:
            self._heads[part].addWidget(widget)
            around = widget.parentWidget()
            if around is not None and (layout := around.layout()) is not None:
                read_as_laid(layout)

    def set_name(self, name: str) -> None:
        """Be called something else, and each part with it."""
        super().set_name(name)
        self._name = name
        for control in self._controls.values():
            control.set_name(self._called(control.part))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the cursor where a person begins. Not a focus proxy: Tab would run in circles once rows have moved."""
        if self._begin_at is not None:
            self._begin_at.setFocus(reason)

    def set_begun(self, begun: bool) -> None:
        """Show everything of a row, or only its first box while it waits to be begun."""
        for widget in self._rest:
            widget.setVisible(begun)

    def set_placeholder(self, words: str) -> None:
        """Show other words in the first box while it is empty."""
        for control in self._controls.values():
            if isinstance(control, WordsControl):
                control.field.set_placeholder(words)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns where there is room for them, else one below the other."""
        super().resizeEvent(event)
        if self._columns is not None:
            wide = self.width() >= px(440)
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # building

    def _control(self, part: Part) -> PartControl:
        """Made where it is laid out: Tab follows the order of making."""
        placeholder = part.placeholder or part.ready
        control = control_for(part, self._called(part), boxed=not self._compact, placeholder=placeholder, parent=self)
        control.settled.connect(self._on_settled)
        control.edited.connect(self.edited)
        control.refused.connect(self.refused)
        control.moved_on.connect(self._on_moved_on)
        self._controls[part.name] = control
        return control

    def _called(self, part: Part) -> str:
        if not part.label:
            return self._name
        return _("{question} {part}").format(question=self._name, part=part.label) if self._name else part.label

    def _first(self, parts: tuple[Part, ...]) -> str:
        return (
            next((part.name for part in parts if part.kind in _WORDS), parts[0].name)
            if self._compact
            else parts[0].name
        )

    def _lay_page(self, parts: tuple[Part, ...], side_by_side: bool) -> None:
        beside = [part for part in parts if part.kind in _WORDS and not part.under][:2] if side_by_side else []
        if len(beside) == 2:
            columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            columns.setSpacing(px(16))
            for part in beside:
                columns.addWidget(self._labelled(part), 1, Qt.AlignmentFlag.AlignTop)
            self._columns = columns
        for part in parts:
            if self._columns is not None and part in beside:
                if part is beside[0]:
                    self._column.addLayout(self._columns)
            elif part.under in self._controls:
                fold = self._fold(part.under, parts)
                fold.add(self._labelled(part), self._controls[part.name])
            else:
                self._column.addWidget(self._labelled(part))

    def _fold(self, under: str, parts: tuple[Part, ...]) -> Disclosure:
        if under not in self._folds:
            label = next((part.label for part in parts if part.name == under), "")
            fold = Disclosure(_("More about it"), name=_("More about: {part}").format(part=label))
            self._folds[under] = fold
            self._column.addWidget(fold)
        return self._folds[under]

    def _labelled(self, part: Part) -> QWidget:
        control = self._control(part)
        if not part.label or part.kind is PartKind.YES:
            return control.widget
        if part.kind in (PartKind.CHOICE, PartKind.DATE) and len(part.choices) <= 4:
            return BesideLabel(part.label, control.widget, stretch=part.kind is not PartKind.DATE)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._heads[part.name] = head = QHBoxLayout()
        head.addWidget(Label(part.label, "label"), 1)
        column.addLayout(head)
        column.addWidget(control.widget, 1)
        return holder

    def _lay_row(self, parts: tuple[Part, ...]) -> None:
        words = [part for part in parts if part.kind in _WORDS]
        ends = [part for part in parts if part.kind in _AT_THE_END]
        others = [part for part in parts if part not in words and part not in ends]
        labelled = len(words) > 1
        for index, part in enumerate(words):
            last = ends if index == 0 else []
            self._column.addLayout(self._row_line(part, labelled, last, folds=index > 0))
        for part in others if words else parts:
            self._column.addLayout(self._row_line(part, bool(part.label), [], folds=bool(words)))

    def _row_line(self, part: Part, labelled: bool, ends: list[Part], folds: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(10))
        control = self._control(part).widget
        widget = control
        if labelled:
            text = "" if part.kind is PartKind.YES else part.label
            widget = beside = BesideLabel(
                text, control, role="label", width=ROW_LABEL, stretch=part.kind is not PartKind.YES, parent=self
            )
            if text:
                self._rest.append(beside.label)
        line.addWidget(widget, 1, Qt.AlignmentFlag.AlignVCenter if not labelled else Qt.AlignmentFlag.AlignTop)
        if folds:
            self._rest.append(widget)
        for end in ends:
            at_end = self._control(end).widget
            line.addWidget(at_end, 0, Qt.AlignmentFlag.AlignTop)
            self._rest.append(at_end)
        return line

    # news

    def _on_settled(self) -> None:
        value = self.value()
        if value != self._carried:
            self._carried = value
            self.settled.emit(dict(value))

    def _on_moved_on(self) -> None:
        controls = list(self._controls.values())
        at = next((index for index, control in enumerate(controls) if control is self.sender()), len(controls))
        after = controls[at + 1 :]
        fields = [c.field for c in after if isinstance(c, WordsControl) and c.field.isVisibleTo(self)]
        if fields:
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.receivers("2moved_on()"):
            self.moved_on.emit()
        else:
            self.focusNextChild()
