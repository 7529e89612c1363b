"""``forecall search``: what holds all the words, newest first, each with a piece of its text."""

import re
from argparse import Namespace
from collections.abc import Iterator, Sequence

from forecall.commands.listing import call_fields, client_fields, lesson_fields, lesson_line
from forecall.commands.opening import SHORT_ID, reading
from forecall.commands.told import USAGE, CommandError, Fields, fitted, is_terminal, note, plain, say, say_json_list
from forecall.commands.wall import wall_of_call
from forecall.journal.records import CallHead, ClientRecord, LessonRecord
from forecall.journal.search import MARK_END, MARK_START, MOST_SIGNS, MOST_WORDS, Hit, search
from forecall.words import _

_HIT = re.compile(f"{MARK_START}(.*?){MARK_END}", re.DOTALL)
_BOLD, _NORMAL = "\x1b[1m", "\x1b[0m"


def search_words(asked: Namespace) -> None:
    """Find calls, clients and lessons. The words may come in any order and be beginnings, in any case and accents."""
    words = _readable(asked.words)
    with reading(asked.journal) as connection:
        found = search(connection, words, asked.limit)
        if asked.json:
            say_json_list(map(_fields, found))
            return
        bold = is_terminal()
        for hit in found:
            say(_line(hit.record))
            say(f"{'':{SHORT_ID}}  {_shown(hit.context, bold)}".rstrip())
        if not found:
            note(_("Nothing holds all of these words."))


def _readable(words: Sequence[str]) -> str:
    """The words as text, each once: bytes of an argument that are none are stood in for."""
    said = " ".join(words).encode(errors="surrogatepass").decode(errors="replace")
    wanted = dict.fromkeys(said.split())
    if len(wanted) > MOST_WORDS or len(said) > MOST_SIGNS:
        told = _("That is too much to look for at once: at most {words} words and {signs} characters.")
        raise CommandError(told.format(words=MOST_WORDS, signs=MOST_SIGNS), USAGE)
    return " ".join(wanted)


def _fields(hit: Hit) -> Fields:
    pieces = list(_pieces(hit.context))
    hits, length = [], 0
    for text, is_hit in pieces:
        if is_hit:
            hits.append([length, length + len(text)])
        length += len(text)
    return {**_fields_of(hit.record), "context": "".join(text for text, _is_hit in pieces), "hits": hits}


def _fields_of(record: CallHead | ClientRecord | LessonRecord) -> Fields:
    if isinstance(record, CallHead):
        return {"kind": "call", **call_fields(record)}
    if isinstance(record, ClientRecord):
        return {"kind": "client", **client_fields(record)}
    return {"kind": "lesson", **lesson_fields(record)}


def _line(record: CallHead | ClientRecord | LessonRecord) -> str:
    if isinstance(record, LessonRecord):
        return lesson_line(record).rstrip()
    if isinstance(record, ClientRecord):
        return "  ".join((record.id[:SHORT_ID], fitted(_("client"), 16), plain(record.name))).rstrip()
    parts = (record.id[:SHORT_ID], wall_of_call(record), fitted(record.client_name, 24), plain(record.title))
    return "  ".join(parts).rstrip()


def _shown(context: str, bold: bool) -> str:
    """The context on one line; hits are bold where that can be seen. Words beside them keep their distance."""
    marked = "".join(f"{MARK_START}{text}{MARK_END}" if is_hit else text for text, is_hit in _pieces(context))
    parts = re.split(f"([{MARK_START}{MARK_END}])", " ".join(marked.split()))
    signs = {MARK_START: _BOLD if bold else "", MARK_END: _NORMAL if bold else ""}
    return "".join(signs[part] if part in signs else _spaced(part) for part in parts)


def _spaced(part: str) -> str:
    """``plain`` for a piece of a line, whose outer spaces belong to it."""
    if not part.strip():
        return " " if part else ""
    return f"{' ' if part[0] == ' ' else ''}{plain(part)}{' ' if part[-1] == ' ' else ''}"


def _pieces(context: str) -> Iterator[tuple[str, bool]]:
    """The text in order, hits apart; marks that stand alone were typed by somebody, and are left out."""
    for place, text in enumerate(_HIT.split(context)):
        text = text.replace(MARK_START, "").replace(MARK_END, "")
        if text:
            yield text, place % 2 == 1
