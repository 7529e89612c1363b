"""What a process did to its files, in order, written down by a library loaded before the C library (``recorder.c``)."""

import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CREATED, TRUNCATED, WRITTEN, SYNCED, RENAMED, LINKED, GONE, FOLDER, MARK, OPENED, CONNECTED, STARTED = "CTWSRLUDMONX"
"""Kinds of deeds: to files and folders below the root, what the process says of itself, and where it reaches out."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry. ``number`` is where it was written, or the new length; ``data`` the bytes, or the other path."""

    kind: str
    path: str
    number: int
    data: bytes


def recorder(folder: Path, name: str = "recorder") -> Path | None:
    """A library (``recorder``, ``refusing``), compiled into a folder; ``None`` where it cannot be made or loaded."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    library = folder / f"{name}.so"
    if not library.exists():
        source = Path(__file__).with_name(f"{name}.c")
        started = library.with_suffix(".new")
        subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-w", "-o", str(started), str(source), "-ldl"], check=True)
        started.chmod(0o755)
        started.rename(library)
    return library


def recorded(library: Path, log: Path, root: Path, *, everything: bool = False) -> dict[str, str]:
    """Words of the environment that have a process written down."""
    words = {"LD_PRELOAD": str(library), "TORTURE_LOG": str(log), "TORTURE_ROOT": str(root)}
    return {**words, "TORTURE_EVERYTHING": "1"} if everything else words


def read_log(log: Path) -> list[Deed]:
    """All entries of a log; one that was cut short by a kill is left out."""
    return list(_entries(log.read_bytes()))


def _entries(raw: bytes) -> Iterator[Deed]:
    at = 0
    while at + 5 <= len(raw):
        kind, size = chr(raw[at]), struct.unpack_from("<I", raw, at + 1)[0]
        at += 5
        path = raw[at : at + size].decode("utf-8", "surrogateescape")
        at += size
        if at + 16 > len(raw):
            return
        number, length = struct.unpack_from("<qQ", raw, at)
        at += 16
        if at + length > len(raw):
            return
        yield Deed(kind, path, number, raw[at : at + length])
        at += length
