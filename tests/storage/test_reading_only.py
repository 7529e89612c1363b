"""A journal where nothing can be written, read by somebody without root's rights."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from forecall.storage.faults import JournalFault
from forecall.storage.reading_only import can_write, open_untouched

NOBODY = 65534

KILLED = (
    "import os, sys; from pathlib import Path; from forecall.storage.database import connect\n"
    "writer = connect(Path(sys.argv[1]), writing=True)\n"
    "writer.execute(\"UPDATE client SET name = 'from the log' WHERE seq = 1\"); os._exit(9)\n"
)
READ = (
    "import os, sys; from pathlib import Path; from forecall.storage.database import connect\n"
    "reader = connect(Path(sys.argv[1]))\n"
    "print(reader.execute('SELECT name FROM client WHERE seq = 1').fetchone()[0]); reader.close()\n"
)


def without_rights(program: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as somebody who may read and write nothing here; as ourselves where we are no root."""
    start = f"import os\nif os.geteuid() == 0: os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    # Whoever has no rights may not reach the checkout either: what is needed is imported before they are given up.
    early = "from forecall.storage import database, health; import forecall.journal.checked\n"
    call = [sys.executable, "-c", early + start + program, str(path)]
    return subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, "TMPDIR": "/tmp"})


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A journal with words in its log, in a folder that all may read and nobody may write to."""
    with tempfile.TemporaryDirectory(prefix="forecall-test-", dir="/tmp") as top:
        os.chmod(top, 0o755)
        folder = Path(top) / "journals"
        folder.mkdir()
        path = folder / "journal.db"
        make_sample(path, calls=3)
        subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
        assert path.with_name("journal.db-wal").stat().st_size > 0
        path.with_name("journal.db-shm").unlink()
        for each in folder.iterdir():
            each.chmod(0o444)
        folder.chmod(0o555)
        yield path
        folder.chmod(0o755)


def test_what_stands_in_the_log_is_read_and_nothing_is_left(read_only: Path) -> None:
    before = {each.name: each.read_bytes() for each in read_only.parent.iterdir()}
    private = set(Path("/tmp").glob("forecall-reading-*"))
    done = without_rights(READ, read_only)
    assert done.stdout == "from the log\n", done.stderr
    assert {each.name: each.read_bytes() for each in read_only.parent.iterdir()} == before
    assert set(Path("/tmp").glob("forecall-reading-*")) <= private


def test_without_a_log_nothing_is_copied(read_only: Path) -> None:
    read_only.parent.chmod(0o755)
    read_only.with_name("journal.db-wal").unlink()
    read_only.parent.chmod(0o555)
    done = without_rights(READ, read_only)
    assert done.returncode == 0, done.stderr
    assert "from the log" not in done.stdout


def test_a_check_works_where_nothing_can_be_written(read_only: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from forecall.storage.health import check\n"
        "from forecall.journal.checked import CHECKED\n"
        "print([str(each) for each in check(Path(sys.argv[1]), CHECKED).findings])\n"
    )
    done = without_rights(program, read_only)
    assert "client is not as it was written" in done.stdout, done.stderr  # the changed name, and nothing else
    assert done.stdout.count("'") == 2


def test_the_private_copy_is_for_its_owner_and_goes_with_the_connection(read_only: Path) -> None:
    before = set(Path(tempfile.gettempdir()).glob("forecall-reading-*"))
    opened = open_untouched(read_only)
    (folder,) = set(Path(tempfile.gettempdir()).glob("forecall-reading-*")) - before
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir() if not each.name.endswith("-shm")} == {0o600}
    with pytest.raises(Exception, match="readonly"):
        opened.execute("DELETE FROM client")
    opened.close()
    assert not folder.exists()


def test_what_cannot_be_read_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(JournalFault):
        connect(tmp_path / "none.db", untouched=True)
    (tmp_path / "note.db").write_text("Dear diary")
    with pytest.raises(JournalFault):
        connect(tmp_path / "note.db", untouched=True)
    assert can_write(tmp_path / "note.db")
