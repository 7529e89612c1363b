"""The sheet while the call is held: what to glance at, what can be marked, and what was noted so far."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forecall.coach.own_phrases import OwnPhrases
from forecall.guide.catalog import Catalog
from forecall.guide.phrases import Phrase
from forecall.guide.question import CallType
from forecall.journal.call_sheet import Block, CallSheet, Entry, build_call_sheet, likely_first, quoted
from forecall.journal.records import CallRecord, ItemRecord, LiveKind, LiveNote, Stage
from forecall.words import _

RUNGS = ("restate", "firm_no", "respect", "end")
"""The ladder, from saying it again to ending the call; the last word of each is what a note is ``of``."""

_CALMING = ("calming", "reformulating")


@dataclass(frozen=True, slots=True)
class Ticked:
    """Something to say or to ask, and whether that was done."""

    id: str
    text: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What they may say, and the answer that was planned; ``planned`` is false where a phrase stands in for it."""

    id: str
    says: str
    answer: str
    planned: bool = True


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder with the words for it."""

    key: str
    place: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the detail: a label, and what stands behind it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class LiveSheet:
    """Everything that the live sheet shows of one call. ``dimmed`` says that its words are neutral ones."""

    call_id: str
    client: str
    title: str
    length: int
    started_at: str | None
    over: bool
    aim: str
    opening: tuple[str, ...]
    first: tuple[Line, ...]
    points: tuple[Ticked, ...]
    say: str
    line: str
    asks: tuple[Ticked, ...]
    foreseen: tuple[Foreseen, ...]
    rungs: tuple[Rung, ...]
    calming: tuple[str, ...]
    offence: str
    more: tuple[Line, ...]
    notes: tuple[LiveNote, ...]
    abuse: bool = False
    dimmed: bool = False

    @property
    def raised(self) -> Foreseen | None:
        """The objection that was marked last, as long as it is still foreseen."""
        known = {each.id: each for each in self.foreseen}
        found = [known[note.of] for note in self.notes if note.kind is LiveKind.OBJECTION and note.of in known]
        return found[-1] if found else None

    @property
    def not_raised(self) -> tuple[Foreseen, ...]:
        """What they may still say, the likely first, then what they have said already."""
        said = {note.of for note in self.notes if note.kind is LiveKind.OBJECTION}
        return tuple(sorted(self.foreseen, key=lambda each: each.id in said))

    @property
    def rung(self) -> Rung | None:
        """The rung that was said last."""
        known = {each.key: each for each in self.rungs}
        found = [known[note.of] for note in self.notes if note.kind is LiveKind.RUNG and note.of in known]
        return found[-1] if found else None

    @property
    def next_rung(self) -> Rung | None:
        """The rung to say next; ``None`` after the last. With abuse the ladder begins with asking for respect."""
        said = self.rung
        if said is not None:
            return next((each for each in self.rungs if each.place > said.place), None)
        first = "respect" if self.abuse else RUNGS[0]
        return next((each for each in self.rungs if each.key == first), self.rungs[0] if self.rungs else None)


def build_live_sheet(call: CallRecord, catalog: Catalog, own: OwnPhrases | None = None) -> LiveSheet:
    """The live sheet of a call, with the person's own phrases among those that calm."""
    sheet, types = build_call_sheet(call, catalog), call.head.types
    asked = {each.key: each for each in catalog.worksheet("prepare").asked(types)}
    blocks = {block.key: block for block in _all_blocks(sheet)}
    points, asks = (_ticked(call.entries(key) if key in asked else ()) for key in ("points", "ask"))
    ladder = {part.name: part for part in asked["ladder"].parts} if "ladder" in asked else {}
    words = {key: call.text("ladder", key) or (ladder[key].ready if key in ladder else "") for key in RUNGS}
    mirrored = catalog.sheet_phrase("repeat", types)
    return LiveSheet(
        call_id=call.head.id,
        client=call.head.client_name,
        title=call.head.title,
        length=call.head.length_minutes,
        started_at=call.started_at,
        over=call.head.held_at is not None,
        aim=_words_of(blocks.get("aim")),
        opening=tuple(entry.text for entry in _entries(blocks, "open")),
        first=tuple(_lines(blocks, ("own_up", "acknowledge"), set())),
        points=points,
        say="" if points else _words_of(blocks.get("say")),
        line=_words_of(blocks.get("line")),
        asks=asks,
        foreseen=_foreseen(call, mirrored) if "objections" in asked else (),
        rungs=tuple(Rung(key, place, quoted(words[key])) for place, key in enumerate(RUNGS, 1) if words[key]),
        calming=_calming(catalog, types, own or OwnPhrases()),
        offence=quoted(catalog.sheet_phrase("offence", types)),
        more=tuple(_lines(blocks, _DETAIL, {each.text for each in (*points, *asks)})),
        notes=call.live_notes,
        abuse=CallType.ABUSE in types,
    )


def can_be_held(call: CallRecord) -> bool:
    """Whether a call can begin, or go on: it was not held, nor let go of."""
    return call.head.held_at is None and call.head.deleted_at is None and call.head.stage is not Stage.DONE


def ticked(sheet: LiveSheet, item_id: str, done: bool) -> LiveSheet:
    """The sheet with a point, or a question, said or not."""

    def turned(each: Ticked) -> Ticked:
        return replace(each, done=done) if each.id == item_id else each

    return replace(sheet, points=tuple(map(turned, sheet.points)), asks=tuple(map(turned, sheet.asks)))


