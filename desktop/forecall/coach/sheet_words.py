"""What a call sheet holds, in words and not as a score: "Aim, opening and three points are there."."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forecall.words import _, ngettext

if TYPE_CHECKING:  # the first screen says its own with it, and waits for no sheet
    from forecall.journal.call_sheet import Block, CallSheet


def sheet_words(sheet: "CallSheet") -> str:
    """What stands on the sheet in the person's own words, and whether the line is theirs or a phrase."""
    blocks = {block.key: block for block in (*sheet.top, *(each for row in sheet.detail for each in row))}
    found = list(_own_parts(blocks))
    line = blocks.get("line")
    own_line = line is not None and any(not entry.phrase for entry in line.entries)
    if own_line:
        found.append((_("your line"), 1))
    if not found:
        return _("Your sheet holds ready phrases so far.")
    said, ready = are_there(found), _("Your line is a ready phrase so far.")
    return said if own_line or line is None else f"{said} {ready}"


def are_there(parts: Sequence[tuple[str, int]]) -> str:
    """A sentence that the parts are there; each is its words, and how many things they name."""
    *some, last = [words for words, _count in parts]
    listed = _("{some} and {last}").format(some=", ".join(some), last=last) if some else last
    single = sum(number for _words, number in parts) == 1
    said = (_("{parts} is there.") if single else _("{parts} are there.")).format(parts=listed)
    return said[:1].upper() + said[1:]


def points_words(count: int) -> str:
    """A number of points as it is said."""
    few = {1: _("one point"), 2: _("two points"), 3: _("three points"), 4: _("four points"), 5: _("five points")}
    return few.get(count) or ngettext("{count} point", "{count} points", count)


def _own_parts(blocks: "dict[str, Block]") -> Iterator[tuple[str, int]]:
    if _own(blocks.get("aim")):
        yield _("aim"), 1
    if _own(blocks.get("open")):
        yield _("opening"), 1
    further = blocks.get("once_heard")
    points = _own(blocks.get("say")) + (sum(entry.tick for entry in further.entries) if further else 0)
    if points:
        yield points_words(points), points
    answers = blocks.get("if_then")
    if answers and answers.entries:
        count = len(answers.entries) + answers.more
        yield _("an answer to an objection") if count == 1 else _("answers to objections"), count
    if further and any(entry.label == _("Offer") and not entry.phrase for entry in further.entries):
        yield _("offers"), 2


def _own(block: "Block | None") -> int:
    """How many entries are in the person's own words."""
    return sum(not entry.phrase for entry in block.entries) if block else 0
