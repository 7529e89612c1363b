"""Which objection comes next, and how a rehearsal goes on from what was kept of it."""

from collections import Counter
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from forecall.coach.rehearsal import (
    OPENING,
    Likelihood,
    Objection,
    Rated,
    Rehearsal,
    Response,
    draw,
    ending,
    last_of,
    last_time,
    objections_of,
    open_one,
    responses_of,
    round_of,
)
from forecall.guide.question import Value
from forecall.journal.records import FORESEEN_ITEMS, REHEARSED, CallHead, CallRecord, ItemRecord, Stage

NAMES = {"as_planned": "as planned", "close": "close", "not_yet": "not yet"}
HEAD = CallHead("c1", "k1", "Northwind", "", (), Stage.PREPARE, "2026-11-26T09:00:00Z", None, None, None, 30)

likelihoods = st.lists(st.sampled_from(list(Likelihood)), min_size=1, max_size=12)
seeds = st.integers(0, 10_000)


def call_with(objections: list[Value], rehearsed: list[tuple[str, Value]] = []) -> CallRecord:  # noqa: B006
    items = {
        FORESEEN_ITEMS: tuple(
            ItemRecord(f"o{at}", "c1", FORESEEN_ITEMS, at, value) for at, value in enumerate(objections)
        ),
        REHEARSED: tuple(ItemRecord(key, "c1", REHEARSED, at, value) for at, (key, value) in enumerate(rehearsed)),
    }
    return CallRecord(HEAD, items=items)


def with_responses(call: CallRecord, responses: tuple[Response, ...]) -> CallRecord:
    found = tuple(ItemRecord(each.id, "c1", REHEARSED, at, each.value()) for at, each in enumerate(responses))
    return CallRecord(HEAD, items={**call.items, REHEARSED: found})


def rehearses(objections: list[Objection], random: Random, ratings: Random, most: int = 500) -> list[str]:
    """What comes up in one round, where now and then an answer is not there yet."""
    responses: list[Response] = []
    came: list[str] = []
    first = round_of(objections, responses).number
    while len(came) < most:
        at = round_of(objections, responses)
        if at.number > first:
            return came
        up = draw(objections, at, random)
        assert up is not None
        came.append(up.id)
        rated = Rated.NOT_YET if ratings.random() < 0.3 else ratings.choice([Rated.AS_PLANNED, Rated.CLOSE])
        responses.append(Response(f"r{len(came)}", up.id, "", 5, rated))
    raise AssertionError("no end")


def made(kinds: list[Likelihood]) -> list[Objection]:
    return [Objection(f"o{at}", f"They say {at}", "", kind) for at, kind in enumerate(kinds)]


@given(likelihoods, seeds)
def test_everything_comes_once_before_anything_comes_a_third_time(kinds: list[Likelihood], seed: int) -> None:
    came = rehearses(made(kinds), Random(seed), Random(seed + 1))
    counts: Counter[str] = Counter()
    for each in came:
        counts[each] += 1
        assert counts[each] < 3 or len(counts) == len(kinds)
    assert len(counts) == len(kinds)


@given(likelihoods, seeds)
def test_what_is_likely_comes_at_least_as_often(kinds: list[Likelihood], seed: int) -> None:
    objections = made(kinds)
    counts = Counter(rehearses(objections, Random(seed), _Always(0.9)))
    expected = 2 if len(kinds) >= 3 else 1
    assert all(counts[each.id] == (expected if each.likelihood is Likelihood.LIKELY else 1) for each in objections)


class _Always(Random):
    """Rates all alike."""

    def __init__(self, value: float) -> None:
        super().__init__(0)
        self._value = value

    def random(self) -> float:
        return self._value


@given(st.lists(st.sampled_from(list(Likelihood)), min_size=3, max_size=12), seeds)
def test_nothing_follows_itself_where_it_need_not(kinds: list[Likelihood], seed: int) -> None:
    came = rehearses(made(kinds), Random(seed), _Always(0.9))
    assert all(one != other for one, other in pairwise(came))


