"""What can be wrong with a journal file, each as one sentence a person can read."""

from forecall.words import _


class JournalFault(Exception):
    """Something is wrong with the file. ``str()`` is the sentence; ``kind`` names the case for code."""

    kind = "fault"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class MissingJournal(JournalFault):
    """There is no file at that place."""

    kind = "missing"


class ForeignFile(JournalFault):
    """The file is not a journal of this program, or too damaged to tell."""

    kind = "foreign"


class DamagedJournal(ForeignFile):
    """The file was, or may have been, a journal, and is damaged. What can be read of it can be saved."""

    kind = "damaged"


class NewerJournal(JournalFault):
    """The file was written by a later version."""

    kind = "newer"


class OlderJournal(JournalFault):
    """The file was written by an earlier version and only reading was asked for."""

    kind = "older"


class UnreadableJournal(JournalFault):
    """The file cannot be opened at all."""

    kind = "unreadable"


class ReadOnlyPlace(JournalFault):
    """The journal can be read and not written where it is."""

    kind = "read-only"


class CannotWrite(JournalFault):
    """The disk is full, read-only or failing: nothing was written, and it is worth trying again."""

    kind = "write"


_WORTH_RETRYING = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_LOCKED")


def write_fault(error: BaseException) -> CannotWrite | None:
    """The sentence for a failed write that may succeed later; ``None`` when the error is of another kind."""
    if isinstance(error, CannotWrite):
        return error
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, JournalFault):
            return None  # a file that cannot be opened is told of at once, whatever the disk said
        code = getattr(cause, "sqlite_errorname", "")
        if code.startswith(_WORTH_RETRYING):
            return CannotWrite(_sentence(code))
        cause = getattr(cause, "orig", None) or cause.__cause__
    return None


def _sentence(code: str) -> str:
    if code.startswith("SQLITE_FULL"):
        return _("The disk is full. Your words stay on screen and are saved once there is room.")
    if code.startswith("SQLITE_READONLY"):
        return _("The journal cannot be written to just now. Your words stay on screen and are saved once it can.")
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _("Another program is using the journal. Your words stay on screen and are saved once it is free.")
    return _("The disk gave an error. Your words stay on screen and are saved once it works again.")


_SIGNS_OF_DAMAGE = ("no such table", "no such column", "malformed")


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file itself is damaged."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, DamagedJournal):
            return True
        if getattr(cause, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return True
        if getattr(cause, "sqlite_errorname", "") == "SQLITE_ERROR" and str(cause).startswith(_SIGNS_OF_DAMAGE):
            return True  # our tables and triggers name each other: a letter of them was changed
        if "Could not decode to UTF-8" in str(cause):
            return True  # text in a row that is none any more
        cause = getattr(cause, "orig", None) or cause.__cause__
    return False
