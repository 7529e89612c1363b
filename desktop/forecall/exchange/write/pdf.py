"""Documents as PDF: the one module below ``ui`` that knows Qt. Paper is always light and always A4."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from forecall.exchange.write.html import PRINT_COLOURS, Measure, running_html, sheet_html
from forecall.exchange.write.safe import clipped, one_line
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import Block, CallSheet, Entry
from forecall.journal.summary import Summary
from forecall.paths import resources_folder
from forecall.words import _

_RESOLUTION = 1200
_FACES = ("Regular", "Italic", "SemiBold", "Bold")
_SHEET_MARGIN = 15.0  # millimetres
_TEXT_MARGIN = 22.0
_FOOT = 10.0  # millimetres for the page's number
_DOTS = _RESOLUTION / 25.4  # a millimetre
_TOUCH = 4.0  # dots: the line before a page only touches it, and is not of it
_INDENT = 18.0  # pixels for a list
_WHOLE_LINES = 8  # a paragraph of up to so many lines is never parted

_MEASURES = (
    Measure(16, 10.5, 9, 1.3),
    Measure(16, 10.5, 9, 1.0),
    Measure(16, 10, 9, 0.8),
    Measure(15, 10, 9, 0.7),
    Measure(14, 9.5, 9, 0.6),
    Measure(13, 9, 9, 0.5),
    Measure(12, 9, 9, 0.45),
)
"""From generous to tight. No size is under nine points."""

_TIGHT = (Measure(11, 9, 9, 0.4), Measure(10, 9, 9, 0.35), Measure(9, 9, 9, 0.3))
_RUNGS = 4
_LONGEST = 350  # characters of one field on the sheet; more is a text to read, not to glance at


class InertDocument(QTextDocument):
    """A rich text that opens no file and reaches no server, whatever stands in it."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """An empty picture, or nothing: Qt would look for a file if no valid picture came back."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(0)
            return image
        return ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A sheet as it fits its page: trimmed where it had to be, with the measure it is set in."""

    sheet: CallSheet
    measure: Measure


class Typesetter:
    """Sets documents on A4 paper. Makes Qt ready off screen where no window program is running."""

    def __init__(self) -> None:
        self._application = QGuiApplication.instance() or _application()
        _load_faces()
        self._ruler = QImage(8, 8, QImage.Format.Format_ARGB32)
        self._ruler.setDotsPerMeterX(round(_DOTS * 1000))
        self._ruler.setDotsPerMeterY(round(_DOTS * 1000))

    def fit_sheet(self, sheet: CallSheet) -> Fitted:
        """The sheet in the most generous measure that keeps it on one page, trimmed only when none does."""
        width, height = _room(_SHEET_MARGIN)
        for fitted in _attempts(sheet):
            if self._document(sheet_html(fitted.sheet, None, fitted.measure), width).size().height() <= height:
                return fitted
        return fitted

    def document(self, document: CallSheet | Summary | WholeCall) -> bytes:
        """The document as a PDF file: a call sheet on one page, anything else on as many as it needs."""
        held = QBuffer()
        held.open(QIODevice.OpenModeFlag.WriteOnly)
        self.paint(document, _writer(held, document.title))
        return bytes(held.data().data())

    def paint(self, document: CallSheet | Summary | WholeCall, paper: QPagedPaintDevice) -> None:
        """Set the document on a PDF or a printer, which must hold an A4 page; raises OSError when it refuses."""
        _paint_pages(self._laid(document), paper)

    def _laid(self, document: CallSheet | Summary | WholeCall) -> "Laid":
        if isinstance(document, CallSheet):
            fitted = self.fit_sheet(document)
            width, height = _room(_SHEET_MARGIN)
            sheet = self._document(sheet_html(fitted.sheet, None, fitted.measure), width)
            return Laid(sheet, [(0.0, height)], _SHEET_MARGIN)
        width, height = _room(_TEXT_MARGIN)
        text = self._document(running_html(document), width)
        return Laid(text, split(text, height - _FOOT * _DOTS), _TEXT_MARGIN, numbered=True)

    def _document(self, html: str, width: float) -> InertDocument:
        document = InertDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setIndentWidth(_INDENT)
        document.documentLayout().setPaintDevice(self._ruler)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultFont(_plain_font(10))
        document.setHtml(html)
        _take_sizes_as_given(document)
        document.setTextWidth(width)
        return document


def _plain_font(size: int) -> QFont:
    """Inter with a glyph for each character: its contextual forms could not be copied out of the file as words."""
    font = QFont("Inter", size)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _take_sizes_as_given(document: QTextDocument) -> None:
    """Qt sizes headings by their level, over the size that the style names: take that back."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            kept = cursor.charFormat()
            if kept.hasProperty(QTextFormat.Property.FontSizeAdjustment):
                kept.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                cursor.setCharFormat(kept)
        block = block.next()


def _attempts(sheet: CallSheet) -> Iterator[Fitted]:
    """The sheet from whole and generous to trimmed and tight."""
    whole = _shortened(sheet, _LONGEST, _LONGEST)
    for measure in _MEASURES:
        yield Fitted(whole, measure)
    for entries, length in ((8, 300), (5, 220), (4, 180), (3, 140), (2, 110), (1, 90)):
        yield Fitted(_trimmed(_shortened(sheet, _LONGEST, length), entries), _MEASURES[-1])
    least = _trimmed(_shortened(sheet, _LONGEST, 60), 1)
    for measure in _TIGHT:
        yield Fitted(least, measure)
    for length in (250, 180, 120, 80):
        yield Fitted(_trimmed(_shortened(sheet, length, 60), 1), _TIGHT[-1])


