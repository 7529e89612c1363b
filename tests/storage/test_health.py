"""A check finds what was changed outside the program, and never fails on it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from forecall.journal.checked import CHECKED
from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from forecall.storage.faults import ForeignFile, MissingJournal
from forecall.storage.health import Finding, _in_pages, check

NOW = "2026-11-26T08:46:00Z"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "journal.db"
    make_sample(path, 12, now=NOW)
    return path


@pytest.fixture
def journal(sound: Path, tmp_path: Path) -> Path:
    return Path(copyfile(sound, tmp_path / "journal.db"))


def findings(path: Path) -> tuple[Finding, ...]:
    return check(path, CHECKED).findings


def change(path: Path, *statements: str) -> None:
    connection = connect(path, writing=True)
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def zero_a_page_of_answers(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    place = whole.find(b"What is the client unhappy about?") // 4096 * 4096
    whole[place : place + 4096] = bytes(4096)
    path.write_bytes(whole)


def flipped(path: Path, word: bytes, bit: int = 0) -> Iterator[None]:
    """Flip a bit of each occurrence of a word in the file, one at a time."""
    whole = path.read_bytes()
    place = whole.find(word)
    while place >= 0:
        damaged = bytearray(whole)
        damaged[place + 1] ^= 1 << bit
        path.write_bytes(damaged)
        yield
        place = whole.find(word, place + 1)
    path.write_bytes(whole)


def test_a_sound_journal_is_sound_and_stays_as_it_was(journal: Path) -> None:
    before = journal.read_bytes()
    report = check(journal, CHECKED)
    assert report.sound
    assert report.findings == ()
    assert journal.read_bytes() == before


@pytest.mark.parametrize("bit", [0, 7])
def test_a_flipped_bit_in_words_is_found(journal: Path, bit: int) -> None:
    """Bit 7 leaves bytes that are no text at all."""
    places = 0
    for _damaged in flipped(journal, b"What is the client unhappy about?", bit):
        places += 1
        (found,) = findings(journal)
        assert (found.table, len(found.id)) == ("answer", 36)
        assert "answer" in str(found)
    assert places > 0
    assert findings(journal) == ()


def test_flipped_bits_anywhere_never_make_it_fail(journal: Path) -> None:
    whole = journal.read_bytes()
    noticed = 0
    for place in range(3000, len(whole), len(whole) // 60):
        damaged = bytearray(whole)
        damaged[place] ^= 0x10
        journal.write_bytes(damaged)
        try:
            noticed += not check(journal, CHECKED).sound
        except ForeignFile:
            noticed += 1
    assert noticed > 20  # the rest hit empty room


def test_a_zeroed_page_is_found(journal: Path) -> None:
    zero_a_page_of_answers(journal)
    assert findings(journal)


def test_damaged_pages_are_one_plain_sentence(journal: Path) -> None:
    zero_a_page_of_answers(journal)
    found = findings(journal)
    structure = [each for each in found if each.sentence.startswith("The file's structure is damaged")]
    assert len(structure) <= 1
    assert any(each.details for each in found)
    assert not any(raw in str(each) for each in found for raw in ("***", "Tree", "page", "malformed"))


def test_broken_pages_are_counted(journal: Path) -> None:
    class Told:
        def execute(self, _statement: str) -> "Told":
            return self

        def fetchall(self) -> list[tuple[str]]:
            return [("*** in database main ***\nTree 14 page 79: btreeInitPage() returns error code 11",), ("Page 9",)]

    (found,) = _in_pages(Told())
    assert str(found) == "The file's structure is damaged in 2 places."
    assert len(found.details) == 2


def test_a_truncated_file_cannot_be_opened(journal: Path) -> None:
    whole = journal.read_bytes()
    journal.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(ForeignFile):
        check(journal, CHECKED)


def test_a_letter_changed_in_a_trigger_is_found(journal: Path) -> None:
    """SQLite's own check takes no notice of it: the rows are as they were written, and later ones would not be."""
    whole = journal.read_bytes()
    assert whole.count(b"new.value IS NOT") > 0
    journal.write_bytes(whole.replace(b"new.value IS NOT", b"old.value IS NOT"))
    (found, *_others) = findings(journal)
    assert found.sentence.startswith("A part of the file is not as this program made it: ")


def test_a_trigger_from_elsewhere_is_found(journal: Path) -> None:
    change(journal, "CREATE TRIGGER theirs AFTER INSERT ON client BEGIN DELETE FROM answer; END")
    assert [each.sentence for each in findings(journal)] == [
        "A part of the file is not as this program made it: theirs."
    ]


def test_a_changed_row_is_named(journal: Path) -> None:
    change(journal, "UPDATE lesson SET helped = helped + 1 WHERE seq = 1")
    (found,) = findings(journal)
    assert found.table == "lesson"
    assert found.id in str(found)


def test_a_row_that_belongs_to_nothing_is_found(journal: Path) -> None:
    change(journal, "DELETE FROM call_document", "DELETE FROM call WHERE seq = 1")
    found = findings(journal)
    assert any("belongs to" in str(each) for each in found)


def test_a_call_that_the_search_does_not_know_is_found(journal: Path) -> None:
    change(journal, "DELETE FROM call_document WHERE place = (SELECT min(place) FROM call_document)")
    (found,) = findings(journal)
    assert str(found).startswith("The search does not know")


def test_words_that_differ_from_the_index_are_found(journal: Path) -> None:
    change(
        journal,
        "DROP TRIGGER call_document_changed",
        "UPDATE call_document SET words = words || ' unheard' WHERE place = (SELECT min(place) FROM call_document)",
    )
    part, found = findings(journal)
    assert "call_document_changed" in part.sentence
    assert found.table == "call_words"


def test_a_client_that_the_search_does_not_know_as_they_are_is_found(journal: Path) -> None:
    change(journal, "UPDATE note_document SET words = 'else' WHERE place = (SELECT min(place) FROM note_document)")
    (found,) = findings(journal)
    assert str(found).startswith("The search does not know")
    assert found.table == "note_words"


def test_a_note_that_belongs_to_nothing_is_found(journal: Path) -> None:
    change(journal, "INSERT INTO note_document (kind, owner_id, words) VALUES ('client', 'gone', 'words')")
    (found,) = findings(journal)
    assert str(found).startswith("The search still knows the words of gone")


def test_a_deleted_call_that_is_still_found_is_named(journal: Path) -> None:
    change(journal, "UPDATE call SET deleted_at = '2026-11-26T09:00:00Z' WHERE seq = 2")
    assert any(str(each).startswith("The search still knows") for each in findings(journal))


def test_a_file_that_is_no_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingJournal):
        check(tmp_path / "none.db", CHECKED)
    (tmp_path / "note.txt").write_text("hello")
    with pytest.raises(ForeignFile):
        check(tmp_path / "note.txt", CHECKED)


def test_a_long_list_of_findings_is_cut(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forecall.storage.health._MOST", 5)
    change(journal, "UPDATE answer SET wording = 'x'")
    report = check(journal, CHECKED)
    assert (len(report.findings), report.cut) == (5, True)
