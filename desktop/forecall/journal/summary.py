"""The lessons summary as data: what the person keeps, before it is drawn."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from forecall.guide.catalog import Catalog
from forecall.guide.question import CallType
from forecall.journal.document_words import day_text, if_then, month_text
from forecall.journal.records import CallHead, LessonRecord, PromiseRecord, Stage
from forecall.words import _, ngettext, sorted_as


@dataclass(frozen=True, slots=True)
class SummaryLesson:
    """One lesson in the document: the sentence, why, and where it comes from."""

    id: str
    sentence: str
    why: str = ""
    origin: str = ""  # "Northwind, complaint, March. Used 3 times, helped twice."


@dataclass(frozen=True, slots=True)
class SummarySection:
    """Lessons or lines under one heading."""

    title: str
    lessons: tuple[SummaryLesson, ...] = ()
    lines: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.lessons or self.lines)


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole document, top to bottom. ``counts`` are lines of plain numbers, never causes."""

    title: str
    subtitle: str
    keep_in_mind: SummarySection
    groups: tuple[SummarySection, ...]
    works: SummarySection
    service: SummarySection
    promises: SummarySection
    counts: SummarySection


class By(StrEnum):
    """What the lessons of a summary are grouped by."""

    SKILL = "skill"
    CLIENT = "client"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class SummarySource:
    """Everything a summary is made from, newest first. Answers come with their call's id."""

    lessons: Sequence[LessonRecord] = ()
    calls: Sequence[CallHead] = ()
    promises: Sequence[PromiseRecord] = ()
    works: Sequence[tuple[str, str]] = ()  # the answers to "What went well…?"
    services: Sequence[tuple[str, str]] = ()  # the answers to "What should your service change?"


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What the person chose. Both days are included; ``None`` leaves the choice to the program."""

    by: By = By.SKILL
    since: str | None = None
    until: str | None = None
    chosen: Sequence[str] | None = None  # ids of lessons, in the person's order
    keep_in_mind: Sequence[str] | None = None  # ids of lessons, in the person's order
    wording: Mapping[str, str] = field(default_factory=dict)  # lesson id → the sentence for this document


_KEPT_IN_MIND = 5
_LINES = 8
_LINE_LENGTH = 200
_HELD = frozenset({Stage.CALL, Stage.REFLECT, Stage.DONE})


def build_summary(source: SummarySource, catalog: Catalog, choice: SummaryChoice | None = None) -> Summary:
    """The summary *for me*: names stay, nothing in the journal is changed."""
    return _Builder(source, catalog, choice or SummaryChoice()).summary()


class _Builder:
    """Holds the source and the choice while a summary is put together."""

    def __init__(self, source: SummarySource, catalog: Catalog, choice: SummaryChoice) -> None:
        self.choice = choice
        self.catalog = catalog
        self.calls = [call for call in source.calls if call.stage in _HELD and self._within(_day(call))]
        self.heads = {call.id: call for call in source.calls}
        self.promises = source.promises
        self.lessons = self._picked(source.lessons)
        inside = {call.id for call in self.calls}
        self.works = [(call, text) for call, text in source.works if call in inside]
        self.services = [(call, text) for call, text in source.services if call in inside]

    def summary(self) -> Summary:
        return Summary(
            title=self._title(),
            subtitle=self._subtitle(),
            keep_in_mind=SummarySection(_("Keep in mind"), lessons=self._keep_in_mind()),
            groups=self._groups(),
            works=SummarySection(_("What works"), lines=_counted(self.works)),
            service=SummarySection(_("What our service should change"), lines=_counted(self.services)),
            promises=SummarySection(_("Open promises"), lines=self._promises()),
            counts=SummarySection(_("In numbers"), lines=tuple(self._counts())),
        )

    def _within(self, day: str) -> bool:
        since, until = self.choice.since, self.choice.until
        return (since is None or day >= since) and (until is None or day <= until)

    def _picked(self, lessons: Sequence[LessonRecord]) -> list[LessonRecord]:
        if self.choice.chosen is None:
            return [each for each in lessons if each.archived_at is None and self._within(_lesson_day(each))]
        by_id = {each.id: each for each in lessons}
        return [by_id[each] for each in self.choice.chosen if each in by_id]

    def _title(self) -> str:
        since, until = self.choice.since, self.choice.until
        if since and until:
            span = f"{day_text(since)} – {day_text(until)}"
        elif since:
            span = _("since {day}").format(day=day_text(since))
        elif until:
            span = _("until {day}").format(day=day_text(until))
        else:
            years = sorted({_day(call)[:4] for call in self.calls} | {_lesson_day(e)[:4] for e in self.lessons})
            span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
        title = _("Lessons from my client calls")
        return f"{title}, {span}" if span else title

    def _subtitle(self) -> str:
        promised = sum(1 for each in self.promises if each.done_at is None and each.text.strip())
        if not self.calls and (self.lessons or promised):
            lessons = ngettext("{count} lesson", "{count} lessons", len(self.lessons))
            promises = ngettext("{count} open promise", "{count} open promises", promised)
            parts = [lessons] if self.lessons else []
            parts += [promises] if promised else []
            return f"{', '.join(parts)}."
        looked_back = sum(1 for call in self.calls if call.looked_back_now_at or call.stage is Stage.DONE)
        told = ngettext("{count} call", "{count} calls", len(self.calls))
        back = ngettext("{count} looked back on", "{count} looked back on", looked_back)
        return _("{calls}, {looked_back}.").format(calls=told, looked_back=back)

    # Lessons

    def _keep_in_mind(self) -> tuple[SummaryLesson, ...]:
        if self.choice.keep_in_mind is None:
            helped = [each for each in self.lessons if each.helped > 0]
            found = sorted(helped, key=lambda each: -each.helped)
        else:
            by_id = {each.id: each for each in self.lessons}
            found = [by_id[each] for each in self.choice.keep_in_mind if each in by_id]
        told: dict[str, SummaryLesson] = {}  # each sentence once, though two lessons may have the same
        for each in found:
            sentence = self._sentence(each)
            told.setdefault(sentence.casefold().rstrip("."), SummaryLesson(each.id, sentence))
        return tuple(told.values())[:_KEPT_IN_MIND]

    def _groups(self) -> tuple[SummarySection, ...]:
        name, order = self._grouping()
        groups: dict[str, list[LessonRecord]] = {}
        for lesson in self.lessons:
            groups.setdefault(name(lesson), []).append(lesson)
        return tuple(
            SummarySection(title, tuple(self._lesson(each) for each in groups[title]))
            for title in sorted(groups, key=order)
        )

    def _grouping(self) -> tuple[Callable[[LessonRecord], str], Callable[[str], Any]]:
        """How a lesson's group is called, and what the groups are sorted by."""
        if self.choice.by is By.SKILL:
            names = self._skills()
            places = {name: place for place, name in enumerate(names.values())}
            return lambda each: names.get(each.skill, _("Other")), lambda title: places.get(title, len(places))
        if self.choice.by is By.CLIENT:
            anyone = _("Any client")
            return (
                lambda each: each.client_name or anyone,
                lambda title: (title == anyone, sorted_as(title), title),
            )
        newest = {month_text(day): day for day in sorted(_lesson_day(each) for each in self.lessons)}
        latest_first = {title: place for place, title in enumerate(reversed(newest))}
        return lambda each: month_text(_lesson_day(each)), lambda title: latest_first[title]

    def _skills(self) -> dict[str, str]:
        parts = self.catalog.question("lesson").parts
        return {each.key: each.label for part in parts if part.name == "skill" for each in part.choices}

    def _lesson(self, lesson: LessonRecord) -> SummaryLesson:
        return SummaryLesson(lesson.id, self._sentence(lesson), lesson.why.strip(), self._origin(lesson))

    def _sentence(self, lesson: LessonRecord) -> str:
        return self.choice.wording.get(lesson.id, "").strip() or lesson_sentence(lesson)

    def _origin(self, lesson: LessonRecord) -> str:
        kinds = " + ".join(type_name(each) for each in lesson.call_types)
        place = ", ".join(each for each in (lesson.client_name, kinds, month_text(_lesson_day(lesson))) if each)
        if not lesson.used:
            return f"{place}."
        used = _("Used twice") if lesson.used == 2 else ngettext("Used once", "Used {count} times", lesson.used)
        helped = _helped(lesson.helped)
        told = _("{used}, {helped}.").format(used=used, helped=helped) if helped else f"{used}."
        return f"{place}. {told}"

    # Lines

    def _promises(self) -> tuple[str, ...]:
        found = [each for each in self.promises if each.done_at is None and each.text.strip()]
        found.sort(key=lambda each: (each.due is None, each.due or ""))
        return tuple(self._promise(each) for each in found)

    def _promise(self, promise: PromiseRecord) -> str:
        text = promise.text.strip()
        if promise.due:
            return _("{promise} – {client}, by {day}").format(
                promise=text, client=promise.client_name, day=day_text(promise.due)
            )
        return _("{promise} – {client}").format(promise=text, client=promise.client_name)

    def _counts(self) -> Iterable[str]:
        kinds = Counter(kind for call in self.calls for kind in call.types)
        if kinds:
            listed = ", ".join(f"{type_name(kind)} {kinds[kind]}" for kind in CallType if kinds[kind])
            yield _("Calls by type: {listed}").format(listed=listed)
        endings = Counter(call.ended for call in self.calls if call.ended)
        if endings:
            names = self._endings()
            listed = ", ".join(f"{names[each]} {endings[each]}" for each in names if endings[each])
            yield _("How they ended: {listed}").format(listed=listed)
        inside = {call.id for call in self.calls}
        promises = [each for each in self.promises if each.call_id in inside]
        if promises:
            kept = sum(1 for each in promises if each.done_at)
            yield _("Promises kept: {kept} of {all}").format(kept=kept, all=len(promises))

    def _endings(self) -> dict[str, str]:
        parts = self.catalog.question("ended").parts
        return {each.key: each.label for part in parts for each in part.choices}


