"""How long words take to say, and what is said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecall.coach.speaking import (
    Watch,
    expected_length,
    measured_length,
    seconds_to_say,
    spoken_words,
)

OPENING = (
    "The report came late, and you heard it from us too late. I have half an hour, and I want to use it for a date "
    "you can rely on. First I would like to hear what it did to your week."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("… — ! ? 🙂", 0),
        ("One two three.", 3),
        ("I can't, and won’t.", 4),
        ("delay—and then", 3),
        ("on 26 November", 3),
        ("in 2026", 3),
        ("Donaudampfschifffahrtsgesellschaft", 3),
        ("मुझे इसका खेद है", 4),
        ("Мы опоздали на два дня", 5),
        ("نحن نعتذر عن التأخير", 4),
    ],
)
def test_words_are_counted_as_they_are_said(text: str, words: int) -> None:
    assert spoken_words(text) == words


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("报告晚了两天，我们很抱歉。", 4, 8),
        ("レポートが二日遅れて、申し訳ありません。", 5, 10),
        ("รายงานมาช้าไปสองวัน เราขอโทษ", 5, 9),
        ("보고서가 이틀 늦었습니다. 죄송합니다.", 5, 8),
    ],
)
def test_scripts_without_spaces_take_their_time_too(text: str, least: int, most: int) -> None:
    assert least <= spoken_words(text) <= most


def test_an_opening_of_half_a_minute() -> None:
    assert 15 <= seconds_to_say(OPENING) <= 25
    assert expected_length(OPENING) == "About 20 seconds when said. Twenty to forty is a good length."


def test_a_long_one_is_told_in_minutes_and_a_word_in_seconds() -> None:
    assert expected_length("word " * 390).startswith("About 3 minutes when said.")
    assert expected_length("Hello").startswith("About 5 seconds when said.")


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "Too short to measure"),
        (2, "Too short to measure"),
        (3, "That took 3 seconds. It is short"),
        (19, "It is short"),
        (20, "That took 20 seconds. That is a good length."),
        (40, "That is a good length."),
        (41, "It is a little long."),
        (599, "It is a little long."),
        (600, "was stopped"),
    ],
)
def test_one_sentence_about_what_was_measured(seconds: int, told: str) -> None:
    assert told in measured_length(seconds)


@given(st.text(), st.text())
def test_more_words_never_take_less_time(text: str, more: str) -> None:
    assert 0 <= spoken_words(text) <= spoken_words(f"{text} {more}") + 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_every_text_has_a_sentence(text: str) -> None:
    assert expected_length(text).startswith("About ")


def test_much_text_is_counted_in_no_time() -> None:
    assert spoken_words("a few words more\n" * 50_000) == 200_000


class _Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_watch_counts_only_while_it_runs() -> None:
    clock = _Clock()
    watch = Watch(clock)
    assert (watch.running, watch.seconds) == (False, 0)
    watch.start()
    clock.now += 12.9
    assert (watch.running, watch.seconds) == (True, 12)
    watch.hold()
    clock.now += 3600
    watch.hold()
    assert (watch.running, watch.seconds) == (False, 12)
    watch.go_on()
    watch.go_on()
    clock.now += 2
    assert watch.seconds == 14
    watch.start(at=30)
    assert watch.seconds == 30


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    clock = _Clock()
    watch = Watch(clock)
    watch.start()
    clock.now -= 50
    assert watch.seconds == 0
