"""Collects the words of the guide's TOML files for translators: an extraction method for Babel."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import is_dataclass
from typing import IO, Any, get_args, get_origin, get_type_hints

from forecall.guide.catalog import BLOCKS
from forecall.guide.wording import word_fields

Message = tuple[int, None, str, list[str]]
"""What Babel asks for: the line, the function (none), the text, and comments."""


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Yield each text of a TOML file that a person reads. Tables that the guide does not know hold none."""
    source = fileobj.read().decode("utf-8")
    lines = Lines(source)
    for text in _file_words(tomllib.loads(source)):
        yield lines.of(text), None, text, []


def _file_words(tables: Mapping[str, Any]) -> Iterator[str]:
    for name, value in tables.items():
        if name in BLOCKS and isinstance(value, list):
            for block in value:
                yield from _words(BLOCKS[name], block)
        elif name in ("title", "lead", "choices"):
            yield from _strings(value)


def _words(kind: Any, table: Mapping[str, Any]) -> Iterator[str]:
    """The words of a block that becomes a record of this kind, in the order in which they stand."""
    hints = get_type_hints(kind)
    for name, value in table.items():
        nested = next(filter(is_dataclass, get_args(hints.get(name))), None)
        if name in word_fields(kind):
            yield from _strings(value)
        elif nested and isinstance(value, list):
            for block in value:
                yield from _words(nested, block)
        elif nested and isinstance(value, Mapping):
            # A tuple of records may be written short: key = "label".
            yield from _strings(value) if get_origin(hints[name]) is tuple else _words(nested, value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


class Lines:
    """Finds the line of a text. TOML readers keep no places, so it is looked for after the one before it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._from = 0

    def of(self, text: str) -> int:
        """The line on which the text stands; that of the text before it when it is written with escapes."""
        for quoted in (f'"{text}"', f"'{text}'"):
            place = self._source.find(quoted, self._from)
            if place >= 0:
                self._from = place
                break
        return self._source.count("\n", 0, self._from) + 1
