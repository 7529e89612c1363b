"""What a call left behind, for looking back on it: what was said, what came, and what was written right after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from forecall.dates import clock
from forecall.guide.catalog import Catalog
from forecall.guide.question import PartKind, Question, Shape, Value
from forecall.journal.document_words import day_text
from forecall.journal.records import FORESEEN_ITEMS, CallRecord, ItemRecord, LiveKind, LiveNote
from forecall.words import _

RUNGS = ("restate", "firm_no", "respect", "end")
"""The ladder from its first rung to its last."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that was noted: the time into the call, and what it was."""

    at: str
    words: str


@dataclass(frozen=True, slots=True)
class FromCall:
    """Points that were ticked and points that were not, and everything noted in the order of its time."""

    said: tuple[ItemRecord, ...]
    unsaid: tuple[ItemRecord, ...]
    noted: tuple[Noted, ...]


def from_call(call: CallRecord, catalog: Catalog) -> FromCall | None:
    """What was noted during a call; nothing where nobody noted anything."""
    noted, points = told_notes(call, catalog), call.entries("points")
    if not noted and not any(point.done_at for point in points):
        return None
    said = tuple(point for point in points if point.done_at)
    return FromCall(said, tuple(point for point in points if not point.done_at), noted)


def told_notes(call: CallRecord, catalog: Catalog) -> tuple[Noted, ...]:
    """Everything noted during a call in the order of its time: "12:40", "promise: Send the plan"."""
    names, rungs = objections_of(call), rung_names(catalog)
    return tuple(Noted(clock(note.at), _note_words(note, names, rungs)) for note in call.live_notes)


def objections_of(call: CallRecord) -> dict[str, str]:
    """What they might say, by the keys that notes of the call name."""
    return {item.id: item.text.strip() for item in call.items.get(FORESEEN_ITEMS, ())}


def rung_names(catalog: Catalog) -> dict[str, str]:
    """The rungs of the ladder, and what else can be done about a tone, as things that were done."""
    parts = catalog.question("limits").parts
    return {choice.key: choice.label for part in parts for choice in part.choices}


def right_after(call: CallRecord, catalog: Catalog) -> list[tuple[str, str]]:
    """What was written right after a call, as lines of a label and words."""
    lines: list[tuple[str, str]] = []
    for each in catalog.worksheet("reflect-now").questions:
        question = catalog.question(each.key)
        words = "\n".join(_written(call, question))
        if words:
            lines.append((_label(question), words))
    return lines


def _label(question: Question) -> str:
    """The question as what was told, where it is not asked any more."""
    return {
        "promised": _("You promised"),
        "ended": _("It ended"),
        "after": _("You felt"),
        "keep": _("Not to forget"),
        "tell": _("To be told"),
    }.get(question.key, question.wording)


def _written(call: CallRecord, question: Question) -> Iterator[str]:
    if question.shape is Shape.LIST:
        for item in call.entries(question.key):
            by = _("by {day}").format(day=day_text(item.due)) if item.due else ""
            yield ", ".join(each for each in (item.text.strip(), by) if each)
    elif question.key in call.answers:
        value: Value = call.answers[question.key].value
        said = []
        for part in question.parts:
            labels = {choice.key: choice.label for choice in part.choices}
            if part.kind is PartKind.SCALE:
                number = call.number(question.key, part.name)
                said.append("" if number is None else _("steady: {number} of 10").format(number=number))
            elif part.kind in (PartKind.CHOICE, PartKind.CHOICES):
                said += [labels.get(key, key) for key in call.picked(question.key, part.name)]
            else:
                said.append(str(value.get(part.name, "")).strip())
        yield ", ".join(each for each in said if each)


def _note_words(note: LiveNote, objections: dict[str, str], rungs: dict[str, str]) -> str:
    """A note in one line; a mark without words is its name alone."""
    told = note.text
    if note.kind is LiveKind.OBJECTION:
        told = objections.get(note.of, "") or note.text or _("something you had foreseen")
    elif note.kind is LiveKind.RUNG:
        told = rungs.get(note.of, "") or note.text
    kind = _kind_words(note.kind)
    return f"{kind}: {told}" if kind and told else kind or told or _("a note without words")


def _kind_words(kind: LiveKind) -> str:
    return {
        LiveKind.HEATED: _("heated"),
        LiveKind.PROMISE: _("promise"),
        LiveKind.SURPRISE: _("surprise"),
        LiveKind.OBJECTION: _("they said"),
        LiveKind.RUNG: _("your line"),
        LiveKind.CALM: _("calmed it down"),
        LiveKind.OFFENCE: _("asked about offence"),
    }.get(kind, "")
