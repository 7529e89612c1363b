"""What a box for words can hold: how much, and which characters; what it says of the rest."""

from forecall.words import _, ngettext

PASTE_LIMIT = 100_000  # characters: with more, one key in the box takes longer than half a second
EDITED_LIMIT = 2 * PASTE_LIMIT
"""Characters. What is longer came from elsewhere; a box shows its beginning and changes nothing of it."""

_BEGINNING = 10_000
_MARKERS = dict.fromkeys((0xFDD0, 0xFDD1))
"""Qt's documents use these two for themselves. No text means anything by them: Unicode keeps them free for that."""


def holdable(text: str) -> str:
    """The text without the characters that a box cannot hold."""
    return text.translate(_MARKERS) if holds_markers(text) else text


def holds_markers(text: str) -> bool:
    """Whether a box would lose some of this."""
    return any(chr(marker) in text for marker in _MARKERS)


def markers_told() -> str:
    """That something was left out, in a sentence."""
    return _("A character that stands for nothing (U+FDD0 or U+FDD1) cannot be kept in a box. It was left out.")


def beginning_of(text: str) -> str:
    """What a box shows of a text that is too long to be changed in it."""
    rest = len(text) - _BEGINNING
    told = ngettext(
        "{count} more character. This is too long to be changed here; it is kept whole.",
        "{count} more characters. This is too long to be changed here; it is kept whole.",
        rest,
    )
    return f"{text[:_BEGINNING]}…\n\n{told}"
