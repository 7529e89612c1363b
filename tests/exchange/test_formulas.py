"""What a spreadsheet must not reckon with goes out guarded and comes back unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecall.exchange.formulas import guarded, unguarded


@given(text=st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r a1"), st.characters()), max_size=30))
def test_every_text_comes_back_and_no_cell_starts_a_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("cell", "text"), [("'=1+2", "=1+2"), ("''=1", "'=1"), ("'tis", "'tis"), ("=1", "=1"), ("'", "'")]
)
def test_only_a_guard_is_taken_off(cell: str, text: str) -> None:
    assert unguarded(cell) == text
