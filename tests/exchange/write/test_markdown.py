"""Nothing that a person wrote becomes structure, in Markdown as we read it and as anyone would."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from forecall.exchange.write.markdown import call_markdown, inline, lines, sheet_markdown, summary_markdown
from forecall.exchange.write.whole_call import Told, WholeCall, WholeCallPart
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.summary import build_summary
from tests.helpers.written import call, catalog, source

HOSTILE = [
    "<img src=/etc/passwd>", "<script>alert(1)</script>", "[click](file:///etc/passwd)", "![x](/dev/zero)",
    "<http://example.org>", "http://example.org", "# heading", "- item", "+ item", "1. item", "2) item", "> quote",
    "***", "---", "===", "`code`", "~~~", "**bold**", "__bold__", "_x_", "a | b", "&lt;b&gt;", "\\*", "[a]: /x",
    "&#60;b>", "<!-- x", "]]>", "*a*", "![", "{: .x}", ": term", "$x$", "trailing\\", "#", "-", "1.",
    "\x02wzxhzdk:0\x03",
]  # fmt: skip
MARKS = st.text(st.sampled_from(list("<>&*_`[]()#+-.!|~\\:=/1 aw\"'{}$^")), max_size=30)


def shown(markdown: str) -> tuple[str, set[str]]:
    """The words a reader sees, and the elements they stand in."""
    html = Markdown().convert(markdown)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    return unescape(re.sub(r"<[^>]*>", "", html)), tags


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(text: str) -> None:
    words, tags = shown(inline(text))
    assert tags <= {"p"}
    assert words == text.replace("\x02", "").replace("\x03", "")


@given(MARKS)
def test_any_marks_are_only_words(text: str) -> None:
    words, tags = shown(inline(text))
    assert tags <= {"p"}
    assert words.split() == text.split()


@given(st.lists(MARKS | st.just(""), max_size=6))
def test_paragraphs_and_line_ends_stay_and_nothing_else_comes(parts: list[str]) -> None:
    words, tags = shown(lines("\n".join(parts)))
    assert tags <= {"p", "br"}
    assert words.split() == "\n".join(parts).split()


def test_line_ends_are_kept() -> None:
    assert lines("a\nb\n\n\nc") == "a  \nb\n\nc"


def test_plain_words_are_left_plain() -> None:
    plain = "New date: the twelfth, 10 % off (two months) – it's “ours”. A-B, 3.5!"
    assert inline(plain) == plain


def test_a_whole_call_of_hostile_words_has_only_our_structure() -> None:
    told = (Told("# Why?", tuple(HOSTILE), listed=True), Told("* What?", ("\n".join(HOSTILE),)))
    _words, tags = shown(call_markdown(WholeCall("<b>", "*", (WholeCallPart("#", told),))))
    assert tags == {"h1", "h2", "h3", "p", "ul", "li", "br"}


def test_ticks_and_numbers_of_more_are_there() -> None:
    text = sheet_markdown(build_call_sheet(call(), catalog()))
    assert "- [ ] We own the delay" in text
    assert "- *+ 1 more in the app*" in text
    assert text.count("- Promised") == 3


def test_a_summary_leaves_out_empty_sections() -> None:
    text = summary_markdown(build_summary(source(), catalog()))
    assert "## Keep in mind" in text
    empty = summary_markdown(build_summary(type(source())(), catalog()))
    assert "##" not in empty
