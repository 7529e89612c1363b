"""The sample journal that is looked at in the window: made in a folder that goes away with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from forecall.words import _

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class NoExample(Exception):
    """The example could not be made; the message says so to the person."""


class Example:
    """One at a time, or none."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def make(self, zone: str) -> Path:
        """Make one around this moment, for a person in ``zone``; raises ``NoExample`` where there is no room for it."""
        from tempfile import TemporaryDirectory

        from forecall.journal.moments import utc_now
        from forecall.journal.sample import make_sample
        from forecall.storage.faults import JournalFault, write_fault

        folder = None
        try:
            folder = TemporaryDirectory(prefix="forecall-example-", ignore_cleanup_errors=True)
            path = Path(folder.name) / "example.db"
            make_sample(path, now=utc_now(), zone=zone)
        except Exception as error:
            if folder is not None:
                folder.cleanup()
            if isinstance(error, OSError | JournalFault) or write_fault(error) is not None:
                words = _(
                    "The example could not be made: the folder for temporary files is full or closed to Forecall."
                )
                raise NoExample(words) from error
            raise
        self._folder = folder
        return path

    def holds(self, journal: Path) -> bool:
        """Whether that journal is the example."""
        return self._folder is not None and journal.parent == Path(self._folder.name)

    def let_go(self) -> None:
        """Nothing of it stays."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()
