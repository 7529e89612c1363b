"""Builds the guide's records from blocks of TOML, with a sentence for whatever does not fit."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from forecall.guide.question import Choice
from forecall.words import _

T = TypeVar("T")


class ResourceFault(Exception):
    """A resource that cannot be used. Its text is one sentence with the file, the block and the fault."""


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; a ``ResourceFault`` when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        why = _("it cannot be read ({reason})").format(reason=error.strerror or error)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        why = _("it is not valid TOML ({reason})").format(reason=error)
    raise ResourceFault(fault(path.name, why))


def fault(where: str, what: str) -> str:
    """The sentence for a fault: the place, then what is wrong there."""
    return f"{where}: {what}."


def build(kind: type[T], table: object, where: str) -> T:
    """The record ``kind`` made from a TOML table whose keys and values mirror its fields."""
    if not isinstance(table, Mapping):
        raise ResourceFault(fault(where, _("a table was expected")))
    record: Any = kind
    hints, required = _shape_of(record)
    for key in table:
        if key not in hints:
            raise ResourceFault(fault(where, _("“{key}” is not known here").format(key=key)))
    for key in sorted(required - table.keys()):
        raise ResourceFault(fault(where, _("“{key}” is missing").format(key=key)))
    return kind(**{key: _value(hints[key], value, f"{where}, {key}") for key, value in table.items()})


@cache
def _shape_of(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The type of each field, and the fields that must be given."""
    required = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}
    return get_type_hints(kind), frozenset(required)


def _value(hint: Any, raw: object, where: str) -> Any:
    """The raw TOML value as the type that the hint asks for."""
    arguments = get_args(hint)
    match get_origin(hint) or hint:
        case origin if origin is UnionType:
            return _value(arguments[0], raw, where)
        case origin if origin in (tuple, frozenset):
            return _several(origin, arguments[0], raw, where)
        case origin if origin is Mapping:
            return _mapping(arguments, raw, where)
        case type() as origin if is_dataclass(origin):
            return build(origin, raw, where)
        case origin if issubclass(origin, StrEnum):
            return _member(origin, raw, where)
        case origin if type(raw) is origin:
            return raw
        case origin:
            raise ResourceFault(fault(where, _expected(origin)))


def _several(container: Any, each: Any, raw: object, where: str) -> Any:
    """A tuple or set of values. Choices may be written short, as ``key = "label"``."""
    if each is Choice and isinstance(raw, Mapping):
        raw = [{"key": key, "label": label} for key, label in raw.items()]
    if not isinstance(raw, list):
        raise ResourceFault(fault(where, _("a list was expected")))
    return container(_value(each, value, f"{where} {place}") for place, value in enumerate(raw, start=1))


def _mapping(arguments: tuple[Any, ...], raw: object, where: str) -> dict[Any, Any]:
    """A table whose keys and values have the types of ``arguments``."""
    if not isinstance(raw, Mapping):
        raise ResourceFault(fault(where, _("a table was expected")))
    of_key, of_value = arguments
    return {_value(of_key, k, where): _value(of_value, v, f"{where} {k}") for k, v in raw.items()}


def _member(kind: type[StrEnum], raw: object, where: str) -> StrEnum:
    """The member of an enumeration that is written as ``raw``."""
    try:
        return kind(str(raw))
    except ValueError:
        text = _("“{value}” is not one of {choices}").format(value=raw, choices=", ".join(kind))
        raise ResourceFault(fault(where, text)) from None


def _expected(kind: type[Any]) -> str:
    """What the person who edits the file should have written."""
    if kind is bool:
        return _("true or false was expected")
    return _("a whole number was expected") if kind is int else _("text in quotes was expected")
