"""What the person chose for their summary: kept as a draft, turned into what the document is built from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from forecall.journal.records import LessonRecord
from forecall.journal.summary import By, SummaryChoice, SummarySource

DRAFT = "summary"
SPANS = ("year", "months", "all", "pick")
MOST_IN_MIND = 5
DEFAULT_LESSONS = 24
"""How many lessons two pages hold; of more, those that helped and the newest are taken unless the person says."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The person's choice. ``put_in`` and ``left_out`` are what they said themselves, by lesson id."""

    span: str = "year"
    since: str | None = None
    until: str | None = None
    by: str = By.SKILL
    put_in: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    in_mind: tuple[str, ...] | None = None
    wording: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """For keeping."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def days(self, today: date) -> tuple[str | None, str | None]:
        """The first and last day of the span; ``None`` is open."""
        if self.span == "year":
            return f"{today.year}-01-01", f"{today.year}-12-31"
        if self.span == "months":
            year, month = divmod(today.year * 12 + today.month - 12, 12)
            return date(year, month + 1, 1).isoformat(), today.isoformat()
        return (self.since, self.until) if self.span == "pick" else (None, None)

    def ordered(self, lessons: Sequence[LessonRecord]) -> list[LessonRecord]:
        """The lessons in the person's order; those they never moved come first, newest first."""
        places = {lesson_id: place for place, lesson_id in enumerate(self.order)}
        return sorted(lessons, key=lambda each: places.get(each.id, -1))

    def included(self, lessons: Sequence[LessonRecord]) -> set[str]:
        """The ids of the lessons that go into the document."""
        best = sorted(lessons, key=lambda each: (-each.helped, -each.used))[:DEFAULT_LESSONS]
        return ({each.id for each in best} | set(self.put_in)) - set(self.left_out)

    def with_lesson(self, lesson_id: str, taken: bool) -> "Chosen":
        """The same with a lesson put in or left out."""
        put_in = tuple(each for each in self.put_in if each != lesson_id)
        left_out = tuple(each for each in self.left_out if each != lesson_id)
        if taken:
            return replace(self, put_in=(*put_in, lesson_id), left_out=left_out)
        return replace(self, put_in=put_in, left_out=(*left_out, lesson_id))

    def with_wording(self, lesson_id: str, words: str) -> "Chosen":
        """The same with a lesson's own words for the document; empty ones go back to the journal's."""
        wording = {key: text for key, text in self.wording.items() if key != lesson_id}
        if words.strip():
            wording[lesson_id] = words
        return replace(self, wording=wording)

    def for_document(self, lessons: Sequence[LessonRecord], today: date) -> SummaryChoice:
        """What the document is built from."""
        since, until = self.days(today)
        taken = self.included(lessons)
        return SummaryChoice(
            by=By(self.by),
            since=since,
            until=until,
            chosen=[each.id for each in self.ordered(lessons) if each.id in taken],
            keep_in_mind=self.in_mind,
            wording=self.wording,
        )


def chosen_from(text: str) -> Chosen:
    """The choice that was kept; what cannot be read counts as nothing chosen."""
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return Chosen()
    if not isinstance(kept, dict):
        return Chosen()
    mind = kept.get("in_mind")
    wording = kept.get("wording")
    return Chosen(
        span=kept["span"] if kept.get("span") in SPANS else "year",
        since=_day(kept.get("since")),
        until=_day(kept.get("until")),
        by=kept["by"] if kept.get("by") in list(By) else By.SKILL,
        put_in=_ids(kept.get("put_in")),
        left_out=_ids(kept.get("left_out")),
        order=_ids(kept.get("order")),
        in_mind=_ids(mind) if isinstance(mind, list) else None,
        wording={str(key): str(words) for key, words in wording.items()} if isinstance(wording, dict) else {},
    )


def lessons_within(source: SummarySource, since: str | None, until: str | None) -> list[LessonRecord]:
    """The lessons of a span, by the day of their call, else by the day they were written."""
    found = []
    for lesson in source.lessons:
        day = (lesson.moment or lesson.created_at)[:10]
        if lesson.archived_at is None and (since is None or day >= since) and (until is None or day <= until):
            found.append(lesson)
    return found


def _day(found: object) -> str | None:
    try:
        return date.fromisoformat(found).isoformat() if isinstance(found, str) else None
    except ValueError:
        return None


def _ids(found: object) -> tuple[str, ...]:
    return tuple(str(each) for each in found) if isinstance(found, list) else ()