@given(likelihoods, seeds, st.lists(st.sampled_from(list(Rated)), max_size=30))
def test_what_is_not_there_yet_stays_due(kinds: list[Likelihood], seed: int, ratings: list[Rated]) -> None:
    objections, random = made(kinds), Random(seed)
    responses: list[Response] = []
    for place, rated in enumerate(ratings):
        before = round_of(objections, responses)
        up = draw(objections, before, random)
        assert up is not None
        responses.append(Response(str(place), up.id, "", 1, rated))
        after = round_of(objections, responses)
        if rated is Rated.NOT_YET:
            assert after.due[up.id] == before.due[up.id]
            assert after.number == before.number


def test_the_likely_ones_come_sooner() -> None:
    objections = made([Likelihood.UNLIKELY, Likelihood.POSSIBLE, Likelihood.LIKELY, Likelihood.POSSIBLE])
    first = Counter(rehearses(objections, Random(seed), _Always(0.9))[0] for seed in range(400))
    assert first["o2"] > first["o1"] > first["o0"]
    assert first["o2"] > 150


def test_the_same_chance_gives_the_same_order() -> None:
    objections = made([Likelihood.LIKELY, Likelihood.POSSIBLE, Likelihood.UNLIKELY] * 3)
    orders = [rehearses(objections, Random(7), Random(8)) for _again in range(2)]
    assert orders[0] == orders[1]
    assert len({tuple(rehearses(objections, Random(seed), Random(8))) for seed in range(5)}) > 1


@settings(deadline=None)
@given(st.integers(1, 3))
def test_a_thousand_are_drawn_from_in_no_time(seed: int) -> None:
    objections = made([Likelihood.POSSIBLE] * 1000)
    assert draw(objections, round_of(objections, []), Random(seed)) is not None


def test_nothing_to_say_gives_nothing() -> None:
    assert draw([], round_of([], []), Random(1)) is None
    rehearsal = Rehearsal(Random(1))
    rehearsal.learn(call_with([{"text": "  "}, {"then": "an answer to nothing"}]))
    assert rehearsal.current is None
    assert not rehearsal.over


def test_entries_are_read_whatever_they_hold() -> None:
    call = call_with(
        [
            {"text": "Too dear", "then": " Here is why ", "likelihood": ["likely"]},
            {"text": "Late", "likelihood": ["?"]},
        ],
        [
            ("r1", {"of": ["o0"], "text": "so", "seconds": 12, "rated": ["close"]}),
            ("r2", {"of": ["o1"], "seconds": True, "rated": ["wonderful"]}),
            ("r3", {"text": "of nothing"}),
            ("r4", {"of": [OPENING], "seconds": 30}),
        ],
    )
    assert objections_of(call) == (
        Objection("o0", "Too dear", "Here is why", Likelihood.LIKELY),
        Objection("o1", "Late", "", Likelihood.POSSIBLE),
    )
    found = responses_of(call)
    assert found == (
        Response("r1", "o0", "so", 12, Rated.CLOSE),
        Response("r2", "o1", "", None, None),
        Response("r4", OPENING, "", 30, None),
    )
    assert found[0].value() == {"of": ["o0"], "text": "so", "seconds": 12, "rated": ["close"]}
    assert last_time(last_of(found, "o0"), NAMES) == "Last time: close, 12 seconds"
    assert last_time(last_of(found, OPENING), NAMES) == "Last time: 30 seconds"
    assert last_time(last_of(found, "o1"), NAMES) == ""
    assert last_of(found, "o0", besides="r1") is None
    assert open_one(objections_of(call), found) == found[1]


