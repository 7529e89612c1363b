"""The person's own phrases beside those of the guide."""

from forecall.coach.own_phrases import OwnPhrases, as_phrase, read_own_phrases
from forecall.guide.catalog import load_catalog
from forecall.guide.question import CallType
from forecall.journal import phrases
from forecall.journal.records import PhraseRecord
from tests.conftest import RESOURCES
from tests.journal.conftest import desk  # noqa: F401
from tests.journal.desk import Desk


def own(key: str = "mine", **fields: object) -> PhraseRecord:
    values: dict[str, object] = {"moment": "opening", "text": "Good that you called", "fits": ("opening",)}
    return PhraseRecord(key, **(values | fields))  # type: ignore[arg-type]


def test_reads_both_kinds(desk: Desk) -> None:  # noqa: F811
    desk.do(phrases.write_phrase, "p", {"text": "Good that you called", "moment": ["opening"], "fits": ["opening"]})
    desk.do(phrases.write_phrase, "q", {"text": "Put away", "moment": ["opening"]})
    desk.do(phrases.write_phrase, "r", {"moment": ["opening"]})
    desk.do(phrases.hide_phrase, "q")
    desk.do(phrases.hide_phrase, "minutes_and_a_plan")
    found = read_own_phrases(desk.reader)
    assert [phrase.key for phrase in found.own] == ["p", "q", "r"]
    assert [phrase.text for phrase in found.shown] == ["Good that you called"]
    assert found.hidden == {"q", "minutes_and_a_plan"}


def test_own_ones_stand_before_the_guides_and_hidden_ones_nowhere() -> None:
    catalog = load_catalog(RESOURCES)
    before = catalog.phrases_for("opening")
    mine = OwnPhrases((as_phrase(own()),), frozenset({before[0].key}))
    found = catalog.phrases_for("opening", own=mine.shown, hidden=mine.hidden)
    assert [each.key for each in found] == ["mine", *(each.key for each in before[1:])]
    assert found[0].own
    assert not before[0].own


def test_an_own_phrase_for_a_type_waits_for_it() -> None:
    catalog = load_catalog(RESOURCES)
    mine = (as_phrase(own(types=(CallType.ABUSE,))), as_phrase(own("any")))
    asked = [
        [each.key for each in catalog.phrases_for("opening", types, own=mine)][:2] for types in ([CallType.ABUSE], [])
    ]
    assert asked[0] == ["mine", "any"]
    assert asked[1][0] == "any"
