"""Every word goes through gettext, once a language is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from forecall import words


@pytest.fixture
def languages(tmp_path: Path) -> Iterator[Path]:
    """A folder with one language that says two things; English again afterwards."""
    catalog = Catalog(locale="de")
    catalog.add("Saved", "Gespeichert")
    catalog.add(("{count} call", "{count} calls"), ("{count} Gespräch", "{count} Gespräche"))
    file = tmp_path / "de" / "LC_MESSAGES" / "forecall.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalog)
    yield tmp_path
    words.use_language(tmp_path, "en")


def test_a_language_is_spoken_where_it_is_there(languages: Path) -> None:
    words.use_language(languages, "de")
    assert words._("Saved") == "Gespeichert"
    assert words.ngettext("{count} call", "{count} calls", 2) == "2 Gespräche"


def test_what_is_not_translated_stays_english(languages: Path) -> None:
    words.use_language(languages, "de")
    assert words._("Not there") == "Not there"
    assert words._("") == ""  # gettext would give the head of the catalogue


def test_a_missing_language_is_english(languages: Path) -> None:
    words.use_language(languages, "xx")
    assert words._("Saved") == "Saved"
    assert [words.ngettext("{count} call", "{count} calls", count) for count in (0, 1, 2)] == [
        "0 calls",
        "1 call",
        "2 calls",
    ]


def test_a_marked_word_is_the_same_word() -> None:
    assert words.N_("Today") == "Today"