def test_a_rehearsal_goes_on_where_it_was_left() -> None:
    call = call_with([{"text": "One"}, {"text": "Two"}, {"text": "Three"}])
    first = Rehearsal(Random(3))
    first.learn(call)
    assert first.current is not None
    first.wrote("half a sent", "r1")
    again = Rehearsal(Random(99))
    again.learn(with_responses(call, first.responses))
    assert again.current == first.current
    assert again.response == Response("r1", first.current.id, "half a sent")
    again.said(9, "r9")
    again.rate(Rated.CLOSE)
    assert again.current != first.current
    third = Rehearsal(Random(4))
    third.learn(with_responses(call, again.responses))
    assert third.current != first.current  # what was answered in this round does not come again


def _goes_through(rehearsal: Rehearsal, rated: Rated = Rated.CLOSE) -> int:
    count = 0
    while rehearsal.current is not None and count < 50:
        count += 1
        rehearsal.said(4, f"g{count}-{len(rehearsal.responses)}")
        rehearsal.rate(rated)
    return count


def test_it_ends_once_all_were_answered_and_can_be_gone_through_again() -> None:
    rehearsal = Rehearsal(Random(3))
    call = call_with([{"text": "One", "likelihood": ["likely"]}, {"text": "Two"}, {"text": "Three"}])
    rehearsal.learn(call)
    assert _goes_through(rehearsal) == 4
    assert rehearsal.over
    assert rehearsal.not_yet == 0
    rehearsal.learn(with_responses(call, rehearsal.responses))
    assert rehearsal.over
    rehearsal.again()
    assert not rehearsal.over
    assert _goes_through(rehearsal) == 4


def test_one_that_is_new_is_asked_after_the_end() -> None:
    rehearsal = Rehearsal(Random(3))
    rehearsal.learn(call_with([{"text": "One"}, {"text": "Two"}]))
    _goes_through(rehearsal)
    more = with_responses(call_with([{"text": "One"}, {"text": "Two"}, {"text": "New"}]), rehearsal.responses)
    assert rehearsal.learn(more)
    assert rehearsal.current == Objection("o2", "New")
    assert _goes_through(rehearsal) == 1


def test_one_that_is_removed_meanwhile_is_asked_no_longer() -> None:
    rehearsal = Rehearsal(Random(3))
    rehearsal.learn(call_with([{"text": "One"}]))
    rehearsal.wrote("words", "r1")
    assert rehearsal.learn(call_with([]))
    assert (rehearsal.current, rehearsal.response) == (None, None)
    assert not rehearsal.over
    assert rehearsal.wrote("more", "r2") is None
    rehearsal.rate(Rated.CLOSE)
    assert rehearsal.current is None


def test_a_rating_that_is_taken_back_brings_its_response_back() -> None:
    call = call_with([{"text": "One"}, {"text": "Two"}])
    rehearsal = Rehearsal(Random(3))
    rehearsal.learn(call)
    rehearsal.wrote("so", "r1")
    said = rehearsal.said(5, "r1")
    assert said is not None
    rehearsal.rate(Rated.NOT_YET)
    assert rehearsal.not_yet == 1
    rehearsal.learn(with_responses(call, (said,)), afresh=True)
    assert rehearsal.response == said
    assert rehearsal.shown == (said.of, True)
    rehearsal.learn(call, afresh=True)
    assert rehearsal.response is None
    assert rehearsal.shown == (said.of, False)


def test_what_is_in_memory_goes_before_what_is_not_in_the_file_yet() -> None:
    call = call_with([{"text": "One"}, {"text": "Two"}])
    rehearsal = Rehearsal(Random(3))
    rehearsal.learn(call)
    up = rehearsal.current
    rehearsal.said(5, "r1")
    rehearsal.rate(Rated.AS_PLANNED)
    second = rehearsal.current
    rehearsal.learn(call)
    assert rehearsal.current == second != up


def test_the_end_is_told_plainly() -> None:
    assert ending(0) == "You have an answer to all of it."
    assert "One answer is not there yet" in ending(1)
    assert "2 answers are not there yet" in ending(2)