def noted(sheet: LiveSheet, note: LiveNote) -> LiveSheet:
    """The sheet with a note, in the place of an earlier state of it."""
    if any(each.id == note.id for each in sheet.notes):
        return replace(sheet, notes=tuple(note if each.id == note.id else each for each in sheet.notes))
    return replace(sheet, notes=tuple(sorted((*sheet.notes, note), key=lambda each: each.at)))


def without_note(sheet: LiveSheet, note_id: str) -> LiveSheet:
    """The sheet without a note."""
    return replace(sheet, notes=tuple(each for each in sheet.notes if each.id != note_id))


def neutral(sheet: LiveSheet) -> LiveSheet:
    """The sheet for a screen that others see: no name, nobody's words, everything in its place."""
    said, answer = _("Objection {number}"), _("Answer {number}")
    return replace(
        sheet,
        client=_("Call"),
        title="",
        aim=_("Aim") if sheet.aim else "",
        opening=(),
        first=(),
        points=_numbered(sheet.points, _("Point {number}")),
        say="",
        line=_("Next line") if sheet.line else "",
        asks=_numbered(sheet.asks, _("Question {number}")),
        foreseen=tuple(
            replace(each, says=said.format(number=place), answer=answer.format(number=place))
            for place, each in enumerate(sheet.foreseen, 1)
        ),
        rungs=tuple(replace(each, words=_("Next line")) for each in sheet.rungs),
        calming=tuple(_("Next line") for _each in sheet.calming),
        offence=_("Next line") if sheet.offence else "",
        more=(),
        notes=tuple(replace(each, text="…" if each.text else "") for each in sheet.notes),
        dimmed=True,
    )


def note_words(note: LiveNote, sheet: LiveSheet) -> str:
    """A note on one line: what was marked, and the words about it."""
    kind = {
        LiveKind.HEATED: _("heated"),
        LiveKind.PROMISE: _("promise"),
        LiveKind.SURPRISE: _("surprise"),
        LiveKind.CALM: _("calmed"),
        LiveKind.OFFENCE: _("asked about offence"),
        LiveKind.OBJECTION: _("they said"),
        LiveKind.RUNG: _("limit"),
        LiveKind.NOTE: _("note") if sheet.dimmed or not note.text else "",
    }[note.kind]
    words = " ".join(note.text.split())
    if note.kind is LiveKind.OBJECTION:
        words = words or next((each.says for each in sheet.foreseen if each.id == note.of), "")
    elif note.kind is LiveKind.RUNG:
        rung = next((each for each in sheet.rungs if each.key == note.of), None)
        words = words or (of_all(rung) if rung is not None else "")
    return " – ".join(part for part in (kind, "" if sheet.dimmed else words) if part)


def of_all(rung: Rung) -> str:
    """Which rung it is: "2 of 4"."""
    return _("{place} of {all}").format(place=rung.place, all=len(RUNGS))


_DETAIL = ("while_they_speak", "once_heard", "heated", "steady", "close")


def _all_blocks(sheet: CallSheet) -> Iterator[Block]:
    yield from sheet.top
    for row in sheet.detail:
        yield from row
    yield from sheet.foot


def _entries(blocks: dict[str, Block], key: str) -> tuple[Entry, ...]:
    return blocks[key].entries if key in blocks else ()


def _words_of(block: Block | None) -> str:
    return block.entries[0].text if block is not None else ""


def _lines(blocks: dict[str, Block], keys: Iterable[str], shown: set[str]) -> Iterator[Line]:
    """The lines of some blocks that stand nowhere else on the live sheet."""
    for key in keys:
        for place, entry in enumerate(_entries(blocks, key)):
            if entry.text in shown or (key == "heated" and (entry.label.isdigit() or not entry.label)):
                continue
            title = blocks[key].title if place == 0 and not entry.label else ""
            text = f"{entry.text} → {entry.answer}" if entry.answer else entry.text
            yield Line(entry.label or title, text)


def _ticked(entries: Iterable[ItemRecord]) -> tuple[Ticked, ...]:
    return tuple(Ticked(each.id, " ".join(each.text.split()), each.done_at is not None) for each in entries)


def _foreseen(call: CallRecord, otherwise: str) -> tuple[Foreseen, ...]:
    found = sorted(call.entries("objections"), key=likely_first)
    answers = ((item, " ".join(str(item.value.get("then", "")).split())) for item in found)
    return tuple(
        Foreseen(item.id, quoted(" ".join(item.text.split())), answer or quoted(otherwise), bool(answer))
        for item, answer in answers
    )


def _calming(catalog: Catalog, types: Sequence[CallType], own: OwnPhrases) -> tuple[str, ...]:
    """Phrases that calm, the person's own first; the question about offence has a key of its own."""
    offence = catalog.sheet_phrase("offence", types)
    phrases = [each for each in (*own.shown, *catalog.phrases) if each.key not in own.hidden and _suits(each, types)]
    found = (each.text.strip() for moment in _CALMING for each in phrases if each.moment == moment)
    return tuple(dict.fromkeys(quoted(text) for text in found if text and not text.startswith(offence)))


def _suits(phrase: Phrase, types: Sequence[CallType]) -> bool:
    return not phrase.types or not phrase.types.isdisjoint(types)


def _numbered(listed: Sequence[Ticked], words: str) -> tuple[Ticked, ...]:
    return tuple(replace(each, text=words.format(number=place)) for place, each in enumerate(listed, 1))
