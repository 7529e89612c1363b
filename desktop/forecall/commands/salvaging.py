"""``forecall salvage``: what can be read of a damaged journal, saved into a new one, with an account of the rest."""

import os
from argparse import Namespace

from forecall.commands.told import CommandError, note, plain, say, say_json
from forecall.exchange.salvaging import has_apart, salvage_journal, write_apart
from forecall.paths import one_name
from forecall.storage.files import name_beside
from forecall.words import _, ngettext


def salvage_file(asked: Namespace) -> None:
    """Save what can be read; what is not as it was written is told, and kept in a file beside the new journal."""
    apart = asked.to.with_name(f"{name_beside(asked.to)} apart.json")
    if os.path.lexists(apart):  # words of another salvage, kept nowhere else
        raise CommandError(_("There is already a file at {file}. It was left as it is.").format(file=apart))
    done = salvage_journal(one_name(asked.file), asked.to)
    told_apart = has_apart(done)
    if told_apart:
        write_apart(apart, done)
    taken = sum(each.taken for each in done.doubtful)
    left_out = len(done.doubtful) - taken
    lost = sum(map(len, done.lost.values()))
    whole = sum(done.whole.values())
    if asked.json:
        say_json(
            {
                "file": str(asked.to),
                "whole": whole,
                "tables": done.whole,
                "changed": taken,
                "left_out": left_out,
                "made_up": sum(done.made_up.values()),
                "lost": lost,
                "apart": str(apart) if told_apart else None,
            }
        )
        return
    entries = ngettext("{count} entry as it was written", "{count} entries as they were written", whole)
    say(_("Saved to {file}: {entries}.").format(file=plain(str(asked.to)), entries=entries))
    for count, told in (
        (taken, _("not as written, and in the new journal all the same: {count}")),
        (left_out, _("not in the new journal: {count}")),
        (lost, _("lost, with nothing left but the id: {count}")),
        (sum(done.made_up.values()), _("lost, with a name that stands in: {count}")),
    ):
        if count:
            say(told.format(count=count))
    if told_apart:
        note(_("Their words are kept in {file}").format(file=apart))
