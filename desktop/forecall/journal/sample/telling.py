"""Tells each call of a sample journal: whose it is, what was written about it, and what became of it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from forecall.guide.catalog import WORKSHEETS, Catalog
from forecall.guide.question import CallType
from forecall.journal.moments import known_zone, utc_text
from forecall.journal.records import CHECK_BACK, PROMISED, TELL
from forecall.journal.sample.names import RareNames, made_up
from forecall.journal.sample.rows import Rows
from forecall.journal.sample.stories import IN_DAYS, Story, Texts, filled
from forecall.journal.sample.timeline import Fate, Slot
from forecall.journal.search import document_of, place_of

_LARGE = 400
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SUFFIXES = ("", "", "", " Group", " AG", " Ltd", " Systems", " & Partners", " Labs", " Works")
_PROMISES_STAY_OPEN = timedelta(days=12)


@dataclass(frozen=True, slots=True)
class _Client:
    """A client with what stays the same from call to call."""

    id: str
    name: str
    slots: Mapping[str, str]


class Teller:
    """Writes the rows of a sample journal, oldest call first."""

    def __init__(self, texts: Texts, catalog: Catalog, rows: Rows, rng: Random, now: datetime, zone: str) -> None:
        self._texts = texts
        self._catalog = catalog
        self._rows = rows
        self._rng = rng
        self._now = now
        self._zone_name = zone
        self._zone = known_zone(zone)
        self._wordings: dict[tuple[str, ...], dict[str, tuple[int, str]]] = {}
        self._clients: list[_Client] = []
        self._rare: RareNames | None = None
        self._whole: list[Story] = []
        self._any: list[Story] = []

    def tell(self, slots: Sequence[Slot]) -> None:
        """Tell one call for each slot."""
        if len(slots) > _LARGE:
            self._rare = RareNames(self._texts.names, self._rng)
        self._meet_clients(max(1, round(len(slots) / 3.4) if self._rare is None else len(slots) // 12), slots)
        weights = [1 / rank**0.6 for rank in range(1, len(self._clients) + 1)]
        drawn = self._rng.choices(self._clients, weights, k=len(slots))
        for slot, client in zip(slots, drawn, strict=True):
            self._call(slot, self._clients[0] if slot.whole and slot.fate is not Fate.WAITING else client)

    # Clients

    def _meet_clients(self, count: int, slots: Sequence[Slot]) -> None:
        names = self._texts.names
        made = utc_text(min(slot.made for slot in slots))
        for name in self._client_names(count):
            first = self._rng.choice(names.first)
            slots_of = {
                "client": name,
                "first": first,
                "person": f"{first} {self._rng.choice(names.last)}",
                "product": self._rng.choice(names.product),
                "place": self._rng.choice(names.place),
            }
            known = self._rng.choice([story.known for story in self._texts.whole if story.known])
            row = self._rows.add("client", made, name=name, known=known.format_map(slots_of))
            self._clients.append(_Client(row["id"], name, slots_of))

    def _client_names(self, count: int) -> list[str]:
        names = list(self._texts.names.client[:count])
        if count > len(names):
            more = made_up(self._texts.names.syllables, self._rng, count - len(names))
            names += (name + self._rng.choice(_SUFFIXES) for name in more)
        return names

    # Calls

    def _call(self, slot: Slot, client: _Client) -> None:
        story = self._story(slot)
        slots = {**client.slots, **self._slots()}
        call = self._rows.add("call", utc_text(slot.made), **self._columns(slot, client, story))
        texts = _CallTexts(client.name, call["title"])
        for key, parts in story.answers.items():
            self._answer(call, slot, story, key, parts, slots, texts)
        for key, entries in story.items.items():
            self._items(call, slot, story, key, entries, slots, texts)
        if story.lesson and slot.fate is Fate.DONE:
            self._lesson(call, slot, story.lesson, slots, texts)
        self._rows.add_document(place_of(call["moment"], call["seq"]), call["id"], texts.document())

    def _story(self, slot: Slot) -> Story:
        """The next story of a shuffled deck: each is told once before any is told again."""
        if slot.whole:
            self._whole = self._whole or self._shuffled(self._texts.whole)
            return self._whole.pop()
        self._any = self._any or self._shuffled((*self._texts.whole, *self._texts.notes))
        return self._any.pop()

    def _shuffled(self, stories: Sequence[Story]) -> list[Story]:
        return self._rng.sample(stories, len(stories))

    def _columns(self, slot: Slot, client: _Client, story: Story) -> dict[str, Any]:
        columns: dict[str, Any] = {
            "client_id": client.id,
            "title": story.title.format_map(client.slots) if story.title else "",
            "types": ",".join(story.types),
            "moment": utc_text(slot.moment),
            "length_minutes": story.length,
            "changed": utc_text(slot.later if slot.fate is Fate.DONE else slot.made),
        }
        if slot.planned is not None:
            wall = slot.planned.astimezone(self._zone)
            columns |= {
                "planned_wall": wall.strftime("%Y-%m-%dT%H:%M"),
                "planned_zone": self._zone_name,
                "planned_utc": utc_text(slot.planned),
            }
        over, later = utc_text(slot.over), utc_text(slot.later)
        if slot.held:
            columns |= {"held_at": over, "started_at": utc_text(slot.planned) if slot.planned else None}
            columns["looked_back_now_at"] = utc_text(slot.over + timedelta(minutes=3))
        match slot.fate:
            case Fate.DONE:
                columns["looked_back_later_at"] = later
            case Fate.LEFT:
                columns["left_at"] = later
            case Fate.DID_NOT_HAPPEN:
                columns["did_not_happen_at"] = over
        return columns

    def _answer(
        self,
        call: Mapping[str, Any],
        slot: Slot,
        story: Story,
        key: str,
        parts: Mapping[str, Any],
        slots: Mapping[str, str],
        texts: "_CallTexts",
    ) -> None:
        when, wording = self._asked(story, key)
        if not self._is_told(slot, when):
            return
        value = filled(parts, slots)
        if key == "issue" and self._rare is not None:
            value["text"] = "\n".join((value["text"], *self._asides(slots["ticket"])))
        if IN_DAYS in value:
            value["date"] = self._day(slot, value.pop(IN_DAYS))
        stored = value_text(value)
        made = _moment(slot, when)
        self._rows.add("answer", made, call_id=call["id"], key=key, value=stored, wording=wording)
        texts.answers.append(stored)
        if key in (CHECK_BACK, TELL):
            due = value.get("date") or slot.over.astimezone(self._zone).date().isoformat()
            text = f"Tell {value['text']}" if key == TELL else "Ask whether they are content"
            self._item(call, slot, key, 0, {"text": text}, "", made, due, texts)

    def _items(
        self,
        call: Mapping[str, Any],
        slot: Slot,
        story: Story,
        key: str,
        entries: Sequence[Mapping[str, Any]],
        slots: Mapping[str, str],
        texts: "_CallTexts",
    ) -> None:
        when, wording = self._asked(story, key)
        if not self._is_told(slot, when):
            return
        for position, parts in enumerate(entries):
            value = filled(parts, slots)
            due = self._day(slot, value.pop(IN_DAYS)) if IN_DAYS in value else None
            self._item(call, slot, key, position, value, wording, _moment(slot, when), due, texts)

    def _item(
        self,
        call: Mapping[str, Any],
        slot: Slot,
        key: str,
        position: int,
        value: Mapping[str, Any],
        wording: str,
        made: str,
        due: str | None,
        texts: "_CallTexts",
    ) -> None:
        stored = value_text(value)
        self._rows.add(
            "item",
            made,
            call_id=call["id"],
            key=key,
            position=position,
            value=stored,
            wording=wording,
            due=due,
            done_at=self._done(slot, key, due),
        )
        texts.items.append((key, position, stored))

    def _lesson(
        self,
        call: Mapping[str, Any],
        slot: Slot,
        lesson: Mapping[str, str],
        slots: Mapping[str, str],
        texts: "_CallTexts",
    ) -> None:
        said = filled(lesson, slots)
        months = (self._now - slot.later).days // 20
        used = self._rng.randint(0, min(4, max(0, months)))
        self._rows.add(
            "lesson",
            utc_text(slot.later),
            call_id=call["id"],
            if_text=said["if"],
            then_text=said["then"],
            why=said.get("why", ""),
            skill=said["skill"],
            types=call["types"],
            used=used,
            helped=self._rng.randint(0, used),
        )
        texts.lessons.append("\n".join((said["if"], said["then"], said.get("why", ""))))

    # Pieces

    def _is_told(self, slot: Slot, when: int) -> bool:
        if when == 0:
            return slot.planned is not None or not slot.held or self._rng.random() < 0.4
        return slot.fate is Fate.DONE or (when == 1 and slot.held)

    def _done(self, slot: Slot, key: str, due: str | None) -> str | None:
        if key == "points" and slot.held:
            return utc_text(slot.over) if self._rng.random() < 0.75 else None
        if key in (PROMISED, CHECK_BACK, TELL):
            if self._now - slot.over < _PROMISES_STAY_OPEN or self._rng.random() < 0.02:
                return None
            return utc_text(slot.over + timedelta(hours=self._rng.randint(3, 50)))
        return None

    def _asked(self, story: Story, key: str) -> tuple[int, str]:
        """On which occasion a question is asked, and how it is worded for a call of these types."""
        known = self._wordings.get(story.types)
        if known is None:
            kinds = tuple(CallType(each) for each in story.types)
            known = self._wordings[story.types] = dict(self._wording_of(kinds))
        return known[key]

    def _wording_of(self, types: Sequence[CallType]) -> Iterator[tuple[str, tuple[int, str]]]:
        for when, name in enumerate(WORKSHEETS):
            sheet = self._catalog.worksheet(name)
            yield from ((question.key, (when, question.wording)) for question in sheet.questions)
            yield from ((asked.key, (when, asked.wording)) for asked in sheet.asked(types))

    def _slots(self) -> dict[str, str]:
        rng = self._rng
        day = rng.randrange(4)
        return {
            "mine": rng.choice(self._texts.names.first),
            "ticket": f"{rng.choice('ABCDEFGHKLMNPRST')}{rng.choice('ADKMRX')}-{rng.randrange(10_000, 99_999)}",
            "day": _DAYS[day],
            "next_day": _DAYS[rng.randint(day + 1, 4)],
            "month": rng.choice(_MONTHS),
            "n": str(rng.randint(3, 9)),
            "n2": str(rng.randint(12, 30)),
            "money": f"€ {rng.randint(4, 120) * 100:,}",
        }

    def _asides(self, ticket: str) -> Iterator[str]:
        assert self._rare is not None
        for text in self._rng.sample(self._texts.asides, 2):
            a, b, c, d = self._rare.draw(self._rng, 4)
            yield text.format(ticket=ticket, a=a, b=b, c=c, d=d)

    def _day(self, slot: Slot, days: int) -> str:
        return (slot.over.astimezone(self._zone) + timedelta(days=days)).date().isoformat()


class _CallTexts:
    """The stored texts of one call, as the search index wants them."""

    def __init__(self, client: str, title: str) -> None:
        self.client = client
        self.title = title
        self.answers: list[str] = []
        self.items: list[tuple[str, int, str]] = []
        self.lessons: list[str] = []

    def document(self) -> str:
        """All words of the call as one text."""
        items = [stored for _key, _position, stored in sorted(self.items)]
        return document_of(self.client, self.title, self.answers, items, self.lessons)


def value_text(value: Mapping[str, Any]) -> str:
    """An answer as the file keeps it: a JSON object, names in order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _moment(slot: Slot, when: int) -> str:
    return utc_text((slot.made, slot.over + timedelta(minutes=2), slot.later)[when])
