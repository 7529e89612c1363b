"""The file of a sample journal."""

import stat
from pathlib import Path

import pytest

from forecall.guide.catalog import load_catalog
from forecall.journal.checked import CHECKED
from forecall.journal.listing import Sieve, lessons_for, list_calls, next_calls, open_promises, waiting_calls
from forecall.journal.reading import list_clients, list_lessons, list_phrases, read_call
from forecall.journal.records import REHEARSED, Stage
from forecall.journal.refusals import Refused
from forecall.journal.sample import make_sample
from forecall.journal.sample.rows import TABLES
from forecall.storage.database import connect
from forecall.storage.health import check
from tests.conftest import RESOURCES

NOW = "2026-11-26T08:46:00Z"
ZONE = "Europe/London"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    make_sample(path, now=NOW)
    return path


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = connect(path)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in (*TABLES, "call_document")
        }
    finally:
        connection.close()


def test_it_is_a_sound_journal_for_its_owner_only(sample: Path) -> None:
    assert check(sample, CHECKED).findings == ()
    assert stat.S_IMODE(sample.stat().st_mode) == 0o600
    assert [each.name for each in sample.parent.iterdir()] == [sample.name]


def test_somebody_wrote_phrases_and_hid_one_that_is_there(sample: Path) -> None:
    catalog = load_catalog(RESOURCES)
    connection = connect(sample)
    found = list_phrases(connection)
    connection.close()
    own = [phrase for phrase in found if not phrase.guide_key]
    assert len(own) == 3
    assert all(phrase.text and set(phrase.fits) <= set(catalog.questions) for phrase in own)
    assert {phrase.moment for phrase in own} <= {moment.key for moment in catalog.moments}
    hidden = {phrase.guide_key for phrase in found if phrase.hidden}
    assert len(hidden & {phrase.key for phrase in catalog.phrases}) == 1


def test_the_same_arguments_give_the_same_words(sample: Path, tmp_path: Path) -> None:
    make_sample(tmp_path / "again.db", now=NOW)
    assert content(tmp_path / "again.db") == content(sample)


def test_another_seed_gives_another_journal(sample: Path, tmp_path: Path) -> None:
    make_sample(tmp_path / "other.db", seed=2, now=NOW)
    assert content(tmp_path / "other.db")["client"] != content(sample)["client"]


def test_without_a_moment_it_is_the_same_all_day(tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        make_sample(tmp_path / name, 5, zone="UTC")
    assert content(tmp_path / "one.db") == content(tmp_path / "two.db")


def test_the_first_screen_has_something_to_say(sample: Path) -> None:
    connection = connect(sample)
    soon, *later = next_calls(connection, NOW)
    waiting = waiting_calls(connection, NOW, ZONE)
    due = open_promises(connection, until="2026-12-03")
    lessons = lessons_for(connection, soon.types, soon.client_id)
    call = read_call(connection, soon.id, NOW)
    connection.close()
    assert soon.planned_wall == "2026-11-26T09:00"
    assert later
    assert "2026-11-25" in {(each.planned_wall or "")[:10] for each in waiting}
    assert due
    assert lessons
    assert call is not None
    assert {"issue", "goal", "opening"} <= call.answers.keys()
    assert len(call.entries("points")) >= 2


def test_all_stages_types_and_questions_occur(tmp_path: Path) -> None:
    make_sample(tmp_path / "all.db", 300, now=NOW)
    connection = connect(tmp_path / "all.db")
    calls = list_calls(connection, Sieve(), NOW, limit=1000)
    keys = {key for (key,) in connection.execute("SELECT key FROM answer UNION SELECT key FROM item")}
    lessons = list_lessons(connection)
    clients = list_clients(connection)
    connection.close()
    assert len(calls) == 300
    assert {each.stage for each in calls} >= set(Stage) - {Stage.CALL}
    assert {len(each.types) for each in calls} == {0, 1, 2}
    assert len({kind for each in calls for kind in each.types}) == 6
    assert {"premortem", "company", "forecast", "tell", "check_back", "objections_met", "skills"} <= keys
    assert {each.skill for each in lessons} >= {"preparation", "understanding", "communication", "resolution"}
    assert any(each.used > each.helped for each in lessons)
    assert all(each.known for each in clients)


def test_every_value_has_the_form_of_its_question(sample: Path, resources: Path) -> None:
    from forecall.guide.catalog import load_catalog
    from forecall.guide.question import PartKind

    kinds = {
        PartKind.LONG: str,
        PartKind.SHORT: str,
        PartKind.DATE: str,
        PartKind.SCALE: int,
        PartKind.YES: bool,
        PartKind.CHOICE: list,
        PartKind.CHOICES: list,
    }
    catalog = load_catalog(resources)
    connection = connect(sample)
    calls = [read_call(connection, each.id, NOW) for each in list_calls(connection, Sieve(), NOW)]
    connection.close()
    for call in calls:
        assert call is not None
        told = [(key, answer.value) for key, answer in call.answers.items() if key != "lesson"]
        told += [(key, item.value) for key, items in call.items.items() for item in items if key != REHEARSED]
        for key, value in told:
            parts = {part.name: part for part in catalog.questions[key].parts}
            for name, part in value.items():
                if key in ("tell", "check_back") and name == "text":
                    continue  # the promise that such an answer makes
                assert isinstance(part, kinds[parts[name].kind]), (key, name, part)
                if isinstance(part, list):
                    assert set(part) <= {choice.key for choice in parts[name].choices}, (key, name, part)


def test_no_slot_is_left_open(sample: Path) -> None:
    connection = connect(sample)
    words = [words for (words,) in connection.execute("SELECT words FROM call_document")]
    known = [known for (known,) in connection.execute("SELECT known FROM client")]
    connection.close()
    assert not [text for text in (*words, *known) if "{" in text or "}" in text]


@pytest.mark.parametrize("calls", [1, 2, 7])
def test_a_handful_is_enough(tmp_path: Path, calls: int) -> None:
    make_sample(tmp_path / "few.db", calls, now=NOW)
    assert len(content(tmp_path / "few.db")["call"]) == calls


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    with pytest.raises(Refused, match="already a file"):
        make_sample(tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "mine"


@pytest.mark.parametrize("calls", [0, 100_001])
def test_a_number_out_of_range_is_refused(tmp_path: Path, calls: int) -> None:
    with pytest.raises(Refused, match="between 1 and 100000"):
        make_sample(tmp_path / "new.db", calls)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise OSError("no")

    monkeypatch.setattr("forecall.journal.sample.making.load_texts", fail)
    with pytest.raises(OSError, match="no"):
        make_sample(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []
