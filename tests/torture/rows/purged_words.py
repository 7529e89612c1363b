"""Row 17: what was deleted for good is gone from the live file, byte for byte; only backups still hold it."""

from pathlib import Path
from random import Random
from typing import Any

from forecall.journal import verbs
from forecall.workspace.workspace import Workspace
from tests.torture.journals import copied, findings, prepared
from tests.torture.outcome import Outcome
from tests.torture.room import Room


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Write, delete and purge so many times, and look for each word. The fault ``stays`` leaves out the purge."""
    outcome = Outcome()
    scanned = 0
    while outcome.trials < trials and room.time_left():
        rng = room.chance("purge", outcome.trials)
        journal = copied(prepared(room.folder, 40), room.place("purge"))
        secrets = [_word(rng) for _secret in range(9)]
        wrong = _write_and_purge(journal, secrets, rng, fault)
        left, size = _left(journal.parent, secrets)
        scanned += size
        outcome.tried(wrong, f"still in the file: {', '.join(left)}" if left else "", *findings(journal))
    outcome.notes.append(
        f"{scanned / 1e6:.0f} MB scanned for nine words each, in UTF-8 and UTF-16; backups not counted"
    )
    return outcome


def _word(rng: Random) -> str:
    return "zq" + "".join(rng.choice("bcdfghjklmnpqrstvwxz") for _letter in range(14))


def _write_and_purge(journal: Path, secrets: list[str], rng: Random, fault: str) -> str:
    """Words in a client, a call, its answers, lists and lesson, each changed once; then away with all of it."""
    workspace = Workspace(journal)
    workspace.open()

    def do(verb: Any, *given: Any) -> Any:
        return workspace.perform(None, verb, *given).wait()

    client, title, first, second, entry, known, lesson, note, link = secrets
    try:
        call = str(do(verbs.start_call, f"{client} Ltd"))
        do(verbs.rename_call, call, f"About {title}")
        do(verbs.link_call, call, f"https://example.org/{link}")
        do(verbs.record_answer, call, "issue", {"text": f"{first} " * rng.randint(1, 400)})
        do(verbs.record_answer, call, "issue", {"text": f"{second} instead"})
        do(verbs.write_item, call, "points", f"{call[:30]}-entry", {"text": f"say {entry}"})
        do(verbs.record_answer, call, "goal", {"text": note})
        written = do(verbs.write_lesson, None, {"if": f"if {lesson}", "then": f"then {lesson}"})
        (client_id,) = workspace.ask(_client_of, call).wait()
        do(verbs.note_about_client, client_id, f"known: {known}")
        workspace.close()
        now = _left(journal.parent, secrets)[0]
        missing = [each for each in secrets if each not in now and each != first]  # that one was replaced
        workspace = Workspace(journal)
        workspace.open()
        do(verbs.mark_call, call, "deleted", True)
        do(verbs.delete_client, client_id)
        do(verbs.delete_lesson, written)
        if fault != "stays":
            do(verbs.purge, [("call", call), ("client", client_id), ("lesson", written)])
    finally:
        workspace.close()
    return f"never written: {', '.join(missing)}" if missing else ""


def _client_of(connection: Any, call: str) -> Any:
    return connection.execute("SELECT client_id FROM call WHERE id = ?", (call,)).fetchone()


def _left(folder: Path, secrets: list[str]) -> tuple[list[str], int]:
    """Which of the words are in the files of a folder, and how many bytes were looked at."""
    raw = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    return [each for each in secrets if each.encode() in raw or each.encode("utf-16-le") in raw], len(raw)
