"""Which failures are worth trying again."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.database import connect, make
from forecall.storage.faults import CannotWrite, ForeignFile, JournalFault, UnreadableJournal, is_damage, write_fault


def failed(name: str) -> sqlite.OperationalError:
    error = sqlite.OperationalError("it failed")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_WRITE", "disk gave an error"),
        ("SQLITE_CANTOPEN", "disk gave an error"),
        ("SQLITE_READONLY_DBMOVED", "cannot be written to"),
        ("SQLITE_BUSY", "Another program"),
        ("SQLITE_LOCKED", "Another program"),
    ],
)
def test_what_may_pass_is_told_in_a_sentence(name: str, words: str) -> None:
    fault = write_fault(failed(name))
    assert fault is not None
    assert words in fault.sentence
    assert "Your words stay on screen" in fault.sentence
    assert "SQLITE" not in fault.sentence


def test_the_cause_is_found_under_other_errors() -> None:
    wrapped = RuntimeError("outer")
    wrapped.orig = failed("SQLITE_FULL")  # type: ignore[attr-defined]  # as SQLAlchemy keeps it
    assert write_fault(wrapped) is not None
    chained = RuntimeError("outer")
    chained.__cause__ = failed("SQLITE_FULL")
    assert write_fault(chained) is not None


@pytest.mark.parametrize(
    "error", [ValueError("no"), failed("SQLITE_CONSTRAINT_UNIQUE"), failed("SQLITE_CORRUPT"), sqlite.Error("plain")]
)
def test_other_errors_are_not_tried_again(error: Exception) -> None:
    assert write_fault(error) is None


def test_a_file_that_cannot_be_opened_is_not_tried_again() -> None:
    fault = UnreadableJournal("It cannot be opened.")
    fault.__cause__ = failed("SQLITE_CANTOPEN")
    assert write_fault(fault) is None


def test_a_write_fault_stays_itself() -> None:
    fault = CannotWrite("full")
    assert write_fault(fault) is fault


def test_a_fault_is_its_sentence() -> None:
    fault: JournalFault = ForeignFile("It is a letter.")
    assert (str(fault), fault.sentence, fault.kind) == ("It is a letter.", "It is a letter.", "foreign")


def test_a_letter_changed_in_a_trigger_is_damage(tmp_path: Path) -> None:
    """The rows are as they were written, and nothing can be written any more."""
    path = tmp_path / "journal.db"
    make(path)
    whole = path.read_bytes()
    assert whole.count(b"new.") > 0
    path.write_bytes(whole.replace(b"new.", b"nmw."))
    writer = connect(path, writing=True)
    with pytest.raises(sqlite.OperationalError) as failure:
        writer.execute(
            "INSERT INTO client (id, created_at, changed_at, name, known, checksum) VALUES ('1', '', '', 'N', '', '')"
        )
    writer.close()
    assert is_damage(failure.value)
    assert not is_damage(failed("SQLITE_ERROR"))
