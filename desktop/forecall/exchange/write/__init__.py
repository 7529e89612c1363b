"""Documents on their way out: one function, and one line for each format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from forecall.exchange.faults import ExchangeError
from forecall.exchange.write.files import replacing
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import CallSheet
from forecall.journal.summary import Summary
from forecall.words import _

Document = CallSheet | Summary | WholeCall


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its ending, what a person calls it, and what makes its bytes for a kind of paper."""

    ending: str
    name: str
    written: Callable[[Document, str], bytes]


def _markdown(document: Document, _paper: str) -> bytes:
    from forecall.exchange.write.markdown import document_markdown

    return document_markdown(document).encode()


def _html(document: Document, _paper: str) -> bytes:
    from forecall.exchange.write.html import document_html

    return document_html(document).encode()


def _pdf(document: Document, paper: str) -> bytes:
    from forecall.exchange.write.pdf import Typesetter, page_for

    return Typesetter(page_for(paper)).document(document)


def _json(document: Document, _paper: str) -> bytes:
    from forecall.exchange.write.fields import document_json

    return document_json(document).encode()


# To add a format: write exchange/write/x.py with a function from a Document to its text or bytes, import it
# late in a small function above, and add its line here. Window and command line offer what stands here.
FORMATS: tuple[Format, ...] = (
    Format(".md", "Markdown", _markdown),
    Format(".html", "HTML", _html),
    Format(".pdf", "PDF", _pdf),
    Format(".json", "JSON", _json),
)


def write_document(document: Document, path: Path, paper: str = "system") -> None:
    """Write a document in the format that the ending of ``path`` names, whole or not at all, for its owner.

    ``paper`` is what pages are set on where the format has any: ``a4``, ``letter``, or ``system`` for what is usual in
    the country that the system is set to.

    Raises ``ExchangeError`` with one sentence when it cannot be done; what stood there is then as it was.
    """
    written = _format(path).written
    with replacing(path) as file:
        file.write(written(document, paper))


def _format(path: Path) -> Format:
    ending = path.suffix.casefold()
    found = next((each for each in FORMATS if each.ending == ending), None)
    if found is None:
        endings = ", ".join(each.ending for each in FORMATS)
        raise ExchangeError(
            _("The name {name} does not say which format to write. It can end in {endings}.").format(
                name=path.name, endings=endings
            )
        )
    return found
