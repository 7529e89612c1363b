"""The call sheet as plain text, for the clipboard."""

from collections.abc import Iterator

from forecall.exchange.write.safe import one_line
from forecall.journal.call_sheet import Block, CallSheet, Entry
from forecall.words import ngettext


def call_text(sheet: CallSheet) -> str:
    """The sheet as lines of text."""
    parts = [" · ".join(one_line(each) for each in (sheet.client, *sheet.details, sheet.mark))]
    blocks = (*sheet.top, *(block for row in sheet.detail for block in row), *sheet.foot)
    parts += ["\n".join(_lines(block)) for block in blocks]
    promised = f"{sheet.promised_label} ________________________ {sheet.by_label} ____________"
    parts.append("\n".join([*[promised] * sheet.promised_lines, f"{sheet.parked_label} ________________________"]))
    return "\n\n".join(parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    yield one_line(block.title).upper()
    for entry in block.entries:
        yield _entry(entry)
    if block.more:
        yield ngettext("+ {count} more in the app", "+ {count} more in the app", block.more)


def _entry(entry: Entry) -> str:
    box = "☐ " if entry.tick else ""
    label = f"{one_line(entry.label)} " if entry.label else ""
    return label + box + " → ".join(one_line(each) for each in (entry.text, entry.answer) if each)
