"""What went wrong, as the person is told of it."""

from forecall.words import _


def told(error: BaseException) -> tuple[str, str]:
    """What happened as a sentence, and what stands behind it where that says more."""
    from forecall.journal.refusals import Refused
    from forecall.storage.faults import JournalFault, is_damage

    if isinstance(error, Refused | JournalFault):
        return str(error), ""
    if is_damage(error):
        return _("The journal is damaged, and some of it cannot be read. What can be read is untouched."), str(error)
    return _("Something did not work. What was saved before is safe."), repr(error)
