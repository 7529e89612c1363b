"""The command line: one parser, one sentence when something cannot be done, never a traceback."""

import os
import re
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from forecall.commands.told import (
    INTERRUPTED,
    REFUSED,
    USAGE,
    CommandError,
    drop_output,
    end_output,
    note,
    sentence_for,
    settle_output,
)
from forecall.paths import journal_file, resources_folder, settings_file
from forecall.settings import load_settings
from forecall.words import _, system_language, use_language

MOST_CALLS = 100_000
_MOST = 2**31 - 1
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; gives the exit code."""
    try:
        settle_output()
        _speak()
        code = _carry_out(arguments)
        end_output()
        return code
    except BrokenPipeError:  # whoever reads has seen enough
        drop_output()
        return 0
    except KeyboardInterrupt:
        drop_output()
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("FORECALL_DEBUG"):
            raise
        note(f"forecall: {sentence_for(error)}")
        _end_quietly()
        return error.code if isinstance(error, CommandError) else REFUSED


def _carry_out(arguments: Sequence[str]) -> int:
    try:
        asked = build_parser().parse_args(arguments)
    except SystemExit as end:  # --help and --version have said what was asked
        return int(end.code or 0)
    asked.journal = _journal(asked.journal)
    return command_at(asked.place)(asked) or 0


def _speak() -> None:
    """The language that the person chose in the window, else the one the system asks for."""
    chosen = load_settings(settings_file()).language
    use_language(resources_folder() / "languages", system_language() if chosen == "system" else chosen)


def command_at(place: str) -> Callable[[Namespace], int | None]:
    """The function that carries out a command; its module is imported now, and no other command's."""
    module, name = place.split(".")
    command: Callable[[Namespace], int | None] = getattr(import_module(f"forecall.commands.{module}"), name)
    return command


def _journal(named: str | None) -> Path:
    if named == "":
        raise CommandError(_("--journal needs the name of a file."), USAGE)
    try:
        return journal_file(named)
    except RuntimeError as error:  # "~someone" who is not known here
        raise CommandError(_("There is no home folder for {file}.").format(file=named or "~"), USAGE) from error


def _end_quietly() -> None:
    try:
        end_output()
    except (OSError, ValueError):
        drop_output()


