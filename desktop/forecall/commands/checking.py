"""``forecall check``: whether the journal is sound, damaged, or cannot be opened."""

from argparse import Namespace
from collections.abc import Sequence

from forecall.commands.told import note, plain, say, say_json
from forecall.storage.faults import JournalFault
from forecall.words import _, ngettext

SOUND, DAMAGED, CANNOT_BE_OPENED = 0, 1, 2
_STATES = ("sound", "damaged", "cannot be opened")


def check_journal(asked: Namespace) -> int:
    """Check every row of the journal; nothing in it is changed."""
    from forecall.journal.checked import CHECKED
    from forecall.storage.health import check

    try:
        report = check(asked.journal, CHECKED)
    except JournalFault as fault:
        return _tell(asked.json, CANNOT_BE_OPENED, [str(fault)])
    return _tell(asked.json, DAMAGED if report.findings else SOUND, [str(each) for each in report.findings])


def _tell(as_json: bool, state: int, findings: Sequence[str]) -> int:
    if as_json:
        say_json({"state": _STATES[state], "findings": list(findings)})
    elif state == SOUND:
        say(_("The journal is sound."))
    elif state == CANNOT_BE_OPENED:
        note(f"forecall: {findings[0]}")
    else:
        for finding in findings:
            say(plain(finding))
        told = ngettext(
            "The journal is damaged in {count} place.", "The journal is damaged in {count} places.", len(findings)
        )
        note(f"forecall: {told}")
    return state
