"""``forecall backup`` and ``forecall restore``: copies of the journal made, listed, and put in its place."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forecall.commands.told import CommandError, Fields, note, plain, say, say_json_list
from forecall.journal.checked import LIVING_CALLS
from forecall.journal.moments import utc_text
from forecall.storage.backup import Backup, back_up, back_up_to, backups_folder, count_rows, list_backups
from forecall.storage.database import look_at
from forecall.words import _, ngettext, size_text

_LATEST = "latest"


def back_up_journal(asked: Namespace) -> None:
    """Make a backup, or list those there are."""
    if asked.list:
        _list(asked)
        return
    look_at(asked.journal)  # says what is wrong with it, when something is
    if asked.to is not None:
        back_up_to(asked.journal, asked.to)
        made = asked.to
    else:
        made = back_up(asked.journal, reason="asked")
    if asked.json:
        say_json_list([_fields(made, made.stat().st_size, "", "asked")])
    else:
        say(_("Backed up and checked: {file} ({calls}).").format(file=plain(str(made)), calls=_calls(made)))


def restore_journal(asked: Namespace) -> None:
    """Put a backup in the journal's place, unless a window has it open."""
    from forecall.storage.restoring import restore

    source = _meant(asked.journal, asked.backup)
    if not asked.yes:
        _ask(asked.journal, source)
    with _alone(asked.journal):
        restored = restore(asked.journal, source)
    say(_("Restored: {file} ({calls}).").format(file=plain(str(asked.journal)), calls=_calls(asked.journal)))
    if restored.kept is not None:
        note(_("The journal as it was is kept: {file}").format(file=restored.kept))


def _list(asked: Namespace) -> None:
    backups = list_backups(asked.journal)
    if asked.json:
        say_json_list(
            _fields(each.path, each.size, utc_text(each.made_at.replace(microsecond=0)), each.reason)
            for each in backups
        )
        return
    if not backups:
        note(_("There is no backup in {folder} yet.").format(folder=backups_folder(asked.journal)))
    for each in backups:
        say(_line(each))


def _fields(path: Path, size: int, made_at: str, reason: str) -> Fields:
    return {
        "file": str(path),
        "name": path.name,
        "made_at": made_at or None,
        "reason": reason,
        "bytes": size,
        "calls": count_rows(path, *LIVING_CALLS),
    }


def _line(backup: Backup) -> str:
    wall = backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return "  ".join((wall, size_text(backup.size).rjust(10), _calls(backup.path).rjust(12), backup.path.name))


def _calls(path: Path) -> str:
    count = count_rows(path, *LIVING_CALLS)
    if count is None:
        return _("cannot be read")
    return ngettext("{count} call", "{count} calls", count)


def _meant(journal: Path, named: str) -> Path:
    """The file that was named: a path, or the name of a backup."""
    if not named or "\0" in named:
        raise CommandError(_("restore needs a file, the name of a backup, or latest."))
    backups = list_backups(journal)
    if named == _LATEST:
        if not backups:
            raise CommandError(_("There is no backup in {folder} yet.").format(folder=backups_folder(journal)))
        return backups[0].path
    by_name = {name: each.path for each in backups for name in (each.path.name, each.path.stem)}
    return by_name.get(named) or Path(named).expanduser()


def _ask(journal: Path, source: Path) -> None:
    if sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(_("This puts {file} in the journal's place. Say --yes to do it.").format(file=source))
    note(_("This puts {source} in the place of {journal}.").format(source=source, journal=journal))
    note(_("The journal as it is now is kept as a copy. Go on? [y/N]"))
    if sys.stdin.readline().strip().lower() not in ("y", "yes", _("yes")):
        raise CommandError(_("Nothing was restored."))


@contextmanager
def _alone(journal: Path) -> Iterator[None]:
    """Hold the journal as a window does, so that none is open and none opens meanwhile."""
    from forecall.storage.files import make_folder
    from forecall.ui.first_window import FirstWindow

    make_folder(journal.parent)
    hold = FirstWindow(journal)
    if not hold.take():
        raise CommandError(_("The journal is open in a window. Close it first. Nothing was restored."))
    try:
        yield
    finally:
        hold.let_go()
