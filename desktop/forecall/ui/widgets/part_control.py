"""One part of an answer and the control it needs, all spoken to in the same way."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from forecall.guide.question import Part, PartKind, PartValue
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.date_field import DateField
from forecall.ui.widgets.scale_field import ScaleField
from forecall.ui.widgets.tick import Tick


class PartControl(QObject):
    """A control that holds one part. ``edited`` comes at once, ``settled`` when the value is to be kept."""

    settled = Signal()
    edited = Signal()
    refused = Signal(str)
    moved_on = Signal()  # by Enter

    def __init__(self, part: Part, widget: QWidget, parent: QObject) -> None:
        """The control ``widget`` of ``part``."""
        super().__init__(parent)
        self.part = part
        self.widget = widget

    def value(self) -> PartValue | None:
        """What it holds; none when empty."""
        raise NotImplementedError

    def show_value(self, value: PartValue | None, force: bool = False) -> None:
        """Show ``value`` without a signal. Words being written are only replaced by ``force``."""
        raise NotImplementedError

    def flush(self) -> None:
        """Settle at once what is being written."""

    def discard(self) -> None:
        """Let go of what has not settled."""

    def unsettled(self) -> bool:
        """Whether words are being written that have not settled."""
        return False

    def set_name(self, name: str) -> None:
        """Be called something else."""
        self.widget.setAccessibleName(name)

    def _touch(self) -> None:
        self.edited.emit()
        self.settled.emit()


class WordsControl(PartControl):
    """A box for words."""

    def __init__(self, part: Part, field: AnswerField, parent: QObject) -> None:
        """The box ``field``."""
        super().__init__(part, field, parent)
        self.field = field
        self._touched = False  # the person has written since it was last shown something
        field.settled.connect(self._on_settled)
        field.edited.connect(self._on_edited)
        field.refused.connect(self.refused)
        field.moved_on.connect(self.moved_on)

    def value(self) -> PartValue | None:
        """The words, as they stand at this moment."""
        return self.field.text() or None

    def show_value(self, value: PartValue | None, force: bool = False) -> None:
        """Show words, unless the person is writing other ones: what is told may be older than they are."""
        writing = self.field.unsettled() or (self._touched and self.field.hasFocus())
        if force or not writing:
            self.field.set_text(value if isinstance(value, str) else "")
            self._touched = False

    def flush(self) -> None:
        """Settle what is being written."""
        self.field.flush()

    def discard(self) -> None:
        """Let go of what has not settled."""
        self.field.discard()

    def unsettled(self) -> bool:
        """Whether there are words that have not settled."""
        return self.field.unsettled()

    def _on_edited(self) -> None:
        self._touched = True
        self.edited.emit()

    def _on_settled(self, _text: str) -> None:
        self.settled.emit()


class PickControl(PartControl):
    """Chips."""

    def __init__(self, part: Part, picker: ChipPicker, parent: QObject) -> None:
        """The chips ``picker``."""
        super().__init__(part, picker, parent)
        self._picker = picker
        picker.picked.connect(self._touch)

    def value(self) -> PartValue | None:
        """The keys that are picked: a list also where only one can be."""
        keys = self._picker.keys()
        if not keys:
            return None
        return keys

    def show_value(self, value: PartValue | None, force: bool = False) -> None:
        """Show what is picked."""
        if isinstance(value, list):
            self._picker.set_picked(value)
        else:
            self._picker.set_picked([value] if isinstance(value, str) and value else [])


class ScaleControl(PartControl):
    """A scale."""

    def __init__(self, part: Part, field: ScaleField, parent: QObject) -> None:
        """The scale ``field``."""
        super().__init__(part, field, parent)
        self._field = field
        field.scaled.connect(self._touch)

    def value(self) -> PartValue | None:
        """0 to 10."""
        return self._field.value()

    def show_value(self, value: PartValue | None, force: bool = False) -> None:
        """Show a number."""
        self._field.set_value(value if isinstance(value, int) and not isinstance(value, bool) else None)


class DateControl(PartControl):
    """A day."""

    def __init__(self, part: Part, field: DateField, parent: QObject) -> None:
        """The day ``field``."""
        super().__init__(part, field, parent)
        self._field = field
        field.picked.connect(self._touch)
        field.moved_on.connect(self.moved_on)

    def value(self) -> PartValue | None:
        """A day, ISO 8601."""
        return self._field.value()

    def show_value(self, value: PartValue | None, force: bool = False) -> None:
        """Show a day."""
        self._field.set_value(value if isinstance(value, str) else None)

    def set_name(self, name: str) -> None:
        """Be called something else."""
        self._field.set_name(name)


class YesControl(PartControl):
    """A tick."""

    def __init__(self, part: Part, tick: Tick, parent: QObject) -> None:
        """The tick ``tick``."""
        super().__init__(part, tick, parent)
        self._tick = tick
        tick.clicked.connect(self._touch)

    def value(self) -> PartValue | None:
        """Yes, or nothing."""
        return True if self._tick.isChecked() else None

    def show_value(self, value: PartValue | None, force: bool = False) -> None:
        """Show whether it is ticked."""
        self._tick.setChecked(value is True)


def control_for(part: Part, name: str, *, boxed: bool, placeholder: str, parent: QWidget) -> PartControl:
    """The control that ``part`` needs, called ``name``."""
    choices = tuple((choice.key, choice.label) for choice in part.choices)
    match part.kind:
        case PartKind.LONG | PartKind.SHORT:
            short = part.kind is PartKind.SHORT
            field = AnswerField(name, short=short, placeholder=placeholder, boxed=boxed, parent=parent)
            return WordsControl(part, field, parent)
        case PartKind.CHOICE:
            return PickControl(part, ChipPicker(choices, False, name, parent=parent), parent)
        case PartKind.CHOICES:
            return PickControl(part, ChipPicker(choices, True, name, parent=parent), parent)
        case PartKind.SCALE:
            return ScaleControl(part, ScaleField(name, part.low, part.high, parent=parent), parent)
        case PartKind.DATE:
            return DateControl(part, DateField(name, parent=parent), parent)
        case PartKind.YES:
            return YesControl(part, Tick(part.label, name, parent=parent), parent)
