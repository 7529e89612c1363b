"""How long words take to say, in any script, and what is said about that in a plain sentence."""

import re
import unicodedata
from collections.abc import Callable

from forecall.words import _, ngettext

WORDS_A_MINUTE = 130
"""What a calm speaker says on the phone."""

GOOD_FROM, GOOD_TO = 20, 40
"""Seconds of an opening that leave nothing out and do not keep the other side waiting."""

LEAST_SECONDS, MOST_SECONDS = 3, 600
"""What is shorter was a slip of the hand; what is longer was left running."""

_LONG_WORD = 14
"""Letters after which a word that is put together takes as long as another one."""

_BREAKS = re.compile(r"[\s—–…/|]+")
_UNSPACED: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 2.0),  # Chinese characters
    (re.compile("[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]"), 2.6),  # kana
    (re.compile("[\uac00-\ud7a3]"), 2.5),  # Korean syllables: spaces there part longer units than words
    (re.compile("[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6]"), 4.0),  # Thai, Lao
    (re.compile("[\u1000-\u102a\u103f\u1780-\u17b3]"), 3.0),  # Burmese, Khmer
)
"""Scripts without spaces between words: their letters, and how many of them take as long as a word."""


def spoken_words(text: str) -> int:
    """How many words of ordinary length it takes as long to say as these; signs and pictures count nothing."""
    weight = 0.0
    for letters, to_a_word in _UNSPACED:
        text, found = letters.subn(" ", text)
        weight += found / to_a_word
    weight += sum(_weight(piece) for piece in _BREAKS.split(text))
    return round(weight) or (1 if weight else 0)


def seconds_to_say(text: str) -> int:
    """About how many seconds it takes to say a text aloud."""
    return round(spoken_words(text) * 60 / WORDS_A_MINUTE)


def expected_length(text: str) -> str:
    """How long a text will take, before it was read: "About 25 seconds when said. Twenty to forty is a good length."""
    seconds = seconds_to_say(text)
    if seconds > 90:
        minutes = round(seconds / 60)
        about = ngettext("About {count} minute when said.", "About {count} minutes when said.", minutes)
    else:
        rounded = max(5, 5 * round(seconds / 5))
        about = ngettext("About {count} second when said.", "About {count} seconds when said.", rounded)
    good = _("Twenty to forty is a good length.")  # before the braces: no translator finds it within
    return f"{about} {good}"


def measured_length(seconds: int) -> str:
    """How long it took, and one plain sentence about it."""
    if seconds < LEAST_SECONDS:
        return _("Too short to measure. Start again when you like.")
    if seconds >= MOST_SECONDS:
        return _("The clock ran for ten minutes and was stopped. Start again when you like.")
    took = ngettext("That took {count} second.", "That took {count} seconds.", seconds)
    if seconds < GOOD_FROM:
        told = _("It is short, and that is fine if they know what comes next.")
    elif seconds <= GOOD_TO:
        told = _("That is a good length.")
    else:
        told = _("It is a little long. What could wait until they have spoken?")
    return f"{took} {told}"


class Watch:
    """Seconds since it was started, without those it was held for. ``clock`` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._before = 0.0
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._since is not None

    @property
    def seconds(self) -> int:
        """Whole seconds that have passed."""
        passed = self._before + (self._clock() - self._since if self._since is not None else 0.0)
        return int(max(0.0, passed))

    def start(self, at: int = 0) -> None:
        """Begin anew, or at some seconds."""
        self._before, self._since = float(at), self._clock()

    def hold(self) -> None:
        """Let no more time pass."""
        if self._since is not None:
            self._before += max(0.0, self._clock() - self._since)
            self._since = None

    def go_on(self) -> None:
        """Let time pass again."""
        if self._since is None:
            self._since = self._clock()


def _weight(piece: str) -> float:
    """A word, a long one as several; a number as its digits are said, two at a time."""
    letters = digits = 0
    for sign in piece:
        if sign.isdecimal():
            digits += 1
        elif unicodedata.category(sign)[0] == "L":
            letters += 1
    words = 1 + (letters - 1) // _LONG_WORD if letters else 0
    return words + -(-digits // 2)
