"""Whose calls a sample journal tells."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from forecall.journal.sample import make_sample
from forecall.journal.sample.stories import load_texts
from forecall.journal.sample.telling import Teller
from forecall.storage.database import Connection, connect
from tests.conftest import RESOURCES

NOW = "2026-11-26T08:46:00Z"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.db"
    make_sample(path, 1500, now=NOW)
    return path


def words_of(path: Path) -> list[tuple[str, int]]:
    connection: Connection = connect(path, writing=True)
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, 'call_words', 'row')")
    found: list[tuple[str, int]] = connection.execute("SELECT term, doc FROM vocabulary").fetchall()
    connection.close()
    return found


def test_a_large_journal_has_many_words_and_most_of_them_are_rare(large: Path) -> None:
    words = words_of(large)
    assert len(words) > 5000
    assert sum(1 for _term, calls in words if calls <= 2) > len(words) / 2
    assert sum(1 for _term, calls in words if calls > 500) > 30


def test_a_small_one_has_only_words_of_people(tmp_path: Path) -> None:
    make_sample(tmp_path / "small.db", now=NOW)
    connection = connect(tmp_path / "small.db")
    issues = [value for (value,) in connection.execute("SELECT value FROM answer WHERE key = 'issue'")]
    connection.close()
    assert not [issue for issue in issues if "Ticket" in issue]


def test_clients_have_several_calls_and_names_of_their_own(large: Path) -> None:
    connection = connect(large)
    names = [name for (name,) in connection.execute("SELECT name FROM client")]
    counts = Counter(client for (client,) in connection.execute("SELECT client_id FROM call"))
    connection.close()
    assert len({name.casefold() for name in names}) == len(names)
    assert max(counts.values()) > 20


def test_nobody_speaks_of_two_people_of_one_name(tmp_path: Path) -> None:
    texts = load_texts(RESOURCES / "samples")
    make_sample(tmp_path / "s.db", 60, now=NOW)
    connection = connect(tmp_path / "s.db")
    told = [words for (words,) in connection.execute("SELECT words FROM call_document")]
    connection.close()
    assert told
    assert not [name for name in texts.names.first for words in told if f"{name} shouted at {name}" in words]
    for seed in range(40):
        rng = Random(seed)
        teller = Teller(texts, None, None, rng, None, "UTC")  # type: ignore[arg-type]
        theirs = {"first": rng.choice(texts.names.first), "person": f"{rng.choice(texts.names.first)} Rao"}
        assert teller._differing(theirs)["mine"] not in (theirs["first"], theirs["person"].split()[0])


def test_one_story_is_not_told_twice_near(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 30, now=NOW)
    connection = connect(tmp_path / "s.db")
    issues = [
        value
        for (value,) in connection.execute(
            "SELECT answer.value FROM answer JOIN call ON call.id = call_id WHERE key = 'issue' ORDER BY call.moment"
        )
    ]
    connection.close()
    for at, issue in enumerate(issues):
        assert not any(issue[-60:] == other[-60:] for other in issues[at + 1 : at + 7])


def test_no_story_comes_twice_before_all_were_told(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 30, now=NOW)
    connection = connect(tmp_path / "s.db")
    openings = [value for (value,) in connection.execute("SELECT value FROM answer WHERE key = 'their_story'")]
    connection.close()
    assert len(set(openings)) > len(openings) * 0.6
