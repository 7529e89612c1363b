"""The one page for the call, as data: what stands where, before anything is drawn."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forecall.guide.catalog import Catalog
from forecall.guide.question import CallType, Part
from forecall.journal.document_words import if_then, moment_text
from forecall.journal.records import CallHead, CallRecord, ItemRecord
from forecall.journal.related import assumptions, is_asked_about, question_about
from forecall.words import _, ngettext, pgettext


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a block. ``answer`` stands after an arrow (give → get, if → then)."""

    text: str
    answer: str = ""
    label: str = ""  # bold in front: "Acknowledge"
    tick: bool = False
    phrase: bool = False  # a phrase of the guide in place of the person's words: in italics
    small: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One named part of the sheet. ``more`` counts the entries that are only in the app."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CallSheet:
    """The sheet from top to bottom: the ten-second layer, rows of blocks side by side, and the foot."""

    client: str
    title: str
    details: tuple[str, ...]  # "Thu 26 Nov, 10:00", "30 min", "with a colleague"
    mark: str  # "private"
    top: tuple[Block, ...]
    detail: tuple[tuple[Block, ...], ...]
    foot: tuple[Block, ...]
    promised_label: str
    by_label: str
    parked_label: str
    promised_lines: int = 3


def build_call_sheet(call: CallRecord, catalog: Catalog, *, now_zone: str | None = None) -> CallSheet:
    """The sheet of one call, in the order that its types ask for. ``now_zone`` is where the person is now."""
    return _Builder(call, catalog).sheet(now_zone)


def mark_of(types: Sequence[CallType]) -> str:
    """What a document about a call says of who may read it."""
    return _("private · sensitive") if CallType.PERSONAL in types else _("private")


_SAY_FIRST = 3
_LARGE_SENTENCES = 2
_OBJECTIONS = 3
_ROOM_TO_ASK = 4
_ROOM_TO_OFFER = 4
_ROOM_FOR_POINTS = 4
_LIKELY_FIRST = {"likely": 0, "possible": 1, "": 2, "unlikely": 3}
_SAID = frozenset({"acknowledge", "repeat", "check", "ask", "offer"})  # phrases that are words to say
_RUNGS = ("restate", "firm_no", "respect", "end")
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+")


class _Builder:
    """Holds one call while its sheet is put together."""

    def __init__(self, call: CallRecord, catalog: Catalog) -> None:
        self.call = call
        self.catalog = catalog
        self.types = call.head.types
        asked = catalog.worksheet("prepare").asked(self.types)
        self.asked = frozenset(each.key for each in asked)
        self.rungs: dict[str, Part] = {part.name: part for each in asked if each.key == "ladder" for part in each.parts}

    def sheet(self, now_zone: str | None) -> CallSheet:
        return CallSheet(
            client=self.call.head.client_name,
            title=self.call.head.title,
            details=tuple(self._details(now_zone)),
            mark=mark_of(self.types),
            top=_filled(self._top()),
            detail=tuple(row for row in (_filled(pair) for pair in self._detail()) if row),
            foot=_filled((self._steady(), self._close())),
            promised_label=_("Promised"),
            by_label=_("by"),
            parked_label=_("Parked"),
        )

    def _details(self, now_zone: str | None) -> Iterator[str]:
        when = _when(self.call.head, now_zone)
        if when:
            yield when
        yield ngettext("{count} min", "{count} min", self.call.head.length_minutes)
        company = self._picked("company")
        if "colleague" in company:
            yield _("with a colleague")
        elif "mail" in company:
            yield _("by mail")

    # The ten-second layer

    def _top(self) -> Iterator[Block]:
        yield Block("aim", _("Aim"), self._own_or_phrase("", self._text("goal"), "aim"))
        if self._is(CallType.ABUSE):
            yield self._line()
        yield self._open()
        if self._is(CallType.BAD_NEWS):
            yield Block("own_up", _("Own up"), self._own_up(""))
        if self._is(CallType.PERSONAL):
            yield Block("acknowledge", _("Acknowledge"), self._acknowledge(""))
        points = tuple(Entry(text, tick=True) for text in self._points()[:_SAY_FIRST])
        yield Block("say", _("Say"), points or self._own_or_phrase("", "", "say"))
        if not self._is(CallType.ABUSE):
            yield self._line()

    def _open(self) -> Block:
        said = _sentences(self._text("opening"))
        if self.types[:1] == (CallType.BAD_NEWS,):  # only then was the issue asked for as the news to tell
            news = _sentences(self._text("issue"))
            said = said if said[: len(news)] == news else [*news, *said]
        large, rest = " ".join(said[:_LARGE_SENTENCES]), " ".join(said[_LARGE_SENTENCES:])
        entries = self._own_or_phrase("", large, "opening")
        if rest:
            entries += (Entry(rest, small=True),)
        return Block(
            "open", pgettext("call sheet", "Open"), (*entries, Entry(self._phrase("listen"), small=True, phrase=True))
        )

    def _line(self) -> Block:
        if self._is(CallType.ABUSE):
            return Block("line", _("Line"), tuple(self._rung(name, as_said=True) for name in ("respect", "end")))
        own, phrase = self._text("ladder", "firm_no"), self._phrase("line")
        return Block("line", _("Line"), (Entry(quoted(own or phrase), phrase=not own),))

    # The detail

    def _detail(self) -> Iterator[tuple[Block, ...]]:
        yield self._while_they_speak(), self._once_heard()
        yield self._if_then(), self._heated()

    def _while_they_speak(self) -> Block:
        entries: tuple[Entry, ...] = ()
        if not self._is(CallType.PERSONAL):
            entries += self._acknowledge(_("Acknowledge"))
        concerns = " · ".join(item.text.strip() for item in self._entries("concerns"))
        repeated = _("What matters is: {concerns}").format(concerns=concerns) if concerns else ""
        if "concerns" in self.asked:
            entries += self._own_or_phrase(_("Repeat"), quoted(repeated), "repeat")
        check = self._phrase("check")
        expects = self._text("expects")
        expected = f"{expects} – {quoted(check)}" if expects and check else expects
        if "expects" in self.asked:
            entries += self._own_or_phrase(_("Check"), expected, "check")
        ask = [*self._assumed(), *(item.text.strip() for item in self._entries("ask"))]
        if ask:
            entries += _labelled(_("Ask"), (Entry(each, tick=True) for each in ask[:_ROOM_TO_ASK]))
        else:
            entries += self._own_or_phrase(_("Ask"), "", "ask")
        return Block("while_they_speak", _("While they speak"), entries, max(0, len(ask) - _ROOM_TO_ASK))

    def _once_heard(self) -> Block:
        entries = () if self._is(CallType.BAD_NEWS) else self._own_up(_("Own up"))
        offers = [self._offer(item) for item in self._entries("options")]
        if offers:
            entries += _labelled(_("Offer"), offers[:_ROOM_TO_OFFER])
        elif "options" in self.asked:
            entries += self._own_or_phrase(_("Offer"), "", "offer")
        give, get, stop = (self._text("trade", part) for part in ("give", "get", "stop"))
        if give or get:
            entries += (Entry(give, get, label=_("Give")),)
        if stop:
            entries += (Entry(stop, label=_("Stop at")),)
        points = self._points()[_SAY_FIRST:]
        entries += tuple(Entry(text, tick=True) for text in points[:_ROOM_FOR_POINTS])
        more = max(0, len(offers) - _ROOM_TO_OFFER) + max(0, len(points) - _ROOM_FOR_POINTS)
        return Block("once_heard", _("Once they feel heard"), entries, more)

    def _if_then(self) -> Block:
        found = sorted(self._entries("objections"), key=likely_first)
        entries = tuple(
            Entry(quoted(item.text.strip()), str(item.value.get("then", "")).strip()) for item in found[:_OBJECTIONS]
        )
        return Block("if_then", _("If they say → you say"), entries, max(0, len(found) - _OBJECTIONS))

    def _heated(self) -> Block:
        entries = [self._rung(name, label=str(place)) for place, name in enumerate(_RUNGS, 1)]
        own = self._text("ladder", "own")
        if own:
            label = _("I cannot take on") if self._is(CallType.PERSONAL) else _("I end when")
            entries.append(Entry(own, label=label))
        offence = self._phrase("offence")
        if offence:
            entries.append(Entry(quoted(offence), phrase=True))
        return Block("heated", _("If it gets heated"), tuple(entries))

    # The foot

    def _steady(self) -> Block:
        cue, plan = self._text("trigger", "cue"), self._text("trigger", "plan")
        own = (Entry(if_then(cue, plan, _("If {cue}, I {plan}"))),) if cue or plan else ()
        return Block("steady", _("Steady"), own + self._own_or_phrase("", "", "steady"))

    def _close(self) -> Block:
        return Block("close", pgettext("call sheet", "Close"), self._own_or_phrase("", "", "close"))

    # Pieces

    def _is(self, kind: CallType) -> bool:
        return kind in self.types

    def _text(self, key: str, part: str = "text") -> str:
        return self.call.text(key, part) if key in self.asked else ""

    def _picked(self, key: str) -> tuple[str, ...]:
        return self.call.picked(key) if key in self.asked else ()

    def _entries(self, key: str) -> tuple[ItemRecord, ...]:
        return self.call.entries(key) if key in self.asked else ()

    def _points(self) -> list[str]:
        return [item.text.strip() for item in self._entries("points")]

    def _assumed(self) -> list[str]:
        """What is assumed, as questions; those that the person took over stand among their own."""
        left = [each for each in assumptions(self._text("facts", "assume")) if not is_asked_about(self.call, each)]
        return [question_about(each, self.types) for each in left]

    def _phrase(self, name: str) -> str:
        return self.catalog.sheet_phrase(name, self.types)

    def _own_or_phrase(self, label: str, own: str, name: str) -> tuple[Entry, ...]:
        if own:
            return (Entry(own, label=label),)
        phrase = self._phrase(name)
        return (Entry(quoted(phrase) if name in _SAID else phrase, label=label, phrase=True),) if phrase else ()

    def _acknowledge(self, label: str) -> tuple[Entry, ...]:
        picked = self._labels("feelings", self._picked("feelings"))
        why = self._text("feelings")
        own = " – ".join(each for each in (", ".join(picked), why) if each)
        return self._own_or_phrase(label, own[:1].upper() + own[1:], "acknowledge")

    def _own_up(self, label: str) -> tuple[Entry, ...]:
        answer = self.call.answers.get("own_up")
        if answer is None or answer.value.get("nothing") is True:
            return ()
        wrong, repair = self._text("own_up", "wrong"), self._text("own_up", "repair")
        return (Entry(wrong, repair, label=label),) if wrong or repair else ()

    def _offer(self, item: ItemRecord) -> Entry:
        if item.value.get("today") is True:
            return Entry(item.text.strip())
        offer = item.text.strip().rstrip(".")
        return Entry(_("{offer}: {find_out}").format(offer=offer, find_out=self._phrase("find_out")))

    def _rung(self, name: str, *, label: str = "", as_said: bool = False) -> Entry:
        own = self._text("ladder", name)
        text = own or (self.rungs[name].ready if name in self.rungs else "")
        return Entry(quoted(text) if as_said else text, label=label, phrase=not own)

    def _labels(self, key: str, picked: Sequence[str]) -> list[str]:
        known = {choice.key: choice.label for part in self.catalog.question(key).parts for choice in part.choices}
        return [known[each] for each in picked if each in known]


