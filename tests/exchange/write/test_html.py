"""HTML in which only our own structure has a meaning."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from forecall.exchange.write import Document
from forecall.exchange.write.html import document_html, running_html, sheet_body, sheet_html, text_html
from forecall.exchange.write.whole_call import Told, WholeCall, WholeCallPart
from forecall.guide.question import CallType, Value
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.summary import build_summary
from tests.helpers.written import ANSWERS, LISTS, call, catalog, lesson, source

HOSTILE = '<img src=/etc/passwd onerror=x> <a href="file:///x">y</a> [z](http://h) ![](/dev/zero) </style><script>"\''
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "table", "tr", "td", "p", "b", "i", "span", "br"),
    *("h1", "h2", "h3", "ul", "ol", "li", "strong", "em"),
}


class Seen(HTMLParser):
    """What a browser would meet."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def hostile() -> tuple[dict[str, Value], dict[str, list[Value]]]:
    def made(value: Value) -> Value:
        return {name: HOSTILE if isinstance(part, str) else part for name, part in value.items()}

    answers = {key: made(value) for key, value in ANSWERS.items()}
    return answers, {key: [made(value) for value in values] for key, values in LISTS.items()}


@pytest.mark.parametrize("kind", ["sheet", "summary", "call"])
def test_hostile_words_are_only_words(kind: str) -> None:
    answers, lists = hostile()
    made: dict[str, Callable[[], Document]] = {
        "sheet": lambda: build_call_sheet(
            call(answers=answers, lists=lists, client_name=HOSTILE, title=HOSTILE), catalog()
        ),
        "summary": lambda: build_summary(
            type(source())(lessons=(lesson(1, if_text=HOSTILE, why=HOSTILE, client_name=HOSTILE),)), catalog()
        ),
        "call": lambda: WholeCall(HOSTILE, HOSTILE, (WholeCallPart(HOSTILE, (Told(HOSTILE, (HOSTILE,)),)),)),
    }
    seen = Seen(document_html(made[kind]()))
    assert seen.tags <= ALLOWED
    assert not seen.attributes & {"href", "src", "onerror", "srcset", "background"}
    assert "<img src=/etc/passwd onerror=x>" in seen.words


def test_the_page_lets_nothing_be_fetched() -> None:
    page = document_html(build_summary(source(), catalog()))
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|url\(|@import", page)


def test_line_ends_stay_line_ends() -> None:
    assert text_html("a & b\n<c>") == "a &amp; b<br>&lt;c&gt;"


def test_the_sheet_takes_the_colours_of_a_theme() -> None:
    found = sheet_html(build_call_sheet(call(), catalog()), {"accent": "#123456", "unknown": "#654321"})
    assert "#123456" in found
    assert "$" not in re.sub(r"<body>.*", "", found, flags=re.DOTALL)


def test_a_narrow_sheet_has_one_column_with_all_blocks() -> None:
    sheet = build_call_sheet(call(CallType.COMPLAINT), catalog())
    assert 'class="block right"' in sheet_body(sheet)
    narrow = sheet_body(sheet, narrow=True)
    assert 'class="block right"' not in narrow
    assert narrow.count('class="title"') == sheet_body(sheet).count('class="title"') == 4


def test_running_text_has_its_style() -> None:
    assert "<h1>Lessons from my client calls, 2026</h1>" in running_html(build_summary(source(), catalog()))


def test_running_text_grows_as_a_whole() -> None:
    summary = build_summary(source(), catalog())
    usual, large = running_html(summary), running_html(summary, scale=2.0)
    assert "h1 { font-size: 20pt;" in usual
    assert "h1 { font-size: 40pt;" in large
    assert "margin-top: 52px" in large
    assert usual.split("</style>")[1] == large.split("</style>")[1]


def test_a_megabyte_of_marks_is_a_page_like_any_other() -> None:
    words = "*a* <b> _c_ [d](e) `f` \n" * 40_000
    page = document_html(WholeCall("Call", "now", (WholeCallPart("Prepare", (Told("Why?", (words,)),)),)))
    assert page.count("*a* &lt;b&gt; _c_ [d](e) `f`") == 40_000
