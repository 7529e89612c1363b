"""Tells one call of a sample journal: what was written about it, and what became of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache
from random import Random
from typing import Any

from forecall.guide.catalog import WORKSHEETS, Catalog
from forecall.guide.question import CallType
from forecall.journal.moments import known_zone
from forecall.journal.moments import utc_text as _utc_text
from forecall.journal.records import CHECK_BACK, FORESEEN_ITEMS, PROMISES, REHEARSED, TELL
from forecall.journal.sample.rows import Rows
from forecall.journal.sample.stories import IN_DAYS, Story, filled
from forecall.journal.sample.timeline import Fate, Slot
from forecall.journal.search import document_of, place_of
from forecall.words import _

_PROMISES_STAY_OPEN = timedelta(days=12)
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_PREPARE, _NOW, _LATER = range(len(WORKSHEETS))

utc_text = lru_cache(64)(_utc_text)
"""All rows of one call share a few moments."""


@dataclass(frozen=True, slots=True)
class Known:
    """A client with what stays the same from call to call."""

    id: str
    name: str
    slots: Mapping[str, str]


class Wordings:
    """How each question is worded for calls of certain types, and on which worksheet it stands."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.of = cache(self._read)

    def _read(self, types: tuple[str, ...]) -> dict[str, tuple[int, str]]:
        kinds = tuple(CallType(each) for each in types)
        found: dict[str, tuple[int, str]] = {}
        for place, name in enumerate(WORKSHEETS):
            sheet = self._catalog.worksheet(name)
            found |= {question.key: (place, question.wording) for question in sheet.questions}
            found |= {asked.key: (place, asked.wording) for asked in sheet.asked(kinds)}
        return found


@dataclass(slots=True)
class _Draft:
    """One call while it is told, with its stored texts as the search index wants them."""

    id: str
    slot: Slot
    types: tuple[str, ...]
    slots: Mapping[str, str]
    answers: list[str] = field(default_factory=list)
    items: list[tuple[str, int, str]] = field(default_factory=list)
    objections: list[tuple[str, str]] = field(default_factory=list)  # the id and the words of each
    lessons: list[str] = field(default_factory=list)


