"""The archive's JSON Schema, which both directions read, compiled into quick checks.

Only the words of JSON Schema that the file uses are known here; a test holds the two together, and another
one compares the verdicts with those of a full implementation.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from forecall.journal.moments import from_utc, known_zone, wall_text
from forecall.paths import resources_folder
from forecall.words import _, number_text

Check = Callable[[Any], None]
"""Raises ``Unsound`` when a value is not as it should be."""

SECTIONS: Mapping[str, str] = {
    "clients": "client",
    "calls": "call",
    "answers": "answer",
    "items": "item",
    "lessons": "lesson",
    "phrases": "phrase",
    "forecast_locks": "forecast_lock",
    "paces": "pace",
    "revisions": "revision",
}
"""The lists of an archive and the tables they come from, parents first."""


class Unsound(ValueError):
    """What is wrong with a value, and the names of the fields that lead to it."""

    def __init__(self, told: str, *path: str) -> None:
        super().__init__(told)
        self.path = path

    def __str__(self) -> str:
        """The names and what is wrong: "planned_wall is a date that does not exist"."""
        named = ", ".join(_shown(name) for name in self.path)
        return f"{named} {self.args[0]}" if named else str(self.args[0])


DESCRIBES = frozenset({"description", "title", "$schema", "$defs"})
CHECKED = frozenset(
    {"$ref", "type", "const", "pattern", "format", "minimum", "maximum", "maxLength"}
    | {"properties", "required", "additionalProperties", "items"}
)
"""The words of JSON Schema that are understood."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def archive_schema() -> dict[str, Any]:
    """The schema as it stands in the resources."""
    text = (resources_folder() / "schemas" / "journal.schema.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def compiled(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Check:
    """A check of values against a part of the schema."""
    if "$ref" in schema:
        return compiled(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    checks = [make(schema, root) for word, make in _MAKERS.items() if word in schema]

    def check(value: Any) -> None:
        for each in checks:
            each(value)

    return checks[0] if len(checks) == 1 else check


def _constant(schema: Mapping[str, Any], _root: Mapping[str, Any]) -> Check:
    wanted = schema["const"]

    def check(value: Any) -> None:
        if type(value) is not type(wanted) or value != wanted:
            raise Unsound(_("is not {wanted}").format(wanted=wanted))

    return check


def _typed(schema: Mapping[str, Any], _root: Mapping[str, Any]) -> Check:
    names = [schema["type"]] if isinstance(schema["type"], str) else list(schema["type"])
    kinds = {
        "string": str,
        "integer": int,
        "boolean": bool,
        "null": type(None),
        "object": dict,
        "array": list,
    }
    allowed = frozenset(kinds[name] for name in names)

    def check(value: Any) -> None:
        if type(value) not in allowed:
            raise Unsound(_kind(names[0]))
        if type(value) is str and not value.isascii() and _SURROGATE.search(value):
            raise Unsound(_("holds half of a character, which cannot be saved"))

    return check


def _kind(name: str) -> str:
    told = {
        "string": _("is not text"),
        "integer": _("is not a whole number"),
        "boolean": _("is not yes or no"),
        "object": _("is not an object"),
        "array": _("is not a list"),
    }
    return told[name]


def _matching(schema: Mapping[str, Any], _root: Mapping[str, Any]) -> Check:
    matches = re.compile(schema["pattern"].removesuffix("$") + r"\Z").match  # "$" alone allows a line end

    def check(value: Any) -> None:
        if value is not None and not matches(value):
            raise Unsound(_("is not written as it should be"))

    return check


def _formatted(schema: Mapping[str, Any], _root: Mapping[str, Any]) -> Check:
    read, told = _FORMATS[schema["format"]]
    sound: set[str] = set()

    def check(value: Any) -> None:
        if value is None or value in sound:
            return
        try:
            read(value)
        except (ValueError, OverflowError) as error:
            raise Unsound(_(told)) from error
        if len(sound) < 1000:
            sound.add(value)

    return check


def _day(text: str) -> None:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(text)


def _wall(text: str) -> None:
    if wall_text(text) != text:
        raise ValueError(text)


def _moment(text: str) -> datetime:
    return from_utc(text)


_NO_DATE = "is a date that does not exist"
_FORMATS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "date": (_day, _NO_DATE),
    "date-time": (_moment, _NO_DATE),
    "wall-time": (_wall, _NO_DATE),
    "time-zone": (known_zone, "is a time zone that is not known"),
}


def _limited(schema: Mapping[str, Any], _root: Mapping[str, Any]) -> Check:
    least, most = schema["minimum"], schema["maximum"]

    def check(value: Any) -> None:
        if type(value) is int and not least <= value <= most:
            raise Unsound(_("is not between {least} and {most}").format(least=least, most=most))

    return check


def _no_longer(schema: Mapping[str, Any], _root: Mapping[str, Any]) -> Check:
    most = schema["maxLength"]

    def check(value: Any) -> None:
        if type(value) is str and len(value) > most:
            raise Unsound(_("is longer than {most} characters").format(most=number_text(most)))

    return check


def _object(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Check:
    known = {name: compiled(each, root) for name, each in schema.get("properties", {}).items()}
    required = schema.get("required", ())
    others = schema["additionalProperties"]
    other = compiled(others, root) if others else None

    def check(value: Any) -> None:
        for name in () if other is None else value:
            if _SURROGATE.search(name):
                raise Unsound(_("holds half of a character, which cannot be saved"), name)
        for name in required:
            if name not in value:
                raise Unsound(_("is missing"), name)
        for name, each in value.items():
            judged = known.get(name, other)
            if judged is None:
                raise Unsound(_("is a field that is not known"), name)
            try:
                judged(each)
            except Unsound as unsound:
                unsound.path = (name, *unsound.path)
                raise

    return check


def _listed(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Check:
    each = compiled(schema["items"], root)

    def check(value: Any) -> None:
        if type(value) is list:
            for entry in value:
                each(entry)

    return check


def _shown(name: str) -> str:
    return name.encode("ascii", "backslashreplace").decode()[:60]


_MAKERS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Check]] = {
    "const": _constant,
    "type": _typed,
    "pattern": _matching,
    "format": _formatted,
    "minimum": _limited,
    "maxLength": _no_longer,
    "additionalProperties": _object,
    "items": _listed,
}
