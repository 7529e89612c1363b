"""Operations on phrases, and reading them."""

import pytest

from forecall.guide.question import CallType
from forecall.journal import phrases
from forecall.journal.reading import list_phrases
from forecall.journal.records import PhraseRecord
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk

WORDS = {"text": "Good that you called", "moment": ["opening"], "fits": ["opening", "issue"], "types": ["complaint"]}


def test_a_phrase_is_made_with_its_first_words_and_changed_with_the_next(desk: Desk) -> None:
    desk.do(phrases.write_phrase, "p", WORDS)
    assert list_phrases(desk.reader) == [
        PhraseRecord("p", "", "opening", "Good that you called", ("opening", "issue"), (CallType.COMPLAINT,))
    ]
    desk.do(phrases.write_phrase, "p", {"text": "Good that you rang"})
    (found,) = list_phrases(desk.reader)
    assert (found.text, found.moment, found.fits) == ("Good that you rang", "opening", ("opening", "issue"))
    desk.do(phrases.write_phrase, "p", {"types": [], "fits": []})
    (found,) = list_phrases(desk.reader)
    assert (found.text, found.types, found.fits) == ("Good that you rang", (), ())
    assert desk.images.changes().phrases


def test_a_phrase_of_the_guide_is_hidden_once_and_comes_back(desk: Desk) -> None:
    desk.do(phrases.hide_phrase, "two_ways")
    desk.do(phrases.hide_phrase, "two_ways")
    (found,) = list_phrases(desk.reader)
    assert (found.guide_key, found.hidden, found.text) == ("two_ways", True, "")
    desk.do(phrases.show_phrase, "two_ways")
    assert list_phrases(desk.reader) == []
    desk.do(phrases.hide_phrase, "two_ways")
    assert len(desk.rows("phrase")) == 1


def test_marks_of_two_journals_come_back_together(desk: Desk) -> None:
    for number in ("1", "2"):
        desk.do(phrases.write_phrase, number, {})
    desk.database._writer.execute("UPDATE phrase SET guide_key = 'two_ways', hidden_at = changed_at")
    with desk.database.session() as session:
        phrases.show_phrase(session, "two_ways")
    assert list_phrases(desk.reader) == []


def test_an_own_phrase_is_hidden_by_its_id_and_stays_in_the_list(desk: Desk) -> None:
    desk.do(phrases.write_phrase, "p", WORDS)
    desk.do(phrases.hide_phrase, "p")
    (found,) = list_phrases(desk.reader)
    assert (found.hidden, found.text) == (True, "Good that you called")
    desk.do(phrases.show_phrase, "p")
    assert not list_phrases(desk.reader)[0].hidden


def test_a_deleted_phrase_is_gone_until_it_is_taken_back(desk: Desk) -> None:
    desk.do(phrases.write_phrase, "p", WORDS)
    desk.do(phrases.delete_phrase, "p")
    assert list_phrases(desk.reader) == []
    desk.take_back()
    assert len(list_phrases(desk.reader)) == 1


def test_what_is_not_there_cannot_be_deleted(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.do(phrases.delete_phrase, "gone")


def test_half_a_character_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.do(phrases.write_phrase, "p", {"text": "\ud800"})
