"""What a row says of itself, and the table that goes into the README."""

from pathlib import Path

import pytest

from tests.torture import report
from tests.torture.catalogue import ROWS, row
from tests.torture.outcome import Outcome


def outcome(trials: int, lost: int) -> Outcome:
    found = Outcome()
    for number in range(trials):
        found.tried("gone" if number < lost else "")
    return found


@pytest.mark.parametrize(
    ("trials", "lost", "figure"), [(200, 0, "0 of 200, < 3/200"), (1000, 2, "2 of 1,000"), (0, 0, "not tried")]
)
def test_a_count_of_zero_is_no_promise_of_never(trials: int, lost: int, figure: str) -> None:
    assert outcome(trials, lost).figure == figure


def test_the_rows_end_in_time_two_at_once() -> None:
    assert sum(each.minutes for each in ROWS) <= 2 * 45
    assert len({each.number for each in ROWS}) == len(ROWS)


def test_the_table_goes_between_its_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{report.BEGINS}\nold\n{report.ENDS}\nafter\n", "utf-8")
    results = [report.result_of(row(1), 200, 7, 1.0, outcome(100, 0))]
    report.write(tmp_path, results, 1.0)
    report.write_readme(tmp_path / "torture.json", readme)
    text = readme.read_text("utf-8")
    assert "0 of 100, < 3/100 (200 were wanted)" in text
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    with pytest.raises(ValueError, match="no place"):
        report.write_readme(tmp_path / "torture.json", tmp_path / "torture.md")