class CallTeller:
    """Writes the rows of one call after the other."""

    def __init__(self, rows: Rows, wordings: Wordings, rng: Random, now: datetime, zone: str) -> None:
        self._rows = rows
        self._wordings = wordings
        self._rng = rng
        self._now = now
        self._zone_name = zone
        self._zone = known_zone(zone)

    def tell(
        self, slot: Slot, client: Known, story: Story, slots: Mapping[str, str], asides: Sequence[str] = ()
    ) -> None:
        """Write one call with all that a story says about it, as far as the call has come."""
        call = self._rows.add("call", utc_text(slot.made), **self._columns(slot, client, story))
        draft = _Draft(call["id"], slot, story.types, slots)
        told = self._occasions(slot)
        wordings = self._wordings.of(story.types)
        for key, parts in story.answers.items():
            if wordings[key][0] in told:
                self._answer(draft, key, parts, *wordings[key], asides if key == "issue" else ())
        for key, entries in story.items.items():
            if wordings[key][0] in told:
                self._items(draft, key, entries, *wordings[key])
        if _PREPARE in told:
            self._rehearse(draft, story.rehearsed)
        if story.lesson and _LATER in told:
            self._lesson(draft, filled(story.lesson, slots))
        items = [stored for _key, _position, stored in sorted(draft.items)]
        words = document_of(client.name, call["title"], draft.answers, items, draft.lessons)
        self._rows.add_document(place_of(call["moment"], call["seq"]), draft.id, words)

    def _columns(self, slot: Slot, client: Known, story: Story) -> dict[str, Any]:
        columns: dict[str, Any] = {
            "client_id": client.id,
            "types": ",".join(story.types),
            "moment": utc_text(slot.moment),
            "length_minutes": story.length,
            "changed": utc_text(slot.later if slot.fate is Fate.DONE else slot.made),
        }
        if slot.planned is not None:
            wall = slot.planned.astimezone(self._zone).strftime("%Y-%m-%dT%H:%M")
            columns |= {"planned_wall": wall, "planned_zone": self._zone_name, "planned_utc": utc_text(slot.planned)}
        if slot.held:
            columns["held_at"] = utc_text(slot.over)
            columns["started_at"] = utc_text(slot.planned) if slot.planned else None
            columns["looked_back_now_at"] = utc_text(slot.over + timedelta(minutes=3))
        match slot.fate:
            case Fate.DONE:
                columns["looked_back_later_at"] = utc_text(slot.later)
            case Fate.LEFT:
                columns["left_at"] = utc_text(slot.later)
            case Fate.DID_NOT_HAPPEN:
                columns["did_not_happen_at"] = utc_text(slot.over)
        return columns

    def _occasions(self, slot: Slot) -> set[int]:
        """The worksheets that were filled in: a call that was only noted afterwards is seldom prepared."""
        told = {_PREPARE} if slot.planned or not slot.held or self._rng.random() < 0.4 else set()
        if slot.held:
            told.add(_NOW)
        if slot.fate is Fate.DONE:
            told.add(_LATER)
        return told

    def _answer(
        self, draft: _Draft, key: str, parts: Mapping[str, Any], place: int, wording: str, asides: Sequence[str]
    ) -> None:
        value = filled(parts, draft.slots)
        if asides:
            value["text"] = "\n".join((value["text"], *asides))
        if IN_DAYS in value:
            value["date"] = self._day(draft.slot, value.pop(IN_DAYS))
        stored, made = value_text(value), _moment(draft.slot, place)
        self._rows.add("answer", made, call_id=draft.id, key=key, value=stored, wording=wording)
        draft.answers.append(stored)
        if key == CHECK_BACK:
            self._item(draft, key, 0, {"text": _("Ask whether they are content")}, made, due=value["date"])
        elif key == TELL:
            self._item(
                draft, key, 0, {"text": _("Tell {who}").format(who=value["text"])}, made, due=self._day(draft.slot, 0)
            )

    def _items(self, draft: _Draft, key: str, entries: Sequence[Mapping[str, Any]], place: int, wording: str) -> None:
        for position, parts in enumerate(entries):
            value = filled(parts, draft.slots)
            due = self._day(draft.slot, value.pop(IN_DAYS)) if IN_DAYS in value else None
            self._item(draft, key, position, value, _moment(draft.slot, place), due=due, wording=wording)

    def _item(
        self,
        draft: _Draft,
        key: str,
        position: int,
        value: Mapping[str, Any],
        made: str,
        *,
        due: str | None,
        wording: str = "",
    ) -> None:
        stored = value_text(value)
        told: dict[str, Any] = {"key": key, "position": position, "value": stored, "wording": wording}
        row = self._rows.add("item", made, call_id=draft.id, due=due, done_at=self._done(draft.slot, key), **told)
        draft.items.append((key, position, stored))
        if key == FORESEEN_ITEMS:
            draft.objections.append((row["id"], value["text"]))

    def _rehearse(self, draft: _Draft, tries: Sequence[Mapping[str, Any]]) -> None:
        """What was practised before the call."""
        for position, parts in enumerate(tries):
            value, of = filled(parts, draft.slots), parts["of"]
            value["of"], wording = [of], _("The opening")
            if isinstance(of, int):
                key, wording = draft.objections[of]
                value["of"] = [key]
            made = _moment(draft.slot, _PREPARE)
            self._item(draft, REHEARSED, position, value, made, due=None, wording=wording)

    def _lesson(self, draft: _Draft, said: Mapping[str, str]) -> None:
        made, why = utc_text(draft.slot.later), said.get("why", "")
        used = self._rng.randint(0, min(4, (self._now - draft.slot.later).days // 20))
        self._rows.add(
            "lesson",
            made,
            call_id=draft.id,
            if_text=said["if"],
            then_text=said["then"],
            why=why,
            skill=said["skill"],
            types=",".join(draft.types),
            used=used,
            helped=self._rng.randint(0, used),
        )
        draft.lessons.append("\n".join((said["if"], said["then"], why)))

    def _done(self, slot: Slot, key: str) -> str | None:
        """When a point was said, or a promise kept: nearly all of those that are older than a few days."""
        if key == "points" and slot.held:
            return utc_text(slot.over) if self._rng.random() < 0.75 else None
        if key in PROMISES and self._now - slot.over > _PROMISES_STAY_OPEN and self._rng.random() < 0.98:
            return utc_text(slot.over + timedelta(hours=self._rng.randint(3, 50)))
        return None

    def _day(self, slot: Slot, days: int) -> str:
        return (slot.over.astimezone(self._zone) + timedelta(days=days)).date().isoformat()


def value_text(value: Mapping[str, Any]) -> str:
    """An answer as the file keeps it: a JSON object, names in order, without what says nothing."""
    kept = {name: part for name, part in value.items() if part not in ("", [])}
    return _ENCODER.encode(kept)


def _moment(slot: Slot, place: int) -> str:
    return utc_text((slot.made, slot.over + timedelta(minutes=2), slot.later)[place])
