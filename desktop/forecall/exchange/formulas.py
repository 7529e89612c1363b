"""Cells that a spreadsheet would take for a formula: guarded on the way out, given back unchanged on the way in."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The text for a cell of a table, such that no spreadsheet reckons with it (OWASP: a ``'`` before it)."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given. A ``'`` that stands before anything else is the person's own, and stays."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
