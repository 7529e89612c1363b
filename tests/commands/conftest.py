"""A journal with a bit of everything, and a command line to read it with."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from forecall import cli
from forecall.journal import verbs
from forecall.workspace.workspace import Workspace

NAMES = ("Northwind", "Zoë & Söhne", "日本商事")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


Command = Callable[..., Said]


@dataclass(frozen=True, slots=True)
class Kept:
    """A journal's file, and the ids of what is in it: calls oldest first."""

    path: Path
    calls: tuple[str, ...]
    archived: str
    deleted: str


def write_journal(path: Path) -> Kept:
    """Three calls with answers, points, promises and lessons, one that is archived and one that is deleted."""
    workspace = Workspace(path)
    workspace.open().wait()

    def do(verb: Callable[..., object], *args: object, **kwargs: object) -> str:
        return str(workspace.perform(None, verb, *args, **kwargs).wait())

    calls = []
    for day, name in enumerate(NAMES, 24):
        call = do(verbs.start_call, name, types=["complaint"], wall=f"2026-11-{day}T10:00", zone="Europe/Berlin")
        issue = f"The report of {name} came two days late.\nA café \x1b[31mred\x1b[0m \u2028 ☎️ <b>bold</b>"
        do(verbs.record_answer, call, "issue", {"text": issue}, "What is it about?")
        do(verbs.record_answer, call, "went_well", {"text": "Naming my limit"}, "What went well?")
        do(verbs.write_item, call, "points", f"point-{day}", {"text": f"We own the delay of the {day}th"})
        do(verbs.write_item, call, "promised", f"promise-{day}", {"text": "Send the plan", "due": f"2026-12-{day}"})
        plan = {"if": "a date slips", "then": f"say it first, {day}", "why": "trust", "skill": ["communication"]}
        do(verbs.record_answer, call, "lesson", plan)
        calls.append(call)
    archived, deleted = (do(verbs.start_call, name) for name in ("Put away", "Gone"))
    do(verbs.mark_call, archived, "archived")
    do(verbs.mark_call, deleted, "deleted")
    assert workspace.close()
    return Kept(path, tuple(calls), archived, deleted)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Written once; tests use copies."""
    return write_journal(tmp_path_factory.mktemp("commands") / "journal.db")


@pytest.fixture
def kept(written: Kept, tmp_path: Path) -> Kept:
    """A journal of the test's own."""
    folder = tmp_path / "kept"
    folder.mkdir()
    path = Path(shutil.copy(written.path, folder / "journal.db"))
    return Kept(path, written.calls, written.archived, written.deleted)


@pytest.fixture
def forecall(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line, in this process."""

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = cli.run([str(each) for each in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Said(code, captured.out, captured.err)

    return run
