"""Row 4: where nothing can be written, the journal opens for reading with a banner, and nothing is changed."""

import json
import os
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from forecall.journal import verbs
from forecall.storage.database import connect
from forecall.workspace.workspace import Workspace
from tests.torture import programs
from tests.torture.journals import copied, prepared
from tests.torture.outcome import Outcome
from tests.torture.room import Room

WAYS = ("folder", "file", "both", "folder with a log")


def is_there() -> bool:
    """Whether the program has what the row is about."""
    return find_spec("forecall.storage.reading_only") is not None


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Open so many journals that cannot be written to. The fault ``writable`` leaves the rights as they are."""
    outcome = Outcome()
    if not is_there():
        outcome.notes.append("not tried: the program does not open a journal for reading only yet")
        return outcome
    if os.geteuid() == 0 and programs.missing_tools("setpriv"):
        outcome.notes.append("not tried: root cannot give up its rights here without setpriv")
        return outcome
    counts = dict.fromkeys(WAYS, 0)
    while outcome.trials < trials and room.time_left():
        way = WAYS[outcome.trials % len(WAYS)]
        counts[way] += 1
        folder = room.place("read")
        inner = folder / "data"
        inner.mkdir(mode=0o700)
        outcome.tried(*(f"{way}: {each}" for each in _trial(room, folder, inner, way, fault) if each))
    outcome.notes.append(", ".join(f"{count} {way}" for way, count in counts.items()) + " not to be written to")
    return outcome


def _trial(room: Room, folder: Path, inner: Path, way: str, fault: str) -> list[str]:
    journal = copied(prepared(room.folder), inner)
    name = "Zephyrine Books"
    _add_client(journal, name, keep_log=way == "folder with a log")
    before = _bytes_of(inner)
    if fault != "writable":
        if way in ("file", "both"):
            for path in inner.iterdir():
                path.chmod(0o400)
        if way != "file":
            inner.chmod(0o500)
    environment = programs.around(folder)
    wrong = []
    try:
        for arguments in (("list", "clients"), ("check",)):
            command = programs.forecall(*arguments, "--journal", journal)
            ended = programs.run(programs.without_rights(command), environment)
            said = ended.out + ended.err
            wrong.append(ended.fell)
            if ended.code != 0 or (arguments[0] == "list" and name not in said):
                wrong.append(f"forecall {arguments[0]} ended with {ended.code}: {said.strip()[-150:]}")
        command = programs.module("windows.looking", journal, name)
        ended = programs.run(programs.without_rights(command), environment)
        told = json.loads(ended.out) if ended.code == 0 else {}
        wrong.append(ended.fell or ("" if told else f"the window ended with {ended.code}: {ended.err.strip()[-200:]}"))
        if told and not told["banner"]:
            wrong.append("no banner says that it can only be read")
        if told and not told["name"]:
            wrong.append("the window does not show what is there")
    finally:
        inner.chmod(0o700)
    if _bytes_of(inner) != before:
        wrong.append("something in the folder was changed")
    return wrong


def _add_client(journal: Path, name: str, *, keep_log: bool) -> None:
    """A client, and with ``keep_log`` left in the write-ahead log as a kill would leave it."""
    holder = connect(journal) if keep_log else None
    workspace = Workspace(journal)
    workspace.open()
    workspace.perform(None, verbs.start_call, name).wait()
    if holder is None:
        workspace.close()
        return
    kept = {ending: journal.with_name(f"{journal.name}{ending}").read_bytes() for ending in ("", "-wal")}
    workspace.close()
    holder.close()
    for ending in ("-wal", "-shm"):
        journal.with_name(f"{journal.name}{ending}").unlink(missing_ok=True)
    for ending, raw in kept.items():
        journal.with_name(f"{journal.name}{ending}").write_bytes(raw)


def _bytes_of(folder: Path) -> dict[str, str]:
    """What lies in the folder but locks and the memory that SQLite shares, which hold no word."""
    left_out = (".lock", "-shm")
    return {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.endswith(left_out)
    }
