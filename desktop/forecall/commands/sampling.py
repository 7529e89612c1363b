"""``forecall sample``: a believable journal, the same one for the same seed."""

import os
from argparse import Namespace

from forecall.commands.told import CommandError, say
from forecall.words import _, ngettext


def sample(asked: Namespace) -> None:
    """Make a sample journal where no file is."""
    if os.path.lexists(asked.to):
        raise CommandError(_("{file} is there already. It was left as it is.").format(file=asked.to))
    from forecall.journal.sample import make_sample

    make_sample(asked.to, asked.calls, asked.seed)
    calls = ngettext("{count} call", "{count} calls", asked.calls)
    say(_("{file} is a journal with {calls}.").format(file=asked.to, calls=calls))
