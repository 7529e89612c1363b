"""Limits and what was given: what was planned and what happened, side by side and without a word about either."""

from collections.abc import Iterator
from dataclasses import dataclass

from forecall.coach.expected import ladder_lines, said_lines
from forecall.coach.from_call import RUNGS, rung_names
from forecall.dates import clock
from forecall.guide.catalog import Catalog
from forecall.journal.records import CallRecord, LiveKind
from forecall.words import _

Lines = tuple[tuple[str, str], ...]
"""Lines of a label and words; the label may be empty."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Both columns; what happened is never empty."""

    planned: Lines
    happened: Lines


def side_by_side(call: CallRecord, catalog: Catalog) -> SideBySide | None:
    """What was planned beside what happened; nothing as long as nothing is told of what happened."""
    happened = tuple(_happened(call, catalog))
    if not happened:
        return None
    planned = (*said_lines(catalog.question("trade"), call), *ladder_lines(catalog.question("ladder"), call))
    return SideBySide(planned, happened)


def _happened(call: CallRecord, catalog: Catalog) -> Iterator[tuple[str, str]]:
    labels = {part.name: part.label for part in catalog.question("settled").parts}
    settled = call.items.get("settled", ())
    for name in ("text", "given"):
        said = [words for item in settled if (words := str(item.value.get(name, "")).strip())]
        if said:
            yield labels.get(name, ""), "\n".join(said)
    used = "\n".join(_used(call, catalog))
    if used:
        yield _("You used"), used
    changed = call.text("limits")
    if changed:
        yield _("What changed"), changed


def _used(call: CallRecord, catalog: Catalog) -> Iterator[str]:
    """What was picked or noted, each with the times into the call at which it was noted."""
    names, times = rung_names(catalog), {key: list[str]() for key in (*RUNGS, "offence")}
    for note in call.live_notes:
        key = "offence" if note.kind is LiveKind.OFFENCE else note.of if note.kind is LiveKind.RUNG else ""
        if key in times:
            times[key].append(clock(note.at))
    picked = call.picked("limits")
    for key in (*RUNGS, "offence", *(key for key in picked if key not in times)):
        noted = ", ".join(times.get(key, ()))
        if key in picked or noted:
            words = names.get(key, key)
            yield f"{words} ({noted})" if noted else words
