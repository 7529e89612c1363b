"""The one place that renders text to HTML: every word is escaped, nothing in it can load, link or run."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from html import escape
from string import Template
from typing import Any

from forecall.exchange.write.markdown import document_markdown
from forecall.exchange.write.safe import printable
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import Block, CallSheet, Entry
from forecall.journal.summary import Summary
from forecall.paths import resources_folder
from forecall.words import _, ngettext

PRINT_COLOURS: Mapping[str, str] = {
    "text": "#1B1E22",
    "muted": "#565C64",
    "accent": "#1E6B66",
    "border": "#B9BCC0",
    "rule": "#7A7F86",
}
"""The colours of paper, whatever the theme of the window."""

_MARK = re.compile("\ue000([0-9]+)\ue001")
_SIZE = re.compile(r"([0-9.]+)(pt|px)\b")
_NEVER = (
    *("html", "link", "reference", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail"),
)
"""What Markdown could load or link with: taken out, although the words are escaped as well."""

_TABLE = 'width="100%" cellspacing="0" cellpadding="0"'
_FONT_ASCENT = 0.97  # of Inter, in parts of its size: brings a small label onto the base line of large words
_BOX_ADVANCE = 1.12  # of "□ " in parts of its size: later lines hang under the first word


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a sheet is set: its sizes in points, and the air between its parts."""

    large: float = 16.0
    small: float = 10.5
    label: float = 9.0
    air: float = 1.0

    def scaled(self, factor: float) -> "Measure":
        """The same, larger or smaller as a whole."""
        return Measure(self.large * factor, self.small * factor, self.label * factor, self.air * factor)


def text_html(text: str) -> str:
    """Any words as inert HTML; a line end stays a line end."""
    return escape(printable(text)).replace("\n", "<br>")


def sheet_html(
    sheet: CallSheet,
    colours: Mapping[str, str] | None = None,
    measure: Measure | None = None,
    *,
    narrow: bool = False,
) -> str:
    """The call sheet with its style, as Qt's rich text understands it: for the screen and for paper.

    ``colours`` are those of a theme (text, muted, accent, border); ``narrow`` sets one column.
    """
    style = sheet_style(colours, measure or Measure())
    return f"<html><head><style>{style}</style></head><body>{sheet_body(sheet, narrow=narrow)}</body></html>"


def sheet_style(colours: Mapping[str, str] | None, measure: Measure) -> str:
    """The style of a sheet in the few properties that Qt's rich text knows."""
    air, pixel = measure.air, 96 / 72
    hang = measure.large * _BOX_ADVANCE * pixel
    values = {
        **PRINT_COLOURS,
        **(colours or {}),
        "large": f"{measure.large:g}pt",
        "small": f"{measure.small:g}pt",
        "label": f"{measure.label:g}pt",
        "drop": f"{(measure.large - measure.label) * _FONT_ASCENT * pixel:.1f}px",
        "foot_drop": f"{max(0.0, measure.small - measure.label) * _FONT_ASCENT * pixel:.1f}px",
        "hang": f"{hang:.1f}px",
        "out": f"{-hang:.1f}px",
    }
    values |= {f"air{steps}": f"{steps * air:.1f}px" for steps in (2, 4, 6, 8, 12, 16, 20, 24)}
    return Template(_resource("sheet.css")).substitute(values)


def sheet_body(sheet: CallSheet, *, narrow: bool = False) -> str:
    """The call sheet as tables with classes, without a style."""
    return "\n".join((_head(sheet), _top(sheet), _detail(sheet, narrow), _foot(sheet), _lines(sheet)))


def page_html(title: str, body: str) -> str:
    """A whole page for a browser: nothing is fetched, and nothing may be."""
    return Template(_resource("page.html")).substitute(
        language=escape(_("en"), quote=True),
        title=escape(printable(title)),
        style=_resource("page.css"),
        body=body,
    )


def document_html(document: CallSheet | Summary | WholeCall) -> str:
    """Any document as a page for a browser."""
    if isinstance(document, CallSheet):
        return page_html(document.title or document.client, f'<main class="sheet">\n{sheet_body(document)}\n</main>')
    return page_html(document.title, f"<main>\n{text_body(document)}\n</main>")


def running_html(document: Summary | WholeCall, colours: Mapping[str, str] | None = None, scale: float = 1.0) -> str:
    """A running text with its style, as Qt's rich text understands it: for the screen and for paper.

    ``scale`` makes letters and the air between them larger or smaller as a whole.
    """
    sizes = _SIZE.sub(lambda found: f"{float(found[1]) * scale:g}{found[2]}", _resource("text.css"))
    style = Template(sizes).substitute({**PRINT_COLOURS, **(colours or {})})
    return f"<html><head><style>{style}</style></head><body>{text_body(document)}</body></html>"


