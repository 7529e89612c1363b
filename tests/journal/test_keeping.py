"""What all operations share."""

import json
from typing import Any

import pytest

from forecall.journal.keeping import find, is_empty, keepable, look_for, new_id, value_text
from forecall.journal.refusals import Refused
from forecall.journal.tables import Client
from tests.journal.desk import Desk


def test_keys_are_uuids_and_never_the_same() -> None:
    keys = {new_id() for _each in range(1000)}
    assert len(keys) == 1000
    assert {len(key) for key in keys} == {36}


@pytest.mark.parametrize("part", [None, False, "", []])
def test_a_part_that_says_nothing(part: object) -> None:
    assert is_empty(part)
    assert value_text({"part": part}) == "{}"


@pytest.mark.parametrize("part", [0, True, " ", ["a"], 10, "0"])
def test_a_part_that_says_something(part: object) -> None:
    assert not is_empty(part)
    assert json.loads(value_text({"part": part})) == {"part": part}


def test_a_value_is_written_in_one_way_and_readable() -> None:
    assert value_text({"b": "é🦊", "a": 0, "c": ""}) == '{"a":0,"b":"é🦊"}'


@pytest.mark.parametrize("text", ["", "🦊", "\x00\u2028\uffff", "\U0010ffff"])
def test_whole_characters_can_be_kept(text: str) -> None:
    assert keepable(text) is text


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\udc00\ud800"])
def test_half_characters_cannot(text: str) -> None:
    with pytest.raises(Refused, match="half of a character"):
        keepable(text)
    with pytest.raises(Refused):
        value_text({"deep": [text]})


def test_what_is_not_there_is_refused_or_nothing(desk: Desk) -> None:
    def look(session: Any) -> None:
        assert look_for(session, Client, "nowhere") is None
        find(session, Client, "nowhere")

    with pytest.raises(Refused, match="no longer in the journal"):
        desk.do(look)
