"""What a column of a table can hold, and which one it likely does by its name, in English and German."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forecall.exchange.faults import ImportFault
from forecall.exchange.write.safe import clipped, one_line
from forecall.words import N_, _


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a column can hold: its key, what a person calls it, and what others call it."""

    key: str
    words: str
    names: tuple[str, ...]


# The order is the one in which they are offered. Names are compared without case, signs and accents of their own.
FIELDS: tuple[Field, ...] = (
    Field(
        "client",
        N_("Client"),
        (
            "client",
            "customer",
            "account",
            "company",
            "contact",
            "kunde",
            "kundin",
            "klient",
            "klientin",
            "firma",
            "mandant",
            "client name",
            "customer name",
            "account name",
            "kundenname",
            "organisation",
            "organization",
            "auftraggeber",
        ),
    ),
    Field(
        "date",
        N_("Date"),
        ("date", "day", "call date", "when", "datum", "tag", "termin", "start", "start date", "wann"),
    ),
    Field("time", N_("Time"), ("time", "hour", "start time", "uhrzeit", "zeit", "beginn")),
    Field(
        "title",
        N_("Title"),
        ("title", "subject", "topic", "summary", "titel", "betreff", "thema", "about", "call", "gesprach", "anlass"),
    ),
    Field("type", N_("Call type"), ("type", "types", "call type", "kind", "category", "art", "typ", "kategorie")),
    Field(
        "length",
        N_("Length in minutes"),
        ("length", "duration", "minutes", "length minutes", "dauer", "minuten", "lange"),
    ),
    Field(
        "ended",
        N_("How it ended"),
        ("ended", "ending", "how it ended", "outcome", "result", "status", "ergebnis", "ausgang", "ende"),
    ),
    Field("issue", N_("The issue"), ("issue", "problem", "reason", "complaint", "anliegen", "grund", "beschwerde")),
    Field(
        "notes",
        N_("Notes"),
        (
            "notes",
            "note",
            "comment",
            "comments",
            "description",
            "text",
            "notizen",
            "notiz",
            "bemerkung",
            "bemerkungen",
            "kommentar",
            "beschreibung",
        ),
    ),
    Field(
        "went_well", N_("What went well"), ("went well", "good", "what went well", "gut", "was gut lief", "lief gut")
    ),
    Field(
        "differently",
        N_("What to do differently"),
        ("differently", "what to do differently", "improve", "improvement", "anders", "was anders", "verbesserung"),
    ),
    Field("lesson_if", N_("Lesson: if…"), ("lesson if", "if", "wenn", "trigger", "lektion wenn")),
    Field(
        "lesson_then",
        N_("Lesson: then…"),
        ("lesson then", "then", "dann", "lesson", "lessons", "learning", "lektion", "lektion dann", "erkenntnis"),
    ),
    Field(
        "promise",
        N_("Promise"),
        (
            "promise",
            "promised",
            "follow up",
            "followup",
            "to do",
            "todo",
            "next step",
            "zusage",
            "zusagen",
            "aufgabe",
            "versprechen",
            "nachster schritt",
        ),
    ),
    Field("due", N_("Promised by"), ("due", "by", "due date", "deadline", "promised by", "bis", "fallig", "frist")),
    Field("links", N_("Links"), ("link", "links", "url", "ticket", "adresse")),
    Field(
        "known",
        N_("What is known about the client"),
        ("known", "about the client", "client notes", "bekannt", "uber den kunden", "kundennotiz"),
    ),
)

NO_FIELD = ""
"""Of a column that is left out."""

_KEYS = {field.key: field for field in FIELDS}
_FOLDS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})


def guess_fields(names: Sequence[str]) -> tuple[str, ...]:
    """The likely field of each column, each field once: by its whole name first, then by a word of it."""
    found = [NO_FIELD] * len(names)
    tidy = [_tidy(name) for name in names]
    for whole in (True, False):
        for place, name in enumerate(tidy):
            if found[place] or not name:
                continue
            for field in FIELDS:
                if field.key not in found and _means(field, name, whole):
                    found[place] = field.key
                    break
    return tuple(found)


def looks_like_names(row: Sequence[str]) -> bool:
    """Whether a first row holds the names of columns: one that is known, or only short words without a digit."""
    if any(any(_means(field, _tidy(cell), True) for field in FIELDS) for cell in row):
        return True
    told = [cell.strip() for cell in row if cell.strip()]
    return (
        len(told) > 1
        and all(len(cell) < 30 and not re.search(r"\d", cell) for cell in told)
        and len(set(told)) == len(told)
    )


def mapped_fields(told: Mapping[str, str], names: Sequence[str]) -> tuple[str, ...]:
    """The field of each column as a person said it: ``field`` to a column's name or number (from 1).

    What is not said is guessed; raises ``ImportFault`` for a field or a column that there is not.
    """
    wanted: dict[int, str] = {}
    for key, column in told.items():
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise ImportFault(
                _("There is no field {field}. There are: {known}.").format(field=one_line(key), known=known)
            )
        wanted[_place(column, names)] = key
    guessed = guess_fields([name if place not in wanted else "" for place, name in enumerate(names)])
    said = set(wanted.values())
    return tuple(
        wanted.get(place, NO_FIELD if guessed[place] in said else guessed[place]) for place in range(len(names))
    )


def _place(column: str, names: Sequence[str]) -> int:
    tidy = [_tidy(name) for name in names]
    if _tidy(column) in tidy:
        return tidy.index(_tidy(column))
    if column.isascii() and column.isdigit() and 1 <= int(column[:6]) <= len(names):
        return int(column[:6]) - 1
    shown = ", ".join(clipped(one_line(name), 30) for name in names[:20])
    told = _("There is no column {column}. There are: {known}.")
    raise ImportFault(told.format(column=clipped(one_line(column), 40), known=shown))


def _means(field: Field, name: str, whole: bool) -> bool:
    if whole:
        return name in field.names
    return any(f" {known} " in f" {name} " for known in field.names if len(known) > 3)


def _tidy(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name[:200])
    return " ".join(re.sub(r"[\W_]+", " ", spaced.casefold().translate(_FOLDS)).split())
