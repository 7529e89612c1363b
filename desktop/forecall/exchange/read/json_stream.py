"""JSON read from a file a value at a time: a large one needs little memory, a hostile one little time."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from forecall.words import _

_PIECE = 1 << 18
_LARGEST = 64 << 20  # characters of one value: far more than a person writes under one question
_SPACE = " \t\n\r"


class NotSound(ValueError):
    """The text is not JSON as it should be; ``str()`` says why."""


class JsonStream:
    """Reads one JSON object whose large fields are lists."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._over = False
        self._decoder = json.JSONDecoder(object_pairs_hook=_without_twins, parse_constant=_no_number)

    def peek(self) -> str:
        """The next character that is no space; nothing at the end of the file."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._more(_PIECE):
                return ""

    def fields(self) -> Iterator[str]:
        """The names of an object's fields; the value of each must be taken before the next name."""
        for _place in self._until("{", "}"):
            name = self.value()
            if not isinstance(name, str):
                raise NotSound(_("a name is expected, and there is none"))
            self._take(":")
            yield name

    def entries(self) -> Iterator[Any]:
        """The values of a list."""
        for _place in self._until("[", "]"):
            yield self.value()

    def value(self) -> Any:
        """The next value whole."""
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._grow():
                    raise NotSound(_("it is not sound JSON, or it ends too early")) from error
            except RecursionError as error:
                raise NotSound(_("it is nested too deeply")) from error
            except NotSound:
                raise
            except ValueError as error:  # a number with thousands of digits
                raise NotSound(_("it holds a number that is too large")) from error
            else:
                if end < len(self._text) or not self._grow():
                    self._at = end
                    return found

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.peek():
            raise NotSound(_("something follows after its end"))

    def _until(self, opening: str, closing: str) -> Iterator[None]:
        self._take(opening)
        if self.peek() == closing:
            self._at += 1
            return
        while True:
            yield
            if self.peek() == closing:
                self._at += 1
                return
            self._take(",")

    def _take(self, sign: str) -> None:
        if self.peek() != sign:
            raise NotSound(_("it is not sound JSON, or it ends too early"))
        self._at += 1

    def _grow(self) -> bool:
        """Read as much again as is waiting, so that a long value is not decoded too often."""
        waiting = len(self._text) - self._at
        if waiting > _LARGEST:
            raise NotSound(_("it holds more in one entry than can be kept"))
        return self._more(max(_PIECE, waiting))

    def _more(self, size: int) -> bool:
        piece = "" if self._over else self._file.read(size)
        self._over = not piece
        if piece:
            self._text = self._text[self._at :] + piece
            self._at = 0
        return bool(piece)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotSound(_("a field is there twice"))
    return found


def _no_number(name: str) -> float:
    raise NotSound(_("{name} is not a number").format(name=name))
