"""How one call went, for its document: practised before it, foreseen when it began, noted in it, given in the end."""

from collections.abc import Iterator

from forecall.coach.expected import forecasts
from forecall.coach.from_call import objections_of, told_notes
from forecall.coach.side_by_side import side_by_side
from forecall.guide.catalog import Catalog
from forecall.journal.document_words import moment_text
from forecall.journal.moments import from_utc, known_zone, local_zone
from forecall.journal.records import REHEARSED, CallRecord, ItemRecord
from forecall.words import _, ngettext

Titled = tuple[str, tuple[str, ...]]
"""A heading and the lines beneath it."""

_OPENING = "opening"  # what a rehearsal is of when it was the opening that was read aloud


def before_and_during(call: CallRecord, catalog: Catalog) -> Iterator[Titled]:
    """What was practised, what the forecast was each time it was locked, and everything noted with its time."""
    rehearsed = tuple(_rehearsed(call, catalog))
    if rehearsed:
        yield _("Practised before the call"), rehearsed
    locked = tuple(_locked(call, catalog))
    if locked:
        yield _("Foreseen when the call began"), locked
    noted = tuple(f"{each.at} {each.words}" for each in told_notes(call, catalog))
    if noted:
        yield _("Noted during the call"), noted


def planned_and_happened(call: CallRecord, catalog: Catalog) -> Iterator[Titled]:
    """Limits and what was given: what was planned, then what happened."""
    both = side_by_side(call, catalog)
    if both is not None:
        yield _("Planned"), tuple(map(_labelled, both.planned)) or (_("Nothing was planned."),)
        yield _("Happened"), tuple(map(_labelled, both.happened))


def _labelled(line: tuple[str, str]) -> str:
    label, words = line[0].rstrip("…?"), "; ".join(line[1].splitlines())
    return f"{label}: {words}" if label else words


def _locked(call: CallRecord, catalog: Catalog) -> Iterator[str]:
    for lock, forecast in forecasts(call, catalog):
        told = _("{when}: {what}").format(when=_when(lock.locked_at, call), what=forecast or _("nothing foreseen"))
        opened = ""
        if lock.unlocked_at is not None:
            opened = _("not started after all, {when}").format(when=_when(lock.unlocked_at, call))
        yield " – ".join(each for each in (told, opened) if each)


def _when(moment: str, call: CallRecord) -> str:
    """A UTC moment on the clock where the call was planned."""
    try:
        zone = known_zone(call.head.planned_zone or local_zone())
    except ValueError:  # one that this machine does not know
        zone = known_zone("UTC")
    return moment_text(from_utc(moment).astimezone(zone).strftime("%Y-%m-%dT%H:%M"))


def _rehearsed(call: CallRecord, catalog: Catalog) -> Iterator[str]:
    names = {**objections_of(call), _OPENING: _("the opening, read aloud")}
    rated = {choice.key: choice.label for choice in catalog.choice_set(REHEARSED)}
    for item in call.items.get(REHEARSED, ()):
        of, mark, seconds = _picked(item, "of"), _picked(item, "rated"), item.value.get("seconds")
        took = ""
        if isinstance(seconds, int) and not isinstance(seconds, bool):
            took = ngettext("{count} second", "{count} seconds", seconds)
        told = "; ".join(each for each in (item.text.strip(), rated.get(mark, mark), took) if each)
        if told:
            yield " – ".join(each for each in (names.get(of, ""), told) if each)


def _picked(item: ItemRecord, part: str) -> str:
    found = item.value.get(part)
    return str(found[0]) if isinstance(found, list) and found else ""
