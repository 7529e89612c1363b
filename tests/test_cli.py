"""The command line as a whole: what is asked wrongly is one sentence, and nothing is ever a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forecall import cli
from forecall.commands import searching
from forecall.journal import verbs
from forecall.workspace.workspace import Workspace
from tests.helpers import checkout

COMMANDS = ("sample", "list", "search", "export", "import", "check", "tone", "tour")


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with one call; tests only read it."""
    path = tmp_path_factory.mktemp("cli") / "journal.db"
    workspace = Workspace(path)
    workspace.open().wait()
    workspace.perform(None, verbs.start_call, "Zoë & Söhne").wait()
    assert workspace.close()
    return path


def process(*arguments: str | bytes, **options: object) -> "subprocess.CompletedProcess[str]":
    """The command line as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(checkout.CHECKOUT / "desktop"), **options.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.run(
        [sys.executable, "-m", "forecall", *arguments],
        env=environment,
        text=True,
        encoding="utf-8",
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},  # type: ignore[call-overload]
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The sentence with which the command line refuses what was asked wrongly."""
    assert cli.run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("forecall: ")
    assert captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["bogus"], "COMMAND: invalid choice: 'bogus'"),
        (["list"], "See forecall list --help."),
        (["list", "nothing"], "'nothing'"),
        (["list", "calls", "--bogus"], "--bogus"),
        (["list", "calls", "--jour", "x"], "--jour"),
        (["--journal"], "--journal"),
        (["--journal", "", "list", "calls"], "--journal needs the name of a file"),
        (["list", "calls", "--journal", ""], "--journal needs the name of a file"),
        (["--journal", "~nobody-of-that-name/j.db", "list", "calls"], "no home folder"),
        (["search"], "WORDS"),
        (["search", "--limit", "0", "x"], "0 is not a whole number from 1"),
        (["search", "--limit", "9" * 400, "x"], "…"),
        (["search", "a\nb", "--bogus\x1b[31m"], "--bogus[31m"),
        (["import"], "FILE"),
        (["import", ""], "name of a file"),
        (["tour"], "--to"),
    ],
)
def test_what_is_asked_wrongly_is_told(capsys: pytest.CaptureFixture[str], arguments: Sequence[str], told: str) -> None:
    assert told in refused(capsys, *arguments)


def test_the_help_tells_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n    {name} " in told for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_and_takes_the_journal(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert cli.run([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert "--journal FILE" in told
    for line in checkout.text("README.md").splitlines():
        if line.startswith(f"forecall {command} "):
            assert all(option.strip("[]") in told for option in line.split() if option.startswith(("--", "[--")))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_where_it_is_said_to_be(command: str) -> None:
    needed = {"list": ["calls"], "search": ["x"], "export": ["journal", "--to", "x"], "import": ["x"], "tone": ["x"]}
    more = needed.get(command, ["--to", "x"] if command in ("sample", "tour") else [])
    asked = cli.build_parser().parse_args([command, *more])
    assert callable(cli.command_at(asked.place))


def test_the_journal_may_be_named_before_after_or_outside(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = str(tmp_path / "none.db")
    assert cli.run(["--journal", str(journal), "list", "calls"]) == 0
    assert cli.run(["list", "calls", "--journal", str(journal)]) == 0
    assert cli.run(["--journal", other, "list", "calls", "--journal", str(journal)]) == 0
    monkeypatch.setenv("FORECALL_JOURNAL", other)
    assert cli.run(["list", "calls"]) == 1
    monkeypatch.setenv("FORECALL_JOURNAL", str(journal))
    assert cli.run(["list", "calls"]) == 0
    assert cli.run(["--journal", other, "list", "calls"]) == 1
    monkeypatch.chdir(journal.parent)
    assert cli.run(["--journal", journal.name, "list", "calls"]) == 0


def test_an_unforeseen_error_is_a_sentence(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("a reason\nand more")

    monkeypatch.setattr(searching, "search", fail)
    assert cli.run(["search", "x", "--journal", str(journal)]) == 1
    assert capsys.readouterr().err == "forecall: That did not work: a reason.\n"
    monkeypatch.setenv("FORECALL_DEBUG", "1")
    with pytest.raises(RuntimeError):
        cli.run(["search", "x", "--journal", str(journal)])


def test_a_person_may_stop_it(
    journal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(searching, "search", stop)
    monkeypatch.setattr(cli, "drop_output", lambda: None)
    assert cli.run(["search", "x", "--journal", str(journal)]) == 130
    assert capsys.readouterr().err == ""


odd = st.one_of(
    st.text(max_size=12),
    st.sampled_from((*COMMANDS, "--journal", "--to", "--json", "--limit", "--call", "--calls", "--since", "--", "-"))
    | st.sampled_from(("calls", "lessons", "journal", "-1", "2026-02-30", "\x00", "\udcff", "\ud800", "~", "~\x00")),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arguments=st.lists(odd, min_size=1, max_size=6))
def test_odd_arguments_never_give_a_traceback(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    if arguments[0] in ("sample", "tour") or arguments[0].startswith("-"):
        arguments = ["list", *arguments]  # nothing that opens a window or writes outside the test's folder
    folder = tmp_path_factory.mktemp("odd")
    before = os.getcwd()
    os.chdir(folder)
    try:
        code = cli.run(arguments)
    finally:
        os.chdir(before)
    captured = capsys.readouterr()
    assert code in (0, 1, 2)
    assert "Traceback" not in captured.err
    # `check --json` tells what is wrong in its answer, not as an error.
    told = captured.err.startswith("forecall: ") or '"state": "' in captured.out
    assert (code == 0) == (not told or '"state": "sound"' in captured.out)


# as processes


def test_a_process_lists_and_ends_with_its_code(journal: Path) -> None:
    done = process("list", "clients", "--journal", str(journal))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Zoë & Söhne" in done.stdout
    done = process("list", "clients", "--journal", str(journal.with_name("none.db")))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("forecall: There is no journal at")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    done = process(b"--journal", os.fsencode(tmp_path) + b"/\xff\xfe.db", b"list", b"calls")
    assert done.returncode == 1
    assert "There is no journal at" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_is_no_failure(journal: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process("list", "clients", "--json", "--journal", str(journal), stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_cannot_be_written_is_told_once(journal: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = process("list", "clients", "--journal", str(journal), stdout=full)
        assert done.returncode == 1
        assert done.stderr == "forecall: That did not work: No space left on device.\n"
        assert process("list", "bogus", stderr=full).returncode == 2


def test_an_old_terminal_gets_text_it_can_show_and_json_as_it_is(journal: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    assert "Zo\\xeb" in process("list", "clients", "--journal", str(journal), env=ascii_only).stdout
    assert "Zoë" in process("list", "clients", "--json", "--journal", str(journal), env=ascii_only).stdout


@pytest.mark.skipif(os.name == "nt", reason="limits are a matter of POSIX")
def test_a_disk_that_is_full_leaves_nothing_behind(journal: Path, tmp_path: Path) -> None:
    import json
    import resource

    archive, new = tmp_path / "archive.json", tmp_path / "new.db"
    done = process("export", "journal", "--to", str(archive), "--journal", str(journal))
    assert done.returncode == 0
    found = json.loads(archive.read_text("utf-8"))
    found["clients"][0]["known"] = "more than there is room for " * 35_000
    archive.write_text(json.dumps(found), "utf-8")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    done = process("import", str(archive), "--journal", str(new), preexec_fn=little_room)
    assert done.returncode == 1
    assert done.stderr.startswith("forecall: The disk ")
    assert done.stderr.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == [archive.name]
