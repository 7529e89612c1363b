"""Which fields of a record are words that a person reads, and those words in the person's language."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from forecall.words import _

T = TypeVar("T")


@cache
def word_fields(kind: Any) -> frozenset[str]:
    """The names of the fields of a record that hold words, alone or inside a list or a table."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(field.name for field in fields(kind) if _holds_words(hints[field.name]))


def _holds_words(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return "words" in hint.__metadata__
    return any(_holds_words(argument) for argument in get_args(hint))


def spoken(record: T) -> T:
    """A copy of the record with its words, and those of the records in it, in the person's language."""
    kind: Any = type(record)
    changed: dict[str, Any] = {}
    for name in _speaking_fields(kind):
        value = getattr(record, name)
        if value:
            changed[name] = _speak(value)
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


@cache
def _speaking_fields(kind: Any) -> frozenset[str]:
    """The fields that hold words or further records."""
    hints = get_type_hints(kind)
    nested = {f.name for f in fields(kind) if any(map(is_dataclass, get_args(hints[f.name])))}
    return word_fields(kind) | nested


def _speak(value: Any) -> Any:
    if isinstance(value, str):
        return _(value)
    if isinstance(value, dict):
        return {key: _speak(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_speak(part) for part in value)
    return spoken(value)