def _helped(times: int) -> str:
    if times == 2:
        return _("helped twice")
    return ngettext("helped once", "helped {count} times", times) if times else ""


def type_name(kind: CallType) -> str:
    """A call type in words, as it stands in the middle of a sentence."""
    names = {
        CallType.COMPLAINT: _("complaint"),
        CallType.MISUNDERSTANDING: _("misunderstanding"),
        CallType.BAD_NEWS: _("bad news"),
        CallType.PERSONAL: _("personal circumstances"),
        CallType.SCOPE: _("scope, price or deadline"),
        CallType.ABUSE: _("abuse or disrespect"),
    }
    return names[kind]


def lesson_sentence(lesson: LessonRecord) -> str:
    """The if-then plan as one sentence."""
    return if_then(lesson.if_text, lesson.then_text, _("If {cue}, I will {plan}"))


def _counted(answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The answers, the same words once, with the number of calls behind each: most calls first."""
    calls: dict[str, set[str]] = {}
    spelled: dict[str, str] = {}
    for call, text in answers:
        for line in (each.strip(" \t-•*") for each in text.splitlines()):
            if line:
                same = line.casefold().rstrip(".")
                spelled.setdefault(same, _shortened(line))
                calls.setdefault(same, set()).add(call)
    ranked = sorted(calls, key=lambda same: -len(calls[same]))[:_LINES]
    return tuple(f"{spelled[same]} ({ngettext('{count} call', '{count} calls', len(calls[same]))})" for same in ranked)


def _shortened(line: str) -> str:
    if len(line) <= _LINE_LENGTH:
        return line.rstrip(".")
    return line[:_LINE_LENGTH].rsplit(" ", 1)[0].rstrip(".,;") + "…"


def _day(call: CallHead) -> str:
    return (call.planned_wall or call.moment)[:10]


def _lesson_day(lesson: LessonRecord) -> str:
    return (lesson.moment or lesson.created_at)[:10]
