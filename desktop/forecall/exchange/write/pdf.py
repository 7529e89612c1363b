"""Documents on pages, as PDF, picture or print: the one module below ``ui`` that knows Qt. Paper is always light."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt, QUrl
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
from forecall.exchange.write.page_breaks import split
from forecall.exchange.write.page_size import A4, PAPERS, PageSize, usual_page
from forecall.exchange.write.safe import clipped, one_line
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import Block, CallSheet, Entry
from forecall.journal.summary import Summary
from forecall.paths import resources_folder
from forecall.words import _

INDENT = 18
"""Pixels by which a list stands in."""

_RESOLUTION = 1200
_FACES = ("Regular", "Italic", "SemiBold", "Bold")
_SHEET_MARGIN = 15.0  # millimetres
_TEXT_MARGIN = 22.0
_FOOT = 10.0  # millimetres for the page's number
_DOTS = _RESOLUTION / 25.4  # a millimetre
_TOUCH = 4.0  # dots: the line before a page only touches it, and is not of it

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

    def set_styled(self, html: str) -> None:
        """Show ``html`` in the sizes that its style names: over them Qt sizes headings by their level."""
        self.setHtml(html)
        block = self.begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                kept = cursor.charFormat()
                if kept.hasProperty(QTextFormat.Property.FontSizeAdjustment):
                    kept.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                    cursor.setCharFormat(kept)
            block = block.next()


@dataclass(frozen=True, slots=True)
class Fitted:
    """A sheet as it fits its page: trimmed where it had to be, with the measure it is set in."""

    sheet: CallSheet
    measure: Measure


class Typesetter:
    """Sets documents on pages of one size. Makes Qt ready off screen where no window program is running."""

    def __init__(self, page: PageSize = A4) -> None:
        self._page = page
        self._application = QGuiApplication.instance() or _application()
        _load_faces()
        self._ruler = QImage(8, 8, QImage.Format.Format_ARGB32)
        self._ruler.setDotsPerMeterX(round(_DOTS * 1000))
        self._ruler.setDotsPerMeterY(round(_DOTS * 1000))

    def fit_sheet(self, sheet: CallSheet) -> Fitted:
        """The sheet in the most generous measure that keeps it on one page, trimmed only when none does."""
        width, height = self._room(_SHEET_MARGIN)
        for fitted in _attempts(sheet):
            if self._document(sheet_html(fitted.sheet, None, fitted.measure), width).size().height() <= height:
                return fitted
        return fitted

    def document(self, document: CallSheet | Summary | WholeCall) -> bytes:
        """The document as a PDF file: a call sheet on one page, anything else on as many as it needs."""
        held = QBuffer()
        held.open(QIODevice.OpenModeFlag.WriteOnly)
        self.paint(document, _writer(held, document.title, self._page))
        return bytes(held.data().data())

    def pictures(self, document: CallSheet | Summary | WholeCall, resolution: int) -> list[QImage]:
        """Each page of the document as a picture, with ``resolution`` pixels to the inch."""
        laid = self._laid(document)
        return [laid.picture(number, resolution) for number in range(len(laid.pages))]

    def paint(self, document: CallSheet | Summary | WholeCall, paper: QPagedPaintDevice) -> None:
        """Set the document on a PDF or a printer that holds this size of page; raises OSError when it refuses."""
        laid, painter = self._laid(document), QPainter()
        if not painter.begin(paper):
            raise OSError("the paper cannot be written on")
        try:
            for number in range(len(laid.pages)):
                if number:
                    paper.newPage()
                laid.draw(number, painter, paper.logicalDpiX())
        finally:
            painter.end()

    def _laid(self, document: CallSheet | Summary | WholeCall) -> "Laid":
        if isinstance(document, CallSheet):
            fitted = self.fit_sheet(document)
            width, height = self._room(_SHEET_MARGIN)
            sheet = self._document(sheet_html(fitted.sheet, None, fitted.measure), width)
            return Laid(sheet, self._page, [(0.0, height)], _SHEET_MARGIN)
        width, height = self._room(_TEXT_MARGIN)
        text = self._document(running_html(document), width)
        return Laid(text, self._page, split(text, height - _FOOT * _DOTS), _TEXT_MARGIN, numbered=True)

    def _room(self, margin: float) -> tuple[float, float]:
        """Width and height inside the margins, in dots."""
        return (self._page.width - 2 * margin) * _DOTS, (self._page.height - 2 * margin) * _DOTS

    def _document(self, html: str, width: float) -> InertDocument:
        document = InertDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setIndentWidth(INDENT)
        document.documentLayout().setPaintDevice(self._ruler)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultFont(_plain_font(10))
        document.set_styled(html)
        document.setTextWidth(width)
        return document


def _plain_font(size: int) -> QFont:
    """Inter with a glyph for each character: its contextual forms could not be copied out of the file as words."""
    font = QFont("Inter", size)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


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


@dataclass(frozen=True, slots=True)
class Laid:
    """A document that is laid out: the top and bottom of each of its pages, in dots, and the margin in millimetres."""

    document: QTextDocument
    page: PageSize
    pages: Sequence[tuple[float, float]]
    margin: float
    numbered: bool = False

    def picture(self, number: int, resolution: int) -> QImage:
        """One page, ``resolution`` pixels to the inch."""
        dots = resolution / 25.4
        image = QImage(round(self.page.width * dots), round(self.page.height * dots), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.draw(number, painter, resolution)
        painter.end()
        return image

    def draw(self, number: int, painter: QPainter, resolution: int) -> None:
        """Draw one page on a paper of that resolution, in dots to the inch."""
        top, bottom = self.pages[number]
        painter.save()
        scale = resolution / _RESOLUTION
        painter.scale(scale, scale)
        painter.save()
        painter.translate(self.margin * _DOTS, self.margin * _DOTS - top)
        clip = QRectF(0, top, self.document.textWidth(), bottom - top)
        painter.setClipRect(clip.adjusted(-_DOTS, 0, _DOTS, 0))
        _draw(self.document, painter, clip.adjusted(0, _TOUCH, 0, -_TOUCH))
        painter.restore()
        if self.numbered:
            self._number(painter, _("{page} of {pages}").format(page=number + 1, pages=len(self.pages)))
        painter.restore()

    def _number(self, painter: QPainter, text: str) -> None:
        """The page's number at its foot."""
        place = QRectF(self.margin, self.page.height - self.margin - 5, self.page.width - 2 * self.margin, 5)
        font = _plain_font(9)
        font.setPixelSize(round(9 * _RESOLUTION / 72))  # a printer has another resolution, and is scaled to ours
        painter.setFont(font)
        painter.setPen(QColor(PRINT_COLOURS["muted"]))
        dots = QRectF(place.x() * _DOTS, place.y() * _DOTS, place.width() * _DOTS, place.height() * _DOTS)
        painter.drawText(dots, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, text)


def print_on(paper: QPagedPaintDevice, document: CallSheet | Summary | WholeCall) -> None:
    """Set the document on the page that a printer holds; raises OSError when it refuses."""
    held = paper.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    Typesetter(PageSize(held.width(), held.height())).paint(document, paper)


def page_for(paper: str) -> PageSize:
    """The page of a name in ``PAPERS``; for any other, as ``system``, that of the country the system is set to."""
    return PAPERS.get(paper) or usual_page(QLocale.territoryToCode(QLocale.system().territory()))


def qt_page(page: PageSize) -> QPageSize:
    """A page as Qt knows it."""
    return QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Millimeter)


def _writer(device: QIODevice, title: str, page: PageSize) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(QPageLayout(qt_page(page), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
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
