"""Everything a person can read: each screen drawn for each call type, its words taken down with their place."""

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pypdf import PdfReader
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from forecall.commands.tone import check_tone
from forecall.exchange.write import write_document
from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.reading import read_call
from forecall.journal.summary import build_summary
from forecall.journal.summary_source import read_source
from forecall.ui.models.rows import SPOKEN
from forecall.ui.page import Desk, Page, Place
from forecall.ui.pages.call_sheet_page import CallSheetPage
from forecall.ui.pages.guide_page import GuidePage
from forecall.ui.pages.lessons_page import LessonsPage
from forecall.ui.pages.look_back_page import LookBackPage
from forecall.ui.pages.new_call_page import NewCallPage
from forecall.ui.pages.prepare_page import PreparePage
from forecall.ui.pages.summary_page import SummaryPage

KINDS: tuple[tuple[CallType, ...], ...] = ((), *((one,) for one in CallType))
"""The calls that are drawn: one that nobody is sure about, and one of each type."""

SIZE = (904, 760)


class Seen:
    """Words by the place they stood at and the call type they stood there for; no type for a place without one."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._text: dict[tuple[str, str], str] = {}

    def take(self, place: str, kind: str, words: Iterator[str] | Sequence[str]) -> None:
        """Take down words that stand at a place."""
        self._words[(place, kind)].update(plain(each) for each in words if each.strip())
        self._text.clear()

    def places(self, sentence: str) -> dict[str, set[str]]:
        """Where a sentence stands, with the call types it stands there for."""
        found: dict[str, set[str]] = defaultdict(set)
        wanted = plain(sentence)
        for at in self._words:
            if wanted in self._whole(at):
                found[at[0]].add(at[1])
        return found

    def labels(self, label: str) -> dict[str, set[str]]:
        """Where a label stands by itself: too short to be looked for within sentences."""
        found: dict[str, set[str]] = defaultdict(set)
        for at, words in self._words.items():
            if label in words:
                found[at[0]].add(at[1])
        return found

    def _whole(self, at: tuple[str, str]) -> str:
        if at not in self._text:
            self._text[at] = "\n".join(sorted(self._words[at]))
        return self._text[at]


def plain(words: str) -> str:
    """Words on one line."""
    return " ".join(words.replace("\ufffc", " ").split())


def words_of(widget: QWidget, *, apart: QWidget | None = None) -> Iterator[str]:
    """What is visible in a widget, and what a screen reader says of it; but not in the one that stands apart."""
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.isVisible() or (apart is not None and (each is apart or apart.isAncestorOf(each))):
            continue
        yield each.accessibleName()
        yield each.accessibleDescription()
        match each:
            case QLabel() | QAbstractButton():
                yield each.text()
            case QLineEdit():
                yield from (each.text(), each.placeholderText())
            case QTextEdit():
                yield each.toPlainText()
            case QAbstractItemView():
                yield from rows_of(each)


def rows_of(view: QAbstractItemView) -> Iterator[str]:
    """Every row of a list, those further down too."""
    model = view.model()
    for row in range(model.rowCount()):
        yield str(model.index(row, 0).data(SPOKEN) or "")


class Renderer:
    """Draws the screens over a journal of its own, one call of each kind in it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self.seen = Seen()

    def render(self) -> Seen:
        """Draw everything."""
        for types in KINDS:
            kind = types[0].value if types else "not sure"
            call = self._call(types)
            self._prepare(call, kind)
            self._look_back(call, kind)
            self._sheet(call, kind)
            if not types:
                self._difficulties(call, kind)
        self._guide()
        self._summary()
        self._tone()
        for maker, place in ((NewCallPage, "New call"), (LessonsPage, "Lessons"), (SummaryPage, "Lessons summary")):
            page = self._shown(maker(self._desk))
            self.seen.take(place, "", words_of(page))
            self._close(page)
        return self.seen

    def _call(self, types: Sequence[CallType]) -> str:
        """A call with as much in it as makes every question worth asking."""
        call = str(self._does(verbs.start_call, "Northwind", types=[one.value for one in types], held=False))
        self._does(verbs.write_item, call, "objections", f"{call[:30]}-o", {"text": "We paid for this."})
        self._does(verbs.record_answer, call, "ended", {"picked": ["they_ended"]}, "")
        return call

    def _prepare(self, call: str, kind: str) -> None:
        page = PreparePage(self._desk)
        for step in self._desk.catalog.worksheet("prepare").steps:
            self._shown(page, Place("prepare", call, step.key))
            place = f"Prepare: {step.title}"
            self.seen.take(place, kind, words_of(page._questions))
            for key in page._questions.keys:
                page._on_entered(key)
                QApplication.processEvents()
                self.seen.take(f"{place}, beside it", kind, words_of(page._coach))
        self._close(page)

    def _difficulties(self, call: str, kind: str) -> None:
        """What stands beside the questions once something was picked that makes the call hard."""
        (part,) = self._desk.catalog.question("hard").parts
        for choice in part.choices:
            self._does(verbs.record_answer, call, "hard", {"picked": [choice.key]}, "")
            self._prepare(call, kind)

    def _look_back(self, call: str, kind: str) -> None:
        page = LookBackPage(self._desk)
        for step, place in (("now", "Look back: now"), ("later", "Look back: later")):
            self._shown(page, Place("look_back", call, step))
            self.seen.take(place, kind, words_of(page, apart=page._coach))
            if step == "later":
                page._on_more()
                self._settle()
                self.seen.take(place, kind, words_of(page, apart=page._coach))
            for key in page._questions.keys:
                page._on_entered(key)
                QApplication.processEvents()
                self.seen.take(f"{place}, beside it", kind, words_of(page._coach))
        self._close(page)

    def _sheet(self, call: str, kind: str) -> None:
        page = self._shown(CallSheetPage(self._desk), Place("call_sheet", call))
        self.seen.take("Call sheet", kind, words_of(page))
        self._close(page)
        record = self._desk.workspace.ask(read_call, call).wait()
        assert record is not None
        sheet = build_call_sheet(record, self._desk.catalog, now_zone=self._desk.zone)
        self.seen.take("Call sheet, printed", kind, [self._printed(sheet)])

    def _guide(self) -> None:
        page = self._shown(GuidePage(self._desk))
        assert isinstance(page, GuidePage)
        self.seen.take("Guide", "", words_of(page))
        for row in range(page.model.rowCount()):
            page.list.setCurrentIndex(page.model.index(row))
            self.seen.take("Guide", "", words_of(page._detail))
        self._close(page)

    def _summary(self) -> None:
        self._does(verbs.write_lesson, None, {"if": "a date slips", "then": "say it first", "skill": ["communication"]})
        summary = build_summary(self._desk.workspace.ask(read_source).wait(), self._desk.catalog)
        self.seen.take("Lessons summary, printed", "", [self._printed(summary)])

    def _tone(self) -> None:
        """What the tone check says of a text that sins in each way its rules know."""
        text = self._folder / "words.txt"
        text.write_text("\n".join(example for rule in tone_rules() for example in rule["matches"]), "utf-8")
        told = io.StringIO()
        with redirect_stdout(told):
            check_tone(SimpleNamespace(file=text, language="en", json=False))  # type: ignore[arg-type]
        self.seen.take("Tone check", "", told.getvalue().splitlines())

    def _printed(self, document: Any) -> str:
        path = self._folder / "document.pdf"
        write_document(document, path)
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)

    # what the window does

    def _shown(self, page: Page, place: Place | None = None) -> Page:
        page.resize(*SIZE)
        page.open_at(place or Place(page.name))
        page.show()
        self._settle()
        return page

    def _close(self, page: Page) -> None:
        page.flush()
        self._settle()
        page.close()
        page.deleteLater()
        self._settle()

    def _does(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        return self._desk.workspace.perform(None, verb, *args, **kwargs).wait()

    def _settle(self) -> None:
        """Wait until everything asked of the journal is done and shown; showing may ask for more."""
        for _round in range(3):
            self._desk.workspace.settled().wait()
            self._desk.workspace.ask(lambda connection: None).wait()
            done: list[bool] = []
            self._desk.bridge.deliver(partial(done.append, True))
            while not done:
                QApplication.processEvents()


def tone_rules() -> list[dict[str, Any]]:
    """The rules of the tone check as they are written."""
    import tomllib

    from tests.conftest import RESOURCES

    rules: list[dict[str, Any]] = tomllib.loads((RESOURCES / "tone" / "en.toml").read_text("utf-8"))["rule"]
    return rules
