"""A table of values (CSV): what parts them is found, and the rows are kept as they are."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from forecall.exchange.faults import ImportFault
from forecall.exchange.formulas import unguarded
from forecall.exchange.read.columns import looks_like_names
from forecall.exchange.read.offer import MOST_CALLS
from forecall.exchange.read.plain import decoded, read_bytes
from forecall.words import _

AT_MOST = 16 << 20
MOST_COLUMNS = 200
_LOOKED_AT = 1 << 16
_LINES_LOOKED_AT = 30
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file with their numbers, as a spreadsheet counts them; empty ones are left out."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str
    encoding: str
    guessed: bool
    named: bool
    """Whether the first row looks like the names of the columns."""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row) for _number, row in self.rows), default=0)


def read_table(path: Path) -> Table:
    """The table in a file; raises ``ImportFault`` with the place of the fault."""
    text = decoded(read_bytes(path, AT_MOST), path.name)
    words = text.words.removeprefix("\ufeff")
    said, words = _said_delimiter(words)
    delimiter = said or _delimiter_of(words[:_LOOKED_AT])
    try:
        rows = tuple(_rows(words, delimiter, strict=True))
    except _Unclosed as error:
        told = _("Row {number} begins a text in quotes that never ends. Nothing was imported.")
        raise ImportFault(told.format(number=error.args[0])) from error
    except csv.Error:
        rows = tuple(_rows(words, delimiter, strict=False))
    if not rows:
        raise ImportFault(_("{file} holds no rows. Nothing was imported.").format(file=path.name))
    first = rows[0][1]
    return Table(path.name, rows, delimiter, text.encoding, text.guessed, looks_like_names(first))


class _Unclosed(Exception):
    """A quote was opened and never closed; the row it is in."""


def _rows(words: str, delimiter: str, *, strict: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=strict)
    number = 0
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            if "unexpected end" in str(error) or "field larger" in str(error):
                raise _Unclosed(number + 1) from error
            raise
        if row is None:
            return
        number += 1
        if number > MOST_CALLS + 1:
            told = _("There are more than {count} rows, which is more than can be brought in at once.")
            raise ImportFault(f"{told.format(count=MOST_CALLS)} {_('Nothing was imported.')}")
        if len(row) > MOST_COLUMNS:
            told = _("Row {number} has {count} columns, more than the {most} that can be read. Nothing was imported.")
            raise ImportFault(told.format(number=number, count=len(row), most=MOST_COLUMNS))
        if any(cell.strip() for cell in row):
            yield number, tuple(unguarded(cell) for cell in row)


def _said_delimiter(words: str) -> tuple[str, str]:
    """Excel's own first line, "sep=;", and what follows it."""
    first, _end, rest = words.partition("\n")
    told = first.strip().strip('"')
    if len(told) == 5 and told.casefold().startswith("sep=") and len(first) < 12:
        return told[4], rest
    return "", words


def _delimiter_of(sample: str) -> str:
    """What parts the first rows into the same number of columns most often; a comma where nothing does."""
    best, points = ",", 0.0
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        try:
            widths = [len(row) for row in islice(reader, _LINES_LOOKED_AT) if row]
        except csv.Error:
            continue
        if not widths or max(widths) < 2:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        found = widths.count(usual) / len(widths) * min(usual, 20) if usual > 1 else 0.0
        if found > points:
            best, points = delimiter, found
    return best
