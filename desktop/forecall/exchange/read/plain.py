"""A file from elsewhere as text: never more than can be borne, never a device or a pipe, never a guess untold."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from forecall.exchange.faults import ImportFault
from forecall.words import _

_PIECE = 1 << 20
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_TOLD = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says, and the name of the encoding it was read in; ``guessed`` when nothing said which it is."""

    words: str
    encoding: str = "UTF-8"
    guessed: bool = False


def read_text(path: Path, at_most: int) -> Text:
    """The words of a plain file of up to ``at_most`` bytes, every line end as it stands.

    Raises ``ImportFault`` for anything else, before more than that was read.
    """
    return decoded(read_bytes(path, at_most), path.name)


def read_bytes(path: Path, at_most: int) -> bytes:
    """The bytes of a plain file of up to ``at_most``; raises ``ImportFault`` for anything else."""
    try:
        # Without waiting: opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise ImportFault(_("There is no file {path}.").format(path=path)) from error
    except (OSError, ValueError) as error:
        raise ImportFault(_cannot(path, error)) from error
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise ImportFault(_("{path} is not a plain file. Nothing was imported.").format(path=path))
        if found.st_size > at_most:
            raise ImportFault(too_large(path.name, at_most))
        return _whole(handle, path, at_most)
    except OSError as error:
        raise ImportFault(_cannot(path, error)) from error
    finally:
        os.close(handle)


def decoded(raw: bytes, name: str) -> Text:
    """Bytes as words: by their mark, as UTF-8, as UTF-16 where every other byte is nothing, else as Western.

    Raises ``ImportFault`` for what is no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Text(_strictly(raw, encoding, name), _TOLD[encoding])
    if b"\0" in raw[:4096]:
        return Text(_strictly(raw, _without_mark(raw, name), name), "UTF-16")
    if b"\0" in raw:
        raise ImportFault(_no_text(name))
    try:
        return Text(raw.decode("utf-8"))
    except UnicodeDecodeError:
        words = raw.decode("cp1252", errors="replace")
    if _binary(words):
        raise ImportFault(_no_text(name))
    return Text(words, _("Western European"), guessed=True)


def readable_name(name: str) -> str:
    """A file's name as text that can be kept and shown: one whose bytes are no UTF-8 is read as Western."""
    raw = os.fsencode(name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "backslashreplace")


def too_large(name: str, at_most: int) -> str:
    """The sentence for a file that is larger than can be brought in at once."""
    told = _("{file} is larger than {size} MB, which is more than can be brought in at once. Nothing was imported.")
    return told.format(file=name, size=max(1, at_most >> 20))


def _whole(handle: int, path: Path, at_most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(handle, _PIECE):
        size += len(piece)
        if size > at_most:  # one that grows while it is read, or tells no size
            raise ImportFault(too_large(path.name, at_most))
        pieces.append(piece)
    return b"".join(pieces)


def _without_mark(raw: bytes, name: str) -> str:
    """UTF-16 without a mark: of Latin letters every other byte is nothing, and only every other one."""
    even, odd = raw[0:4096:2].count(0), raw[1:4096:2].count(0)
    if odd > 4 * even and odd * 8 > len(raw[:4096]):
        return "utf-16-le"
    if even > 4 * odd and even * 8 > len(raw[:4096]):
        return "utf-16-be"
    raise ImportFault(_no_text(name))


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        words = raw.decode(encoding)
    except UnicodeError as error:
        told = _("{file} says that it is {encoding}, and is not. Nothing was imported.")
        raise ImportFault(told.format(file=name, encoding=_TOLD.get(encoding, "UTF-16"))) from error
    if "\0" in words or _SURROGATE.search(words):
        raise ImportFault(_no_text(name))
    return words


def _binary(words: str) -> bool:
    """Whether bytes that were read as Western letters are more likely none: pictures and archives are full of these."""
    some = words[:65536]
    odd = sum(1 for sign in some if (sign < " " and sign not in "\t\n\r\f\v\x1a") or sign == "\ufffd")
    return odd * 50 > len(some)


def _no_text(name: str) -> str:
    return _("{file} holds bytes that are no text. Nothing was imported.").format(file=name)


def _cannot(path: Path, error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _("{path} cannot be read: {reason}.").format(path=path, reason=reason)
