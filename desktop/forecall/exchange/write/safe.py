"""Text made fit for a document: no control characters, nothing that a renderer could take for structure."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text with every line end as ``\\n``, without control characters, and encodable."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(printable(text).split())


def clipped(text: str, length: int) -> str:
    """The text, cut at a word and marked with "…" when it is longer than ``length`` characters."""
    if len(text) <= length:
        return text
    head, space, _tail = text[:length].rpartition(" ")
    kept = head if space and len(head) > length // 2 else text[:length]
    return kept.rstrip(" ,;:.–—") + "…"
