"""Documents as Markdown. The person's words are escaped: none becomes structure or HTML."""

import re
from collections.abc import Iterator

from forecall.exchange.write.safe import one_line, printable
from forecall.exchange.write.whole_call import Told, WholeCall
from forecall.journal.call_sheet import Block, CallSheet, Entry
from forecall.journal.summary import Summary, SummaryLesson, SummarySection
from forecall.words import _, ngettext

_MARKS = re.compile(r"([\\`*_\[\]#])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;"}
_ENTITY = re.compile("[&<>|~]")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"^(\d{1,9})([.)])")
_MARK_FIRST = re.compile(r"^([-+])")
_SIGN_FIRST = re.compile(r"^[=:]")
_BREAK = "  \n"


def inline(text: str) -> str:
    """The words on one line, every mark of Markdown made harmless."""
    return _line(one_line(text))


def lines(text: str) -> str:
    """The words with their line ends and paragraphs, every mark made harmless."""
    paragraphs = re.split(r"\n[^\S\n]*\n\s*", printable(text).strip())
    return "\n\n".join(_BREAK.join(_line(line.strip()) for line in each.split("\n")) for each in paragraphs)


def _line(text: str) -> str:
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
    text = _MARKS.sub(r"\\\1", text)
    text = _ADDRESS.sub(lambda found: "&#58;" if found[0] == ":" else "&#46;", text)
    text = _NUMBER_FIRST.sub(r"\1\\\2", text)
    text = _SIGN_FIRST.sub(lambda found: f"&#{ord(found[0])};", text)
    return _MARK_FIRST.sub(r"\\\1", text)


def sheet_markdown(sheet: CallSheet) -> str:
    """The call sheet."""
    details = " · ".join(inline(each) for each in (*sheet.details, sheet.mark))
    parts = [f"# {inline(sheet.client)}", details]
    blocks = (*sheet.top, *(block for row in sheet.detail for block in row), *sheet.foot)
    for block in blocks:
        parts += [f"## {inline(block.title)}", "\n".join(_entries(block))]
    promised = f"- {sheet.promised_label} ........................ {sheet.by_label} ............"
    parts.append("\n".join([*[promised] * sheet.promised_lines, f"- {sheet.parked_label} ........................"]))
    return "\n\n".join(parts) + "\n"


def _entries(block: Block) -> Iterator[str]:
    for entry in block.entries:
        yield f"- {'[ ] ' if entry.tick else ''}{_entry(entry)}"
    if block.more:
        yield f"- *{ngettext('+ {count} more in the app', '+ {count} more in the app', block.more)}*"


def _entry(entry: Entry) -> str:
    words = " → ".join(inline(each) for each in (entry.text, entry.answer) if each)
    label = f"**{inline(entry.label)}** " if entry.label else ""
    return label + (f"*{words}*" if entry.phrase else words)


def summary_markdown(summary: Summary) -> str:
    """The lessons summary."""
    parts = [f"# {inline(summary.title)}", inline(summary.subtitle)]
    if summary.keep_in_mind:
        told = (f"{place}. {inline(each.sentence)}" for place, each in enumerate(summary.keep_in_mind.lessons, 1))
        parts += [f"## {inline(summary.keep_in_mind.title)}", "\n".join(told)]
    if summary.groups:
        parts.append(f"## {_('Lessons')}")
    for group in summary.groups:
        parts += [f"### {inline(group.title)}", *(_lesson(each) for each in group.lessons)]
    for section in (summary.works, summary.service, summary.promises, summary.counts):
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _lesson(lesson: SummaryLesson) -> str:
    told = [f"**{inline(lesson.sentence)}**", inline(lesson.why), f"*{inline(lesson.origin)}*"]
    return _BREAK.join(each for each in told if each.strip("*"))


def _section(section: SummarySection) -> Iterator[str]:
    if section.lines:
        yield f"## {inline(section.title)}"
        yield "\n".join(f"- {inline(line)}" for line in section.lines)


def call_markdown(call: WholeCall) -> str:
    """Everything written about one call."""
    parts = [f"# {inline(call.title)}", inline(call.subtitle)]
    for part in call.parts:
        parts.append(f"## {inline(part.title)}")
        for told in part.told:
            parts += [f"### {inline(told.question)}", _told(told)]
    return "\n\n".join(parts) + "\n"


def _told(told: Told) -> str:
    if told.listed:
        return "\n".join(f"- {inline(line)}" for line in told.lines)
    return "\n\n".join(lines(line) for line in told.lines)


def document_markdown(document: CallSheet | Summary | WholeCall) -> str:
    """Any document as Markdown."""
    if isinstance(document, CallSheet):
        return sheet_markdown(document)
    return summary_markdown(document) if isinstance(document, Summary) else call_markdown(document)
