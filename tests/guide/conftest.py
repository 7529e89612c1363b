"""The shipped guide, and a small one that a test may break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from forecall.guide.catalog import Catalog, load_catalog

SMALL = {
    "worksheets/prepare.toml": """
        title = "Prepare"
        least_under = 5
        step = [{ key = "one", title = "One" }]
        [[question]]
        key = "issue"
        step = "one"
        wording = "What is it about?"
        parts = [{ name = "text", kind = "long" }]
        quick = { any = 10 }
        teaches = ["x-1"]
    """,
    "worksheets/reflect-now.toml": """
        title = "Now"
        step = [{ key = "now", title = "Now" }]
        [[question]]
        key = "ended"
        step = "now"
        wording = "How did it end?"
        parts = [{ name = "picked", kind = "choice", choices = "ending" }]
    """,
    "worksheets/reflect-later.toml": """
        title = "Later"
        step = [{ key = "later", title = "Later" }]
    """,
    "guide/inventory.toml": """
        [[item]]
        id = "x-1"
        source = "x.txt"
        teaches = "Something"
        lands = "question:issue"
    """,
    "guide/sources.toml": """
        [[source]]
        file = "x.txt"
        title = "A text"
    """,
    "guide/choices.toml": """
        [choices.ending]
        agreed = "agreed"
        open = "open"
    """,
    "guide/tips.toml": """
        [[tip]]
        question = "issue"
        text = "Read it twice."
        teaches = ["x-1"]
    """,
    "guide/phrases.toml": """
        moment = [{ key = "opening", label = "To open" }]
        [[phrase]]
        key = "thanks"
        moment = "opening"
        text = "Thank you for making time."
        fits = ["issue"]
    """,
    "guide/pace.toml": """
        [[pace]]
        kind = "long"
        seconds = 90
    """,
    "guide/opening.toml": "line = []",
    "guide/care.toml": "line = []",
    "guide/sheet.toml": """
        [[line]]
        name = "check"
        text = "Is that right?"
    """,
}


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(Path(__file__).resolve().parents[2] / "resources")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder of resources with one of everything, all sound."""
    for name, text in SMALL.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def change(small: Path) -> Callable[[str, str, str], Path]:
    """Replace a text in one file of the small guide, and give the guide's folder."""

    def changed(name: str, old: str, new: str) -> Path:
        file = small / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        return small

    return changed
