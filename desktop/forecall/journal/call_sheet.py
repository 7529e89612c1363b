"""The one page for the call, as data: what stands where, before anything is drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a block. ``answer`` stands after an arrow (give → get, if → then)."""

    text: str
    answer: str = ""
    label: str = ""  # bold in front: "Acknowledge"
    tick: bool = False
    phrase: bool = False  # a phrase of the guide in place of the person's words: in italics
    small: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One named part of the sheet. ``more`` counts the entries that are only in the app."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CallSheet:
    """The sheet from top to bottom: the ten-second layer, rows of detail blocks side by side, and the foot."""

    client: str
    title: str
    details: tuple[str, ...]  # "Thu 26 Nov, 10:00", "30 min", "with a colleague"
    mark: str  # "private"
    top: tuple[Block, ...]
    detail: tuple[tuple[Block, ...], ...]
    foot: tuple[Block, ...]
    promised_label: str
    by_label: str
    parked_label: str
    promised_lines: int = 3