def text_body(document: Summary | WholeCall) -> str:
    """A running text as plain HTML, through Markdown, in which only our own structure has a meaning.

    The words themselves never meet the Markdown parser: marks stand for them until it is done. So nothing in them
    can mean anything, and a megabyte of them takes no longer than a line.
    """
    from markdown import Markdown

    words: list[str] = []
    reader = Markdown(output_format="html")
    reader.preprocessors.deregister("html_block", strict=False)
    for name in _NEVER:
        reader.inlinePatterns.deregister(name, strict=False)
    reader.parser.blockprocessors.deregister("reference", strict=False)
    html = reader.convert(document_markdown(_marked(document, words)))
    return _MARK.sub(lambda found: text_html(words[int(found[1])]), html)


def _marked(part: Any, words: list[str]) -> Any:
    """The same document with a mark for each text, which is put aside in ``words``."""
    if isinstance(part, str):
        if not part.strip():
            return ""
        words.append(part.strip())
        return f"\ue000{len(words) - 1}\ue001"
    if isinstance(part, tuple):
        return tuple(_marked(each, words) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{each.name: _marked(getattr(part, each.name), words) for each in fields(part)})
    return part


def _resource(name: str) -> str:
    return (resources_folder() / "documents" / name).read_text("utf-8")


def _head(sheet: CallSheet) -> str:
    details = "".join(f" · {text_html(each)}" for each in sheet.details)
    return (
        '<table class="head" ' + _TABLE + "><tr>"
        f'<td class="who"><b>{text_html(sheet.client)}</b>{details}</td>'
        f'<td class="mark" align="right">{text_html(sheet.mark)}</td></tr></table>'
    )


def _top(sheet: CallSheet) -> str:
    rows = "".join(
        f'<tr><td class="name" width="14%">{text_html(block.title)}</td><td class="say">{_large(block)}</td></tr>'
        for block in sheet.top
    )
    return f'<table class="top" {_TABLE}>{rows}</table>'


def _large(block: Block) -> str:
    if block.key == "open":
        return f'<p class="large">{" ".join(_opening(entry) for entry in block.entries)}</p>'
    entries = "".join(
        f'<p class="{"large tick" if entry.tick else "large"}">{_entry(entry)}</p>' for entry in block.entries
    )
    return entries + _more(block)


def _opening(entry: Entry) -> str:
    if entry.small:
        name = "aside" if entry.phrase else "rest"
        return f'<span class="{name}">{text_html(entry.text)}</span>'
    return _entry(entry) if entry.phrase else f"<b>{text_html(entry.text)}</b>"


def _detail(sheet: CallSheet, narrow: bool) -> str:
    if narrow:
        rows = [f'<tr><td class="block">{_block(block)}</td></tr>' for row in sheet.detail for block in row]
    else:
        rows = [f"<tr>{_cells(row)}</tr>" for row in sheet.detail]
    table = f'<table class="detail" {_TABLE}>'
    divide = f'<tr><td class="divide" colspan="{1 if narrow else 2}"></td></tr>'
    return f"{table}{divide}{''.join(rows)}</table>" if rows else ""


def _cells(row: tuple[Block, ...]) -> str:
    if len(row) == 1:
        return f'<td class="block" colspan="2">{_block(row[0])}</td>'
    left, right = row
    return (
        f'<td class="block left" width="50%">{_block(left)}</td>'
        f'<td class="block right" width="50%">{_block(right)}</td>'
    )


def _block(block: Block) -> str:
    entries = "".join(f'<p class="line">{_entry(entry)}</p>' for entry in block.entries)
    return f'<p class="title">{text_html(block.title)}</p>{entries}{_more(block)}'


def _more(block: Block) -> str:
    if not block.more:
        return ""
    told = ngettext("+ {count} more in the app", "+ {count} more in the app", block.more)
    return f'<p class="more">{text_html(told)}</p>'


def _entry(entry: Entry) -> str:
    label = f"<b>{text_html(entry.label)}</b> " if entry.label else ""
    box = '<span class="box">□</span> ' if entry.tick else ""
    words = " → ".join(text_html(each) for each in (entry.text, entry.answer) if each)
    return label + box + (f'<i class="phrase">{words}</i>' if entry.phrase else words)


def _foot(sheet: CallSheet) -> str:
    rows = "".join(
        f'<tr><td class="name" width="14%">{text_html(block.title)}</td>'
        f'<td class="line">{" ".join(_sentence(block.entries))}</td></tr>'
        for block in sheet.foot
    )
    return f'<table class="foot" {_TABLE}>{rows}</table>' if rows else ""


def _sentence(entries: Iterable[Entry]) -> Iterable[str]:
    """Entries that follow each other on one line, each closed."""
    for entry in entries:
        told = _entry(entry)
        closed = entry.phrase or (entry.answer or entry.text)[-1:] in ".!?…"
        yield told if closed else f"{told}."


def _lines(sheet: CallSheet) -> str:
    promised, by, parked = (text_html(e) for e in (sheet.promised_label, sheet.by_label, sheet.parked_label))
    row = (
        f'<tr><td class="ask" width="14%">{promised}</td><td class="rule" width="56%">&nbsp;</td>'
        f'<td class="by" width="6%">{by}</td><td class="rule" width="24%">&nbsp;</td></tr>'
    )
    last = f'<tr><td class="ask">{parked}</td><td class="rule" colspan="3">&nbsp;</td></tr>'
    return f'<table class="lines" {_TABLE}>{row * sheet.promised_lines}{last}</table>'
