"""How commands speak: lines and JSON on standard output, one sentence on standard error."""

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress

from forecall.words import _

REFUSED, USAGE, INTERRUPTED = 1, 2, 130
"""Exit codes: it could not be done; it was asked for wrongly; the person stopped it."""

Fields = Mapping[str, object]

_JOINERS = "\u200c\u200d"  # invisible, but words of some languages and many emoji are written with them


class CommandError(Exception):
    """A command cannot be done. ``str()`` is the sentence; ``code`` is the exit code."""

    def __init__(self, sentence: str, code: int = REFUSED) -> None:
        super().__init__(sentence)
        self.code = code


def settle_output(*, utf8: bool = False) -> None:
    """Make standard output take every character: escaped where it must be, or as UTF-8 for JSON."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if utf8:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            sys.stdout.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """One line for the person, on standard output."""
    print(line)


def note(line: str) -> None:
    """One line beside the result, on standard error; a closed or full one is no reason to fail."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(plain(line), file=sys.stderr)


def say_json(fields: Fields) -> None:
    """One JSON object on a line."""
    settle_output(utf8=True)
    print(_json(fields))


def say_json_list(records: Iterable[Fields]) -> None:
    """A list of JSON objects, one a line, written as they come."""
    settle_output(utf8=True)
    before = "["
    for fields in records:
        print(f"{before}\n{_json(fields)}", end="")
        before = ","
    print("\n]" if before == "," else "[]")


def _json(fields: Fields) -> str:
    return json.dumps(fields, ensure_ascii=False, check_circular=False)


def end_output() -> None:
    """Write out what is still held back; raises ``OSError`` when it cannot be."""
    if sys.stdout is not None:
        sys.stdout.flush()


def drop_output() -> None:
    """Let the rest of the output go, so that the interpreter does not complain of it on its way out."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plain(text: str) -> str:
    """The text on one line, without anything that a terminal would act on."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(_shown(sign) for sign in line)


def _shown(sign: str) -> str:
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"  # a byte of an argument or a file's name that is no text
    return sign if sign.isprintable() or sign in _JOINERS else ""


def fitted(text: str, width: int) -> str:
    """The text in a column of ``width`` cells: cut with "…", or filled up."""
    text = plain(text)
    if text.isascii():
        return f"{text[: width - 1]}…" if len(text) > width else text.ljust(width)
    cells = [_cells(sign) for sign in text]
    if sum(cells) <= width:
        return text + " " * (width - sum(cells))
    kept = 0
    while sum(cells[: kept + 1]) <= width - 1:
        kept += 1
    return text[:kept] + "…" + " " * (width - 1 - sum(cells[:kept]))


def _cells(sign: str) -> int:
    """How many cells of a terminal a sign takes."""
    from unicodedata import combining, east_asian_width

    if combining(sign) or sign in _JOINERS:
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def is_terminal() -> bool:
    """Whether a person reads standard output on a terminal that can show bold."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return os.name != "nt" and os.environ.get("TERM", "dumb") != "dumb"


def sentence_for(error: Exception) -> str:
    """What to say of an error, as one sentence."""
    name = _sqlite_name(error)
    if name.startswith("SQLITE_FULL"):
        return _("The disk is full. The journal is as it was.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _("Another program is writing to the journal. Try again in a moment.")
    if name.startswith("SQLITE_READONLY"):
        return _("The journal cannot be written to with your rights. It is as it was.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return _("The journal is damaged. 'forecall check' says where.")
    if name.startswith("SQLITE_CANTOPEN"):
        return _("The journal cannot be opened, or its folder cannot be written to.")
    if name.startswith("SQLITE_IOERR"):
        return _("The disk gave an error. The journal is as it was.")
    if _is_sentence(error):
        return str(error)
    return _("That did not work: {reason}.").format(reason=_reason(error).rstrip("."))


def _is_sentence(error: Exception) -> bool:
    from forecall.exchange.faults import ExchangeError
    from forecall.journal.refusals import Refused
    from forecall.storage.faults import JournalFault

    return isinstance(error, CommandError | ExchangeError | JournalFault | Refused)


def _sqlite_name(error: BaseException) -> str:
    """SQLite's name of the error, from wherever in the chain of causes it comes."""
    cause: BaseException | None = error
    while cause is not None:
        name = getattr(cause, "sqlite_errorname", "")
        if name:
            return str(name) if not _has_own_words(error) else ""
        cause = getattr(cause, "orig", None) or cause.__cause__
    return ""


def _has_own_words(error: BaseException) -> bool:
    """Whether the file's own layer has found the words already; for a failed write they speak of a window."""
    from forecall.storage.faults import CannotWrite, JournalFault

    return isinstance(error, JournalFault) and not isinstance(error, CannotWrite)


def _reason(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return _("there is not enough memory")
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