def _shortened(sheet: CallSheet, top: int, below: int) -> CallSheet:
    return replace(
        sheet,
        client=clipped(sheet.client, 60),
        top=tuple(_block_shortened(block, top) for block in sheet.top),
        detail=tuple(tuple(_block_shortened(block, below) for block in row) for row in sheet.detail),
        foot=tuple(_block_shortened(block, below) for block in sheet.foot),
    )


def _block_shortened(block: Block, length: int) -> Block:
    return replace(block, entries=tuple(_entry_shortened(entry, length) for entry in block.entries))


def _entry_shortened(entry: Entry, length: int) -> Entry:
    return replace(entry, text=clipped(entry.text, length), answer=clipped(entry.answer, length))


def _trimmed(sheet: CallSheet, entries: int) -> CallSheet:
    return replace(sheet, detail=tuple(tuple(_block_trimmed(block, entries) for block in row) for row in sheet.detail))


def _block_trimmed(block: Block, entries: int) -> Block:
    if block.key == "heated":
        entries = max(entries, _RUNGS)  # the last rung is not one to look up
    dropped = max(0, len(block.entries) - entries)
    return replace(block, entries=block.entries[:entries], more=block.more + dropped)


def _application() -> QGuiApplication:
    arguments = ["forecall"]
    if sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM"):
        # With no display Qt ends the process instead of raising, and a document needs none.
        arguments += ["-platform", "offscreen"]
    return QGuiApplication(arguments)


def _load_faces() -> None:
    if {"Bold", "Italic"} <= set(QFontDatabase.styles("Inter")):
        return
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / f"Inter-{face}.otf"))


def _room(margin: float) -> tuple[float, float]:
    """Width and height inside the margins, in dots."""
    size = QPageSize.size(QPageSize.PageSizeId.A4, QPageSize.Unit.Millimeter)
    return (size.width() - 2 * margin) * _DOTS, (size.height() - 2 * margin) * _DOTS


def split(document: QTextDocument, height: float) -> list[tuple[float, float]]:
    """Top and bottom of each page: a heading stays with what follows, a short paragraph stays whole."""
    pages: list[tuple[float, float]] = []
    rows = list(_rows(document))
    first = 0
    for place, (_top, bottom, _stays) in enumerate(rows):
        if bottom - rows[first][0] <= height or place == first:
            continue
        cut = place
        while cut > first + 1 and rows[cut - 1][2]:
            cut -= 1
        if cut == first + 1 and rows[first][2]:
            cut = place
        pages.append((rows[first][0], rows[cut - 1][1]))
        first = cut
    return [*pages, (rows[first][0], rows[-1][1])] if rows else [(0.0, 0.0)]


def _rows(document: QTextDocument) -> Iterator[tuple[float, float, bool]]:
    """What stays whole, from top to bottom: its top, its bottom, and whether it stays with the next."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        lines = [block.layout().lineAt(place).rect() for place in range(block.layout().lineCount())]
        if block.blockFormat().headingLevel() or len(lines) <= _WHOLE_LINES:
            bottom = top + max((line.bottom() for line in lines), default=0.0)
            yield top, bottom, bool(block.blockFormat().headingLevel())
        else:
            for line in lines:
                yield top + line.top(), top + line.bottom(), False
        block = block.next()


@dataclass(frozen=True, slots=True)
class Laid:
    """A document that is laid out: the top and bottom of each of its pages, in dots, and the margin in millimetres."""

    document: QTextDocument
    pages: Sequence[tuple[float, float]]
    margin: float
    numbered: bool = False


def _paint_pages(laid: Laid, paper: QPagedPaintDevice) -> None:
    painter = QPainter()
    if not painter.begin(paper):
        raise OSError("the paper cannot be written on")
    try:
        scale = paper.logicalDpiX() / _RESOLUTION
        painter.scale(scale, scale)
        for number, (top, bottom) in enumerate(laid.pages, 1):
            if number > 1:
                paper.newPage()
            painter.save()
            painter.translate(laid.margin * _DOTS, laid.margin * _DOTS - top)
            clip = QRectF(0, top, laid.document.textWidth(), bottom - top)
            painter.setClipRect(clip.adjusted(-_DOTS, 0, _DOTS, 0))
            _draw(laid.document, painter, clip.adjusted(0, _TOUCH, 0, -_TOUCH))
            painter.restore()
            if laid.numbered:
                _number(painter, _("{page} of {pages}").format(page=number, pages=len(laid.pages)), laid.margin)
    finally:
        painter.end()


def _number(painter: QPainter, text: str, margin: float) -> None:
    """The page's number at its foot."""
    size = QPageSize.size(QPageSize.PageSizeId.A4, QPageSize.Unit.Millimeter)
    place = QRectF(margin, size.height() - margin - 5, size.width() - 2 * margin, 5)
    font = _plain_font(9)
    font.setPixelSize(round(9 * _RESOLUTION / 72))  # a printer has another resolution, and is scaled to ours
    painter.setFont(font)
    painter.setPen(QColor(PRINT_COLOURS["muted"]))
    dots = QRectF(place.x() * _DOTS, place.y() * _DOTS, place.width() * _DOTS, place.height() * _DOTS)
    painter.drawText(dots, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, text)


def _writer(device: QIODevice, title: str) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(one_line(title))
    writer.setCreator("Forecall")
    return writer


def _draw(document: QTextDocument, painter: QPainter, clip: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(PRINT_COLOURS["text"]))
    context.palette = palette
    context.clip = clip
    document.documentLayout().draw(painter, context)