def _filled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that have something to show, without entries that are empty."""
    kept = (
        Block(
            each.key,
            each.title,
            tuple(e for e in map(_on_one_line, each.entries) if e.text or e.answer),
            each.more,
        )
        for each in blocks
    )
    return tuple(block for block in kept if block.entries)


def _on_one_line(entry: Entry) -> Entry:
    return replace(entry, text=" ".join(entry.text.split()), answer=" ".join(entry.answer.split()))


def _labelled(label: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries with ``label`` in front of the first."""
    listed = list(entries)
    if listed:
        listed[0] = replace(listed[0], label=label)
    return tuple(listed)


def quoted(text: str) -> str:
    """The text as words to say."""
    if not text or text[0] in "\"“„«'‘":
        return text
    return _("“{words}”").format(words=text)


def _sentences(text: str) -> list[str]:
    return [each for line in text.splitlines() for each in _SENTENCE_END.split(line.strip()) if each]


def likely_first(item: ItemRecord) -> int:
    """Where an objection belongs among others: the likely ones first, one without a word on that in between."""
    picked = item.value.get("likelihood", "")
    key = (picked[0] if picked else "") if isinstance(picked, list) else picked
    return _LIKELY_FIRST.get(str(key), _LIKELY_FIRST[""])


def _when(head: CallHead, now_zone: str | None) -> str:
    if not head.planned_wall:
        return ""
    return moment_text(head.planned_wall, head.planned_zone, now_zone or "")
