"""Row 10: every character there is goes through box, file, export and import unchanged, or is told of."""

import contextlib
import html
import io
import json
import re
from pathlib import Path

from forecall import cli
from tests.torture import programs
from tests.torture.journals import answers, findings, rows_hash
from tests.torture.outcome import Outcome
from tests.torture.room import Room

SIZE = 4096
LAST = 0x110000
_HALVES = range(0xD800, 0xE000)
_IN_A_WINDOW = 24
BREAKS = dict.fromkeys((0x0D, 0x2029), "\n")
"""What is a line break and nothing else is kept as the one that the box knows."""

TOLD = dict.fromkeys((0xFDD0, 0xFDD1))
"""Two that no box can hold: the window has to say so when they are pasted, or the lot counts as lost."""

EDGE = "|"
"""Stands at both ends of a lot, so that a space at an end is no end."""


def lot(span: str) -> str:
    """The characters of a span of code points, with an edge at both ends."""
    first, last = (int(edge, 16) for edge in span.split("-"))
    return EDGE + "".join(chr(code) for code in range(first, last + 1) if code not in _HALVES) + EDGE


def run(trials: int, seed: int, room: Room) -> Outcome:
    """Try so many lots of characters; all of Unicode is 272 of them."""
    outcome = Outcome()
    starts = [first for first in range(0, LAST, SIZE) if first not in _HALVES]
    if trials < len(starts):
        starts = [0, 0x2000, *room.chance("lots").sample(starts[1:], max(0, trials - 2))][:trials]
    spans = [f"{first:x}-{first + SIZE - 1:x}" for first in starts]
    characters = 0
    for at in range(0, len(spans), _IN_A_WINDOW):
        if not room.time_left():
            break
        some = spans[at : at + _IN_A_WINDOW]
        characters += sum(len(lot(span)) - 2 for span in some)
        for wrong in _try(room.place("lots"), some):
            outcome.tried(wrong)
    wrong = _half_a_character(room.place("half"))
    outcome.tried(wrong)
    outcome.notes.append(
        f"{characters:,} characters, {SIZE:,} in a lot; halves of one are refused"
        " with a sentence, U+FDD0 and U+FDD1 left out of a box with one; carriage return and paragraph separator are"
        " kept as line breaks"
    )
    return outcome


def _try(folder: Path, spans: list[str]) -> list[str]:
    """What is wrong with each lot, or nothing."""
    journal, archive, again = folder / "journal.db", folder / "all.json", folder / "again.db"
    ended = programs.run(programs.module("windows.characters", journal, *spans), programs.around(folder), patience=240)
    told = [json.loads(line) for line in ended.out.splitlines()]
    wrong = dict.fromkeys(spans, ended.fell or f"the window ended with {ended.code}: {ended.err[-200:]}")
    if ended.code != 0:
        return list(wrong.values())
    whole = _run("export", "journal", "--to", str(archive), "--journal", str(journal))
    whole = whole or _run("import", str(archive), "--journal", str(again))
    if not whole and rows_hash(journal, ("answer", "call", "client")) != rows_hash(again, ("answer", "call", "client")):
        whole = "export and import have changed something"
    whole = whole or "; ".join(findings(again))
    for each in told:
        span, call = each["span"], each["call"]
        kept = answers(journal, call).get("issue", "")
        wrong[span] = (
            differs(span, kept)
            or ("" if each["shown"] else f"{span}: the box shows other characters")
            or _in_markdown(folder / f"{span}.md", journal, call, span)
            or whole
        )
    return list(wrong.values())


def differs(span: str, kept: str) -> str:
    """What is missing of a lot in what the file holds, or nothing."""
    wanted = lot(span).translate(BREAKS | TOLD)
    if kept == wanted:
        return ""
    missing = [f"U+{ord(sign):04X}" for sign in wanted if sign not in kept]
    return f"{span}: the file holds {len(kept)} of {len(wanted)} characters, without {', '.join(missing[:8])}"


def _in_markdown(path: Path, journal: Path, call: str, span: str) -> str:
    """Each character that can be seen stands in the Markdown of its call, once what escapes it is read."""
    wrong = _run("export", "call", "--call", call, "--to", str(path), "--journal", str(journal))
    if wrong:
        return wrong
    text = html.unescape(re.sub(r"\\([^\w\s])", r"\1", path.read_bytes().decode("utf-8")))
    missing = [f"U+{ord(sign):04X}" for sign in lot(span).translate(TOLD) if sign.isprintable() and sign not in text]
    return f"{span}: the Markdown lacks {', '.join(missing[:8])}" if missing else ""


def _half_a_character(folder: Path) -> str:
    """Half of a character cannot be kept: it is refused with a sentence, and nothing is changed."""
    from forecall.journal import verbs
    from forecall.journal.refusals import Refused
    from forecall.workspace.workspace import Workspace

    workspace = Workspace(folder / "journal.db")
    workspace.open()
    try:
        call = workspace.perform(None, verbs.start_call, "Northwind").wait()
        workspace.perform(None, verbs.record_answer, call, "issue", {"text": "half \ud83d"}).wait()
    except Refused as refused:
        return "" if str(refused).endswith(".") else f"no sentence: {refused}"
    finally:
        workspace.close()
    return "half of a character was taken"


def _run(*arguments: str) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        code = cli.run(arguments)
    return "" if code == 0 else said.getvalue().strip()
