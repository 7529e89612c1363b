"""What a reflection brings back from the preparation: what was expected, and what was foreseen."""

from collections.abc import Sequence

from forecall.guide.catalog import Catalog
from forecall.guide.question import PartKind, Question, Value
from forecall.journal.records import CallRecord
from forecall.words import _


def recalled_lines(question: Question, call: CallRecord, catalog: Catalog) -> list[str]:
    """What was answered earlier to the questions that this one looks back on, as sentences."""
    lines = []
    for key in question.recalls:
        said = "; ".join(_said(catalog.question(key), call))
        if said:
            lines.append(_("You wrote then: {what}").format(what=said))
    return lines


def suggestions(question: Question, call: CallRecord) -> Sequence[Value]:
    """Entries to begin a list with: what was foreseen and is not in it yet."""
    if not question.suggests_from:
        return ()
    return [{"text": item.text} for item in call.entries(question.suggests_from)]


def _said(question: Question, call: CallRecord) -> list[str]:
    said = []
    for part in question.parts:
        labels = {choice.key: choice.label for choice in part.choices}
        if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
            said += [labels[key] for key in call.picked(question.key, part.name) if key in labels]
        elif part.kind in (PartKind.LONG, PartKind.SHORT):
            text = call.text(question.key, part.name)
            said += [text] if text else []
    return said
