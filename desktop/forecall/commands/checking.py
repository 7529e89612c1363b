"""``forecall check``: whether the journal is sound, damaged, or cannot be opened."""

from argparse import Namespace
from collections.abc import Sequence

from forecall.commands.told import note, plain, say, say_json
from forecall.storage.faults import JournalFault
from forecall.words import _

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
    findings = [str(each) for each in report.findings]
    details = [line for each in report.findings for line in each.details]
    if report.cut:
        findings.append(_("There is more; only the first findings are told."))
    return _tell(asked.json, SOUND if report.sound else DAMAGED, findings, details)


def _tell(as_json: bool, state: int, findings: Sequence[str], details: Sequence[str] = ()) -> int:
    if as_json:
        # What SQLite says is for whoever mends the file, and for nobody else.
        say_json({"state": _STATES[state], "findings": list(findings), "details": list(details)})
    elif state == SOUND:
        say(_("The journal is sound."))
    elif state == CANNOT_BE_OPENED:
        note(f"forecall: {findings[0]}")
    else:
        for finding in findings:
            say(plain(finding))
        note(f"forecall: {_('The journal is damaged. What was found stands above.')}")
    return state
