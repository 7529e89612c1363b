"""The lessons summary as data: what the person keeps, before it is drawn."""

from dataclasses import dataclass


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
