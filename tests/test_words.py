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
    catalog.add("en", "de")
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


def test_one_word_of_ours_can_be_two_of_theirs(tmp_path: Path) -> None:
    catalog = Catalog(locale="de")
    catalog.add("Open", "Öffnen")
    catalog.add("Open", "Einstieg", context="call sheet")
    file = tmp_path / "de" / "LC_MESSAGES" / "forecall.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalog)
    words.use_language(tmp_path, "de")
    assert (words._("Open"), words.pgettext("call sheet", "Open")) == ("Öffnen", "Einstieg")
    words.use_language(tmp_path, "en")
    assert words.pgettext("call sheet", "Open") == "Open"


def test_a_label_inside_a_sentence_begins_as_its_language_has_it(resources: Path) -> None:
    assert words.in_a_sentence("Call deleted") == "call deleted"
    words.use_language(resources / "languages", "de")
    assert words.in_a_sentence("Gespräch gelöscht") == "Gespräch gelöscht"
    words.use_language(resources / "languages", "en")


def test_the_languages_are_those_with_a_catalogue(languages: Path) -> None:
    (languages / "empty").mkdir()
    assert words.languages_in(languages) == ("en", "de")
    assert words.languages_in(languages / "nowhere") == ("en",)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"}, "de"),
        ({"LC_MESSAGES": "POSIX", "LANG": "de_DE"}, "en"),
    ],
)
def test_the_system_asks_for_a_language(environment: dict[str, str], code: str) -> None:
    assert words.system_language(environment) == code


def test_a_marked_word_is_the_same_word() -> None:
    assert words.N_("Today") == "Today"


def test_numbers_are_written_as_the_language_writes_them(languages: Path) -> None:
    assert words.ngettext("{count} call", "{count} calls", 12345) == "12,345 calls"
    words.use_language(languages, "de")
    assert words.ngettext("{count} call", "{count} calls", 12345) == "12.345 Gespräche"
    assert words.number_text(999) == "999"


def test_sizes_are_read_at_a_glance_and_written_as_the_language_writes_them(languages: Path) -> None:
    sizes = (0, 340_000, 1_240_000, 2_000_000, 43_000_000, 4_300_000_000)
    assert [words.size_text(size) for size in sizes] == ["1 KB", "340 KB", "1.2 MB", "2.0 MB", "43 MB", "4,300 MB"]
    words.use_language(languages, "de")
    assert [words.size_text(size) for size in sizes] == ["1 KB", "340 KB", "1,2 MB", "2,0 MB", "43 MB", "4.300 MB"]


def test_accented_names_stand_beside_plain_ones() -> None:
    names = ["Zebra", "Ärzte", "Apfel", "azur", "Straße", "Strasse", "Élan", "Ender"]
    assert sorted(names, key=words.sorted_as) == [
        "Apfel", "Ärzte", "azur", "Élan", "Ender", "Straße", "Strasse", "Zebra",
    ]  # fmt: skip
