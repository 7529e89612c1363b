"""What is done with the journal's file as a whole: put back, rescued, only read, taken over; then it is opened anew."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from forecall.words import _

if TYPE_CHECKING:  # most starts need none of these
    from forecall.exchange.rescuing import Found
    from forecall.ui.main_window import MainWindow
    from forecall.ui.swapping import Work


class Program(Protocol):
    """What holds the window, and can open a journal in another one in its place."""

    window: "MainWindow"

    def change_to(
        self, journal: Path, titled: str, *, reading: bool = False, then: Callable[[], None] = lambda: None
    ) -> None:
        """Open a journal in the window's place, to write in it or only to read, and then go on."""


class FileKeeper:
    """Belongs to the program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def opened(self, window: "MainWindow") -> None:
        """A journal stands open: one that can only be read says so."""
        if window.desk.workspace.reading_only:
            from forecall.ui.reading_only import ReadingOnly

            ReadingOnly(window)
        kept = window.desk.workspace.kept_log
        if kept is not None:
            words = _(
                "What was written last could not all be read: something outside Forecall changed the log beside the "
                "journal. That log is kept as {file}."
            )
            window.say_standing(words.format(file=kept.name), _("I understand"), window.say_no_longer)

    def failed(self, window: "MainWindow", fault: BaseException) -> None:
        """A journal could not be opened: damage has a way out of its own."""
        from forecall.storage.faults import is_damage

        if is_damage(fault):
            self.rescue()
        else:
            window.show_fault(fault)

    def restore(self, source: Path) -> None:
        """Put a backup in the journal's place, and open that."""
        path = self._program.window.desk.workspace.path

        def work(told: Callable[[int], None]) -> object:
            from forecall.storage.restoring import restore

            return restore(path, source, progress=told).kept

        def told_of(kept: object) -> None:
            if isinstance(kept, Path):
                words = _("The backup was restored. The journal as it was before is kept.")
                self._program.window.say_with(words, _("Undo"), lambda: self.restore(kept))

        self._swap(work, _("Restoring the backup…"), told_of)

    def rescue(self) -> None:
        """The journal is damaged: look for what can be done, and have the person choose."""
        from forecall.ui.rescue import Rescue

        Rescue(self._program.window, self._take_salvaged, self.restore).begin()

    def tell_held(self, journal: Path) -> None:
        """Another window has the journal and cannot be asked."""
        from forecall.ui.first_window import FirstWindow
        from forecall.ui.held import tell_held

        program = self._program

        def read() -> None:
            program.change_to(journal, program.window.windowTitle(), reading=True)

        def take_over() -> None:
            hold = FirstWindow(journal)
            hold.take_over()
            hold.let_go()
            program.change_to(journal, program.window.windowTitle())

        tell_held(program.window, FirstWindow(journal), read, take_over)

    def _take_salvaged(self, found: "Found") -> None:
        path = self._program.window.desk.workspace.path

        def work(_told: Callable[[int], None]) -> object:
            from forecall.exchange.rescuing import take_salvaged

            return take_salvaged(path, found)

        def told_of(aside: object) -> None:
            if isinstance(aside, Path):
                words = _("What could be read is open. The damaged file is kept as {file}.")
                self._program.window.say(words.format(file=aside.name))

        self._swap(work, _("Opening what could be read…"), told_of)

    def _swap(self, work: "Work", words: str, told_of: Callable[[object], None]) -> None:
        """Close the journal, have something done with its file, open it again and tell what came of it."""
        from forecall.ui.swapping import StillUnsaved, Swap

        window = self._program.window

        def begin() -> None:
            window.cover(words)
            swap = Swap(window.desk, work, window, gives_up=window.left_in_trouble)
            swap.finished.connect(finished)
            swap.start()

        def finished(result: object) -> None:
            if isinstance(result, StillUnsaved):
                window.uncover()
                window.warn(str(result))
                return
            titled, path = window.windowTitle(), window.desk.workspace.path
            self._program.change_to(path, titled, then=lambda: opened(result))

        def opened(result: object) -> None:
            if isinstance(result, Exception):
                self._program.window.warn(str(result))
            else:
                told_of(result)

        window.leaving.once_saved(begin)
