"""Row 23: any destructive act can be undone, and an export changes no row."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from forecall import cli
from forecall.journal import verbs
from forecall.journal.checked import KEPT_TABLES
from forecall.storage.database import connect
from forecall.workspace.workspace import Workspace
from tests.torture.journals import copied, findings, prepared, rows_hash
from tests.torture.outcome import Outcome
from tests.torture.room import Room

Act = tuple[Callable[..., Any], tuple[Any, ...]]
LATER = "2100-01-01T00:00:00Z"
_EXPORTS = (("journal", ".json"), ("lessons", ".md"), ("lessons", ".html"), ("lessons", ".json"), ("call", ".md"))
_EXPORT_EVERY = 8


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Do and undo so many acts, and export now and then. The fault ``keeps`` leaves out the undoing."""
    outcome = Outcome()
    journal = copied(prepared(room.folder, 12), room.place("acts"))
    names: set[str] = set()
    exports = 0
    while outcome.trials < trials and room.time_left():
        rng = room.chance("act", outcome.trials)
        if outcome.trials % _EXPORT_EVERY == _EXPORT_EVERY - 1:
            exports += 1
            outcome.tried(_export(journal, room.place("exports"), rng))
            continue
        name, wrong = _do_and_undo(journal, rng, fault)
        names.add(name)
        outcome.tried(wrong)
    outcome.tried(*findings(journal))
    outcome.notes.append(f"{len(names)} kinds of acts: {', '.join(sorted(names))}; {exports} exports")
    return outcome


def _do_and_undo(journal: Path, rng: Random, fault: str) -> tuple[str, str]:
    """One to three acts and as many undoings; the rows must be those of before."""
    before = _rows(journal)
    done = []
    workspace = Workspace(journal)
    workspace.open()
    try:
        for _act in range(rng.choice((1, 1, 2, 3))):
            verb, given = rng.choice(list(_acts(journal, rng)))
            workspace.perform(None, verb, *given).wait()
            done.append(str(getattr(verb, "name", verb)))
        changed = _rows(journal)
        for _act in range(len(done) if fault != "keeps" else 0):
            workspace.undo().wait()
    except Exception as error:
        return done[-1] if done else "", f"{done}: {type(error).__name__}: {error}"
    finally:
        workspace.close()
    if changed == before:
        return done[0], ""  # it was so already; nothing to undo, and undoing went further back
    return done[0], "" if _rows(journal) == before else f"{', '.join(done)}: not as before after undoing"


def _rows(journal: Path) -> str:
    return rows_hash(journal, KEPT_TABLES)


def _acts(journal: Path, rng: Random) -> Iterator[Act]:
    """What a person can do away with, each aimed at a row that is there."""
    connection = connect(journal)
    try:

        def any_of(query: str) -> Any:
            found = connection.execute(query).fetchall()
            return rng.choice(found) if found else None

        if client := any_of("SELECT id FROM client WHERE deleted_at IS NULL"):
            yield verbs.rename_client, (client[0], f"Renamed {rng.random()}")
            yield verbs.note_about_client, (client[0], f"known {rng.random()}")
        if call := any_of("SELECT id FROM call WHERE deleted_at IS NULL"):
            yield verbs.rename_call, (call[0], f"A title {rng.random()}")
            yield verbs.mark_call, (call[0], "deleted", True)
            yield verbs.record_answer, (call[0], "issue", {})
            yield verbs.record_answer, (call[0], "issue", {"text": f"Other words {rng.random()}"})
        if item := any_of(
            "SELECT item.id FROM item JOIN call ON call.id = call_id WHERE call.deleted_at IS NULL"
            " AND key NOT IN ('objections') AND NOT EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = call.id)"
        ):
            yield verbs.remove_item, (item[0],)
        if lesson := any_of("SELECT id FROM lesson WHERE deleted_at IS NULL"):
            yield verbs.delete_lesson, (lesson[0],)
        if phrase := any_of("SELECT id FROM phrase WHERE deleted_at IS NULL AND guide_key = ''"):
            yield verbs.delete_phrase, (phrase[0],)
        pair = connection.execute("SELECT id FROM client WHERE deleted_at IS NULL").fetchall()
        if len(pair) > 1:
            one, other = rng.sample(pair, 2)
            yield verbs.merge_clients, (one[0], other[0])
    finally:
        connection.close()


def _export(journal: Path, folder: Path, rng: Random) -> str:
    import contextlib
    import io

    what, ending = rng.choice(_EXPORTS)
    connection = connect(journal)
    calls = connection.execute("SELECT id FROM call WHERE deleted_at IS NULL").fetchall()
    connection.close()
    before = (rows_hash(journal), journal.read_bytes())
    options = ["--call", rng.choice(calls)[0]] if what == "call" else []
    arguments = ["export", what, *options, "--to", str(folder / f"out{ending}"), "--journal", str(journal)]
    with contextlib.redirect_stdout(io.StringIO()):
        code = cli.run(arguments)
    if code != 0:
        return f"export {what} {ending} ended with {code}"
    return "" if (rows_hash(journal), journal.read_bytes()) == before else f"export {what} {ending} changed the journal"
