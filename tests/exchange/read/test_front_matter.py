"""The head of a note: plain words, and nothing that acts."""

import pytest

from forecall.exchange.read.front_matter import BadHead, split_head


def test_names_and_values() -> None:
    head, body = split_head(
        "\ufeff---\r\nClient: Northwind\nlist: [a, b]\nwhen: 2026-02-30\non: yes\n---\r\n\nText\r\n"
    )
    assert head == {"client": "Northwind", "list": "a, b", "when": "2026-02-30", "on": "yes"}
    assert body == "\nText\r\n"


@pytest.mark.parametrize(
    "text", ["", "words", "--- \nno end", "----\na: b\n---\n", "--- x\n", "text\n---\na: b\n---\n"]
)
def test_without_a_head_all_is_text(text: str) -> None:
    assert split_head(text) == ({}, text)


@pytest.mark.parametrize("head", ["", "just words", "# a remark"])
def test_a_head_that_says_nothing(head: str) -> None:
    assert split_head(f"---\n{head}\n---\nText") == ({}, "Text")


@pytest.mark.parametrize(
    "head",
    [
        "a: [",
        "- a\n- b",
        "a: &a x\nb: *a",
        "a: !!python/object/apply:os.system [x]\n b",
        "[" * 3000,
        "{a: " * 400,
        "a:\x01b",
    ],
)
def test_a_head_that_is_refused(head: str) -> None:
    with pytest.raises(BadHead):
        split_head(f"---\n{head}\n---\nText")


def test_a_tag_makes_nothing() -> None:
    assert split_head("---\na: !!python/object/apply:os.system [x]\n---\n")[0] == {"a": "x"}
