"""``forecall tone``: what may be hard to hear in a text, why, and what to say instead."""

import sys
from argparse import Namespace
from pathlib import Path

from forecall.coach.sentences import lines_of
from forecall.coach.tone import Mark, Tone, load_tone
from forecall.commands.told import CommandError, Fields, note, plain, say, say_json_list
from forecall.paths import resources_folder
from forecall.words import _

STANDARD_INPUT = "-"

_FIELDS = ("line", "start", "end", "category", "why", "rewrite", "source")


def check_tone(asked: Namespace) -> None:
    """Check a text file, or standard input. It is read as finished: its last sentence counts too."""
    text = _text(asked.file)
    tone = load_tone(resources_folder(), asked.language)
    if tone.off:
        raise CommandError(tone.off)
    for fault in tone.faults:
        note(fault)
    if asked.json:
        say_json_list(_fields(mark) for mark in tone.marks(text, finished=True))
        return
    _tell(text, tone)


def _tell(text: str, tone: Tone) -> None:
    lines = lines_of(text)
    found = False
    for mark in tone.marks(text, finished=True):
        found = True
        marked = plain(lines[mark.line - 1][mark.start : mark.end])
        place = f"{mark.line}:{mark.start}  "
        beneath = " " * len(place)
        say(place + _("“{words}” {says}.").format(words=marked, says=tone.says(mark)))
        say(beneath + mark.why)
        if mark.rewrite:
            say(beneath + _("Try: “{words}”").format(words=plain(mark.rewrite)))
        say(beneath + _("From: {source}").format(source=mark.source))
    if not found:
        note(_("Nothing stands out."))


def _fields(mark: Mark) -> Fields:
    return {name: getattr(mark, name) for name in _FIELDS}


def _text(file: Path) -> str:
    try:
        raw = _bytes(file)
    except OSError as error:
        told = _("{file} cannot be read: {reason}.")
        raise CommandError(told.format(file=file, reason=error.strerror or error)) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        told = _("{file} is not text in UTF-8: line {line} has a byte that belongs to no character.")
        raise CommandError(told.format(file=file, line=line)) from error


def _bytes(file: Path) -> bytes:
    if str(file) != STANDARD_INPUT:
        return file.read_bytes()
    return sys.stdin.buffer.read() if sys.stdin else b""
