"""Each language says everything: no text is missing, no place in it is lost, and its catalogue is the one compiled."""

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.helpers.checkout import CHECKOUT

LANGUAGES = sorted(path.parents[1].name for path in (CHECKOUT / "resources" / "languages").glob("*/*/forecall.po"))
_PLACES = re.compile(r"\{\w*\}")


def catalogue(code: str) -> Catalog:
    with (CHECKOUT / "resources" / "languages" / code / "LC_MESSAGES" / "forecall.po").open("rb") as file:
        return read_po(file, locale=code)


def forms(message: Message) -> tuple[str, ...]:
    said: Any = message.string
    return tuple(said) if isinstance(said, list | tuple) else (said,)


def said(code: str) -> list[Message]:
    return [message for message in catalogue(code) if message.id]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """All texts of the program as they are today."""
    pot = tmp_path_factory.mktemp("words") / "forecall.pot"
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "pyproject.toml", "-o", pot, "."],
        cwd=CHECKOUT,
        check=True,
        env={"PYTHONPATH": str(CHECKOUT / "desktop"), "PYTHONWARNINGS": "ignore"},
    )
    with pot.open("rb") as file:
        return read_po(file)


def test_there_is_a_language_besides_english() -> None:
    assert "de" in LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_said(code: str, template: Catalog) -> None:
    there = {(message.context, message.id): message for message in said(code)}
    missing = [
        message.id
        for message in template
        if message.id and not all(forms(there.get((message.context, message.id), Message(message.id))))
    ]
    assert missing == [], "run make words, then say these too"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_place_in_a_text_is_lost(code: str) -> None:
    for message in said(code):
        ids: Any = message.id if isinstance(message.id, tuple) else (message.id,)
        places = {place for text in ids for place in _PLACES.findall(text)}
        for form in forms(message):
            assert set(_PLACES.findall(form)) <= places, message.id
        assert {place for form in forms(message) for place in _PLACES.findall(form)} == places, message.id


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_tone_is_that_of_the_program(code: str) -> None:
    for message in said(code):
        for form in forms(message):
            assert "!" not in form, form


def test_german_says_sie() -> None:
    familiar = re.compile(r"\b(du|dich|dir|dein\w*|euch|euer\w*)\b", re.IGNORECASE)
    assert [form for message in said("de") for form in forms(message) if familiar.search(form)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_catalogue_is_compiled(code: str) -> None:
    made = io.BytesIO()
    write_mo(made, catalogue(code))
    compiled = CHECKOUT / "resources" / "languages" / code / "LC_MESSAGES" / "forecall.mo"
    assert compiled.read_bytes() == made.getvalue(), "run make words"


def test_the_folder_holds_nothing_else() -> None:
    folder = Path(CHECKOUT / "resources" / "languages")
    assert {path.name for path in folder.iterdir()} == {"forecall.pot", *LANGUAGES}