class _Parser(ArgumentParser):
    """An argument parser that says one sentence instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        told = message.removeprefix("argument ").rstrip(".")
        raise CommandError(_("{told}. See {command} --help.").format(told=told, command=self.prog), USAGE)


def build_parser() -> ArgumentParser:
    """All commands with their options."""
    parser = _Parser(
        prog="forecall",
        description=_("A desktop journal for the hard client call. Without a command, its window opens."),
        epilog=_("An id may be cut to a unique beginning. Commands that only read never create or change a file."),
        allow_abbrev=False,
    )
    parser.add_argument("--journal", metavar="FILE", help=_("the journal's file (also FORECALL_JOURNAL)"))
    version = _("say which version this is")
    parser.add_argument("--version", dest="place", action="store_const", const="window.say_version", help=version)
    parser.set_defaults(place="window.window")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    for describe in (_sample, _list, _search, _export, _import, _backup, _restore, _salvage, _check, _tone, _tour):
        describe(commands)
    return parser


def _add(commands: "_SubParsersAction[_Parser]", name: str, about: str, place: str) -> _Parser:
    """A command, carried out by the function at ``place`` (``module.name``); it takes ``--journal`` too."""
    parser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    parser.add_argument("--journal", metavar="FILE", default=SUPPRESS, help=_("the journal's file"))
    parser.set_defaults(place=place)
    return parser


def _sample(commands: "_SubParsersAction[_Parser]") -> None:
    parser = _add(commands, "sample", _("make a believable journal to try things with"), "sampling.sample")
    parser.add_argument("--to", type=_file, required=True, metavar="FILE", help=_("a file that is not there yet"))
    parser.add_argument("--calls", type=_calls, default=40, metavar="N", help=_("how many calls; 40 when not said"))
    parser.add_argument("--seed", type=_whole, default=1, metavar="S", help=_("the same number gives the same journal"))


def _list(commands: "_SubParsersAction[_Parser]") -> None:
    parser = _add(commands, "list", _("list what is in the journal"), "listing.list_things")
    parser.add_argument("what", choices=("calls", "clients", "lessons", "promises"))
    parser.add_argument("--all", action="store_true", help=_("also what is archived, and promises that were kept"))
    _add_json(parser)


def _search(commands: "_SubParsersAction[_Parser]") -> None:
    parser = _add(commands, "search", _("find calls that hold all the words, newest first"), "searching.search_words")
    parser.add_argument("words", nargs="+", metavar="WORDS", help=_("words, or how they begin, in any order"))
    parser.add_argument("--limit", type=_positive, default=50, metavar="N", help=_("at most so many; 50 when not said"))
    _add_json(parser)


def _export(commands: "_SubParsersAction[_Parser]") -> None:
    parser = _add(commands, "export", _("write a document, or the whole journal"), "exporting.export")
    parser.add_argument("what", choices=("lessons", "call", "journal"))
    parser.add_argument("--call", metavar="ID", help=_("which call"))
    parser.add_argument("--since", type=_day, metavar="DATE", help=_("lessons from this day on, as 2026-11-26"))
    parser.add_argument("--until", type=_day, metavar="DATE", help=_("lessons up to this day, which is included"))
    parser.add_argument("--by", choices=("skill", "client", "month"), help=_("how lessons are grouped; by skill"))
    parser.add_argument("--paper", choices=("a4", "letter"), help=_("of a .pdf; as chosen in the settings"))
    parser.add_argument(
        "--to", type=_file, required=True, metavar="FILE", help=_("its ending says the format: .md .html .pdf .json")
    )


def _import(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("bring in an archive, invitations (.ics), a table (.csv), a dated note (.md) or a folder of notes")
    parser = _add(commands, "import", about, "importing.import_file")
    parser.add_argument("file", type=_file, metavar="FILE", help=_("its ending says what it is"))
    parser.add_argument("--client", metavar="NAME", help=_("the client, where the file names none"))
    parser.add_argument(
        "--map",
        type=_mapping,
        metavar="FIELD=COLUMN,…",
        help=_("of a table: which column is what; the rest is guessed"),
    )
    parser.add_argument("--dates", choices=("day-first", "month-first"), help=_("of a table: how 03/04/2026 is meant"))
    parser.add_argument(
        "--header", choices=("yes", "no"), help=_("of a table: whether its first row names the columns")
    )
    parser.add_argument("--pick", metavar="N,…|all", help=_("of several events: which"))
    parser.add_argument("--leave-bad-rows", action="store_true", help=_("leave out what cannot come in"))
    parser.add_argument("--dry-run", action="store_true", help=_("say what would come in, and change nothing"))


def _backup(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("copy the journal and check the copy, into its backups folder or to a file; or list the backups")
    parser = _add(commands, "backup", about, "backing_up.back_up_journal")
    parser.add_argument("--to", type=_file, metavar="FILE", help=_("a file that is not there yet"))
    parser.add_argument("--list", action="store_true", help=_("list the backups instead, the newest first"))
    _add_json(parser)


def _restore(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("put a backup in the journal's place; the journal as it is now is kept as a copy")
    parser = _add(commands, "restore", about, "backing_up.restore_journal")
    parser.add_argument("backup", metavar="FILE|NAME", help=_("a file, a name from 'backup --list', or latest"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask first; needed where nobody can answer"))


def _salvage(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("save what can be read of a damaged journal into a new one; the damaged file is left as it is")
    parser = _add(commands, "salvage", about, "salvaging.salvage_file")
    parser.add_argument("file", type=_file, metavar="FILE", help=_("the damaged journal"))
    parser.add_argument("--to", type=_file, required=True, metavar="NEW", help=_("a file that is not there yet"))
    _add_json(parser)


def _check(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("check the journal: 0 is sound, 1 damaged, 2 cannot be opened")
    _add_json(_add(commands, "check", about, "checking.check_journal"))


def _tone(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("check words to be said: what may be hard to hear, why, and what to say instead")
    parser = _add(commands, "tone", about, "tone.check_tone")
    parser.add_argument("file", type=_file, metavar="FILE", help=_("a text in UTF-8, or - for standard input"))
    parser.add_argument("--language", default="en", metavar="CODE", help=_("the language of the text, else en"))
    _add_json(parser)


def _tour(commands: "_SubParsersAction[_Parser]") -> None:
    about = _("do the main job through the real window, with a journal of its own, and leave pictures")
    parser = _add(commands, "tour", about, "window.tour")
    parser.add_argument("--to", type=_file, required=True, metavar="DIR", help=_("the folder for what it leaves"))


def _add_json(parser: _Parser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as JSON; packaging/json-fields.md tells the fields"))


def _file(text: str) -> Path:
    if not text or "\0" in text:
        raise ArgumentTypeError(_("it needs the name of a file"))
    return Path(text)


def _mapping(text: str) -> dict[str, str]:
    parts = [part.partition("=") for part in text.split(",") if part.strip()]
    told = {field.strip(): column.strip() for field, _sign, column in parts}
    if not told or not all(told.values()) or len(told) != len(parts):
        raise ArgumentTypeError(_("{text} is not like client=Customer,date=Day").format(text=_short(text)))
    return told


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise ArgumentTypeError(_("{text} is not a day like 2026-11-26").format(text=_short(text)))
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ArgumentTypeError(_("{text} is a day that does not exist").format(text=text)) from error


def _calls(text: str) -> int:
    return _number(text, 1, MOST_CALLS)


def _positive(text: str) -> int:
    return _number(text, 1, _MOST)


def _whole(text: str) -> int:
    return _number(text, 0, _MOST)


def _number(text: str, least: int, most: int) -> int:
    # int() itself takes underscores, and the digits of every script.
    if text.isascii() and text.isdigit() and len(text) <= 20 and least <= int(text) <= most:
        return int(text)
    raise ArgumentTypeError(
        _("{text} is not a whole number from {least} to {most}").format(text=_short(text), least=least, most=most)
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
