"""JSON a value at a time gives what JSON at once gives, and ends in a sentence otherwise."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecall.exchange.read import json_stream
from forecall.exchange.read.json_stream import JsonStream, NotSound

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def read(text: str, piece: int = 7) -> dict[str, Any]:
    """The text of an object of lists, read in small pieces."""

    class Slowly(io.StringIO):
        def read(self, size: int | None = -1) -> str:
            return super().read(min(size or 0, piece))

    stream = JsonStream(Slowly(text))
    found = {name: list(stream.entries()) for name in stream.fields()}
    stream.end()
    return found


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.text(), st.lists(VALUES)), st.integers(1, 9), st.sampled_from((None, 1)))
def test_pieces_give_what_the_whole_gives(held: dict[str, Any], piece: int, indent: int | None) -> None:
    assert read(json.dumps(held, ensure_ascii=False, indent=indent), piece) == held


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": [1, 2', "ends too early"),
        ('{"a": [1] "b": []}', "not sound JSON"),
        ('{"a": [1]} x', "follows after its end"),
        ('{"a": [{"b": 1, "b": 2}]}', "twice"),
        ('{"a": [NaN]}', "NaN is not a number"),
        ('{"a": [-Infinity]}', "-Infinity is not a number"),
        ('{"a": [' + "9" * 5000 + "]}", "too large"),
        ('{"a": [' + "[" * 200_000, "nested too deeply"),
        ('{"a": [' + '{"b":' * 200_000, "nested too deeply"),
        ("{1: []}", "a name is expected"),
        ('{"a": ["\x01"]}', "not sound JSON"),
    ],
)
def test_what_is_not_sound_is_told(text: str, told: str) -> None:
    with pytest.raises(NotSound, match=told):
        read(text, 1 << 20)


def test_one_endless_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_LARGEST", 1000)
    monkeypatch.setattr(json_stream, "_PIECE", 100)
    with pytest.raises(NotSound, match="more in one entry"):
        read('{"a": ["' + "x" * 5000 + '"]}', 100)
