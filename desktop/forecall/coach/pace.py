"""How long a person takes for each kind of question: a guess at first, and what was measured from then on."""

from collections.abc import Iterable, Mapping
from statistics import median

from forecall.guide.question import PaceKind, Question

FALLBACK = 60
"""Seconds for a kind that the resources say nothing about."""

_RECENT = 20  # answers of one kind that count, the newest
_WEIGHT = 4  # the guess counts as much as this many answers
_LEAST_SECONDS = 3  # below it nothing was written: a key was pressed in passing
_CAP = 5  # one answer counts as at most this many guesses
_BOUND = 3  # what is learned stays within a third of the guess and three times the guess


def learned_paces(
    recent: Iterable[tuple[str, int]], questions: Mapping[str, Question], guesses: Mapping[PaceKind, int]
) -> dict[PaceKind, int]:
    """Seconds for each kind of question, from measured answers (key and seconds, newest first).

    Of each kind the newest 20 answers of at least 3 seconds count, none as more than 5 guesses; with ``n`` of them

        pace = (4 · guess + n · median) / (4 + n),   kept within guess / 3 and 3 · guess

    so the guess holds until something is known, a median needs every second answer to be odd before it is, and no
    value in the file, however large, makes a plan absurd. Retired questions teach their kind; unknown keys do not.
    """
    measured: dict[PaceKind, list[int]] = {}
    for key, seconds in recent:
        question = questions.get(key)
        if question is not None and seconds >= _LEAST_SECONDS:
            of_kind = measured.setdefault(question.pace_kind, [])
            if len(of_kind) < _RECENT:
                of_kind.append(seconds)
    guessed = {kind: guesses.get(kind, FALLBACK) for kind in PaceKind}
    return {kind: _learned(guess, measured.get(kind, [])) for kind, guess in guessed.items()}


def _learned(guess: int, measured: list[int]) -> int:
    if not measured or guess <= 0:  # what costs no time is no matter of pace
        return max(0, guess)
    middle = median(min(each, _CAP * guess) for each in measured)
    pace = (_WEIGHT * guess + len(measured) * middle) / (_WEIGHT + len(measured))
    return round(min(_BOUND * guess, max(guess / _BOUND, pace)))
