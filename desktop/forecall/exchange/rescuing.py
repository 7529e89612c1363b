"""What can be done about a damaged journal: looked at without changing it, and carried out once a person has chosen.

Public and steady: ``look``, ``take_salvaged``.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from forecall.exchange.faults import ExchangeError
from forecall.exchange.salvaging import has_apart, salvage_journal, write_apart
from forecall.journal.checked import LIVING_CALLS
from forecall.storage.aside import set_aside
from forecall.storage.backup import count_rows, is_sound, list_backups
from forecall.storage.faults import JournalFault
from forecall.storage.replacing import put_in_place
from forecall.storage.salvage import Salvaged
from forecall.workspace.backups import BackupRecord, record_of


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a damaged journal: what could be read (``None`` when nothing could), the newest good backup."""

    salvaged: Salvaged | None
    calls: int
    backup: BackupRecord | None

    @property
    def whole(self) -> int:
        """Entries that are as they were written."""
        return sum(self.salvaged.whole.values()) if self.salvaged is not None else 0

    @property
    def changed(self) -> int:
        """Entries that are not as they were written."""
        return len(self.salvaged.doubtful) if self.salvaged is not None else 0

    @property
    def lost(self) -> int:
        """Entries of which nothing but the id is left."""
        return sum(map(len, self.salvaged.lost.values())) if self.salvaged is not None else 0


def look(path: Path, progress: Callable[[int], None]) -> Found:
    """Save what can be read into a folder of its own, and look for the newest backup that is still sound."""
    backup = next((record_of(each) for each in list_backups(path) if is_sound(each.path)), None)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{path.stem}-saved-", dir=path.parent))
    except OSError:
        return Found(None, 0, backup)
    try:
        salvaged = salvage_journal(path, folder / "journal.db", progress)
    except JournalFault:
        folder.rmdir()
        return Found(None, 0, backup)
    return Found(salvaged, count_rows(salvaged.path, *LIVING_CALLS) or 0, backup)


def take_salvaged(path: Path, found: Found) -> Path:
    """Keep the damaged journal aside, and put what could be read in its place; gives where the damaged one is.

    Entries that are not as they were written are listed in a file beside it. Raises ``OSError`` or ``ExchangeError``;
    the journal is then as it was.
    """
    if found.salvaged is None:
        raise ExchangeError("nothing was saved")
    aside = set_aside(path)
    if has_apart(found.salvaged):
        write_apart(aside.with_suffix(".json"), found.salvaged)
    put_in_place(path, found.salvaged.path)
    let_go(found)
    return aside


def let_go(found: Found) -> None:
    """Leave nothing of what was saved and not taken."""
    if found.salvaged is not None:
        folder = found.salvaged.path.parent
        found.salvaged.path.unlink(missing_ok=True)
        if folder.name.startswith("."):
            folder.rmdir()
