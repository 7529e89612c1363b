"""What the project holds itself to, and no tool knows."""

import ast
import re
from pathlib import PurePosixPath

import pytest

from tests.helpers import checkout

TOP_LEVEL = {
    ".ci",
    ".editorconfig",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "desktop",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}

LONGEST_FILE = 400

RICH_TEXT = re.compile(
    r"\bQLabel\(|\bQMessageBox\b|\bQToolTip\.showText|\.setHtml\(|\.setMarkdown\(|\.insertHtml\(|\.toHtml\("
    r"|TextFormat\.(RichText|AutoText|MarkdownText)|setTextFormat\((?!Qt\.TextFormat\.PlainText)|\bQTextBrowser\b"
)
"""Where Qt may take words for markup: it then reads files that an ``<img>`` names."""

MAY_RENDER = {
    "desktop/forecall/ui/widgets/text.py": "makes the one label, and makes it plain",
    "desktop/forecall/exchange/write/pdf.py": "the one place that renders documents, loading switched off",
    "desktop/forecall/ui/widgets/paper.py": "shows what exchange rendered, in the same document that loads nothing",
}

# Written so that this file does not find itself.
NOT_OURS_TO_NAME = {
    "a package registry": re.compile(
        r"https?://[\w.-]*(pypi|pythonhosted|npmjs|crates|proxy\.golang)\b|files\.pythonhosted"
    ),
    "a package registry's address": re.compile(
        r"(index-url|extra-index-url|find-links|trusted-host)\s*[= ]\s*\S*(://|/opt/)"
    ),
    "a folder of one machine": re.compile(r"(?<![\w.~-])/(work|root|home/\w+)/|(?<![\w.~-])/tmp/\w"),
}

NO_TEST_OF_ITS_OWN: dict[str, str] = {
    "__main__.py": "one call; the command line's tests start it as a process",
}

ALL_MODULES_HAVE_A_TEST = True


def _python(*folders: str) -> list[str]:
    return [name for name in checkout.files() if name.endswith(".py") and name.startswith(folders)]


PAGE_LIKE = (
    "desktop/forecall/ui/pages/",
    "desktop/forecall/ui/dialogs/",
    *(f"desktop/forecall/ui/{name}.py" for name in ("call_page", "worksheet_view", "after_call", "thinking")),
)
"""What is composed of widgets, and draws nothing itself."""

LOOKS = frozenset(
    {"px", "gap", "breadth", "measure", "colour", "type_font", "QColor", "QFont", "QPen", "QBrush", "QMargins"}
    | {"setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing", "setIndent"}
    | {f"set{which}{what}" for which in ("Fixed", "Minimum", "Maximum") for what in ("Width", "Height", "Size")}
    | {"setStyleSheet", "setPointSize", "setPointSizeF", "setPixelSize", "setFont", "setPalette"}
)
"""Calls that give something a colour, a size or a margin; layouts by name are in ``ui/widgets/page_layout.py``."""

LOOKS_ASKED_FOR = frozenset({"steps", "wide", "least", "between", "below"})
"""What a widget or a layout is told of its room; a page says it by a name of ``measures.toml``."""


def looks_of_its_own(source: str) -> list[str]:
    """The calls in a module that decide how something looks, each with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            if name in LOOKS:
                found.append(f"{node.lineno}: {name}")
            for asked in node.keywords:
                named = isinstance(asked.value, ast.Constant) and isinstance(asked.value.value, str)
                if asked.arg in LOOKS_ASKED_FOR and not named:
                    found.append(f"{node.lineno}: {asked.arg}={ast.unparse(asked.value)}")
    return found


def test_no_page_has_a_colour_a_size_or_a_margin_of_its_own() -> None:
    pages = {name: looks_of_its_own(checkout.text(name)) for name in _python(*PAGE_LIKE)}
    assert len(pages) > 25
    assert {name: found for name, found in pages.items() if found} == {}


@pytest.mark.parametrize(
    "planted",
    [
        *(
            "column.addSpacing(px(24))",
            "self.setContentsMargins(1, 2, 3, 4)",
            "QColor('#fff')",
            "box.setFixedWidth(40)",
        ),
        *("stacked(one, other, steps=1.5)", "Bar(one, steps=_CLOSE)", "EndRow(words, least=290)"),
        "ScrollPage(wide=640)",
    ],
)
def test_a_size_that_a_page_has_of_its_own_is_found(planted: str) -> None:
    assert looks_of_its_own(f"def compose(self):\n    {planted}\n")
    assert looks_of_its_own("leave(column, 'section')\n# px(24)\nstacked(one, other, steps='close')\n") == []


def test_the_top_level_holds_only_what_belongs_there() -> None:
    """A person who opens the repository sees the house, not the tools that built it."""
    assert {name.split("/")[0] for name in checkout.files()} - TOP_LEVEL == set()


def test_no_file_grows_too_long() -> None:
    """A class that grows past a few screens is where such programs die."""
    lengths = {name: len(checkout.text(name).splitlines()) for name in _python("desktop/", "tests/")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_words_are_never_taken_for_markup() -> None:
    """Text is rendered in one place, and shown through one label."""
    found = [
        f"{name}:{number}: {line.strip()}"
        for name in _python("desktop/")
        if name not in MAY_RENDER
        for number, line in enumerate(checkout.text(name).splitlines(), 1)
        if RICH_TEXT.search(line) and not line.lstrip().startswith(("#", "from ", "import "))
    ]
    assert found == []


@pytest.mark.parametrize("what", NOT_OURS_TO_NAME)
def test_no_file_names(what: str) -> None:
    """The project can be built anywhere, so it names nowhere."""
    found = [
        f"{name}:{number}"
        for name in checkout.files()
        for number, line in enumerate(checkout.text(name).splitlines(), 1)
        if NOT_OURS_TO_NAME[what].search(line)
    ]
    assert found == []


def test_the_lock_names_no_address() -> None:
    """Names, versions and hashes; where they come from is the machine's own affair."""
    assert "://" not in checkout.text("packaging/requirements.lock")


def test_names_are_imported_one_by_one() -> None:
    """A star import hides where a name comes from."""
    star = re.compile(r"^\s*from \S+ import \*", re.MULTILINE)
    assert [name for name in _python("desktop/", "tests/") if star.search(checkout.text(name))] == []


def test_each_module_has_a_test_at_its_mirrored_path() -> None:
    """``forecall/guide/worksheet.py`` is tested in ``tests/guide/test_worksheet.py``."""
    missing = _modules_without_a_test()
    if missing and not ALL_MODULES_HAVE_A_TEST:
        pytest.xfail("no test yet for " + ", ".join(missing))
    assert missing == []


def test_each_exception_is_still_one() -> None:
    """A module that is excused, and is gone or has got a test, is excused no longer."""
    root = "desktop/forecall/"
    assert [name for name in NO_TEST_OF_ITS_OWN if _has_a_test(PurePosixPath(name))] == []
    assert [name for name in MAY_RENDER if not name.startswith(root)] == []


def _modules_without_a_test() -> list[str]:
    root = "desktop/forecall/"
    modules = [PurePosixPath(name.removeprefix(root)) for name in _python(root) if "/migrations/" not in name]
    return [
        str(module)
        for module in modules
        if module.name != "__init__.py" and str(module) not in NO_TEST_OF_ITS_OWN and not _has_a_test(module)
    ]


def _has_a_test(module: PurePosixPath) -> bool:
    return f"tests/{module.with_name(f'test_{module.name}')}" in checkout.files()
