"""What a reflection brings back from the preparation: what was expected, foreseen and drawn as a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forecall.guide.catalog import Catalog
from forecall.guide.question import PartKind, Question, Value
from forecall.journal.records import CallRecord
from forecall.journal.related import related_id
from forecall.words import _

_RUNGS = ("restate", "firm_no", "respect", "end", "own")
_ONLY_AFTERWARDS = frozenset({"ended", "after"})
"""What was guessed before the call is shown beside these once they are answered, so that it does not lead."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What was written before the call, as lines of a label and the words; the label may be empty."""

    title: str
    lines: tuple[tuple[str, str], ...]


def expected(question: Question, call: CallRecord, catalog: Catalog) -> Expected | None:
    """What stands beside a question that looks back; nothing where nothing was written."""
    if question.key in _ONLY_AFTERWARDS and question.key not in call.answers:
        return None
    lines: list[tuple[str, str]] = []
    for key in question.recalls:
        earlier = catalog.question(key)
        lines += _ladder(earlier, call) if key == "ladder" else _said(earlier, call)
    if question.key in _ONLY_AFTERWARDS and lines:
        lines = [("", ", ".join(words for _label, words in lines))]
    return Expected(_title(question.key), tuple(lines)) if lines else None


def foreseen(question: Question, call: CallRecord) -> list[tuple[str, Value]]:
    """Rows to begin a list with, each with a key of its own: what was foreseen and is not in it yet."""
    if not question.suggests_from:
        return []
    have = {item.text.strip().casefold() for item in call.items.get(question.key, ())}
    have_ids = {item.id for item in call.items.get(question.key, ())}
    rows: list[tuple[str, Value]] = []
    for item in call.entries(question.suggests_from):
        key = related_id(item.id, question.key)
        if key not in have_ids and item.text.strip().casefold() not in have:
            rows.append((key, {"text": item.text}))
    return rows


def _title(key: str) -> str:
    titles = {"reading": _("You expected"), "ended": _("You expected"), "limits": _("Your lines")}
    return titles.get(key, _("Before the call"))


def _said(question: Question, call: CallRecord) -> Iterator[tuple[str, str]]:
    """Each part that was answered, in words."""
    for part in question.parts:
        labels = {choice.key: choice.label for choice in part.choices}
        if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
            words = ", ".join(labels[key] for key in call.picked(question.key, part.name) if key in labels)
        elif part.kind is PartKind.SCALE:
            number = call.number(question.key, part.name)
            words = "" if number is None else _("{number} of 10").format(number=number)
        else:
            words = call.text(question.key, part.name)
        if words:
            yield _label(question, part.label), words


def _label(question: Question, label: str) -> str:
    """Questions of one part need no label; a part's own question is no heading for its answer."""
    if question.key == "feelings":
        return _("Because") if label else _("They would feel")
    if question.key == "expects":
        return _("They would want")
    return label


def _ladder(question: Question, call: CallRecord) -> Sequence[tuple[str, str]]:
    """All lines that stood on the sheet, if the person had anything to do with them."""
    if "ladder" not in call.answers:
        return []
    parts = {part.name: part for part in question.parts}
    lines = [(parts[name].label, call.text("ladder", name) or parts[name].ready) for name in _RUNGS if name in parts]
    return [(label, words) for label, words in lines if words]
