"""Dated notes as calls that were held, to the letter."""

import os
import sys
from pathlib import Path

import pytest

from forecall.exchange.faults import ImportFault
from forecall.exchange.read.notes import read_notes
from forecall.journal.brought import LONGEST_ANSWER, BroughtCall
from tests.helpers.imports import NOTE

NOW = "2026-11-25T12:00:00Z"


def read(tmp_path: Path, name: str, text: str, *clients: str) -> BroughtCall:
    path = tmp_path / name
    path.write_text(text, "utf-8", newline="")
    (call,) = read_notes(path, clients, now=NOW, zone="Europe/Berlin").calls
    return call


def test_a_head_says_client_and_date_and_the_text_stays(tmp_path: Path) -> None:
    call = read(tmp_path, "note.md", NOTE)
    assert (call.client, call.title, call.held) == ("Northwind", "Late delivery", "2025-11-20T11:00:00Z")
    assert call.answers == {"keep": {"text": NOTE.split("---\n", 2)[2].strip("\n")}}


def test_a_note_that_no_box_could_hold_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "2025-11-20 long.md").write_text("x" * (LONGEST_ANSWER + 1))
    (tmp_path / "2025-11-21 short.md").write_text("x")
    offer = read_notes(tmp_path, now=NOW, zone="UTC")
    assert [fault.sentence for fault in offer.faults] == ["2025-11-20 long.md holds more text than a call can keep."]
    assert len(offer.calls) == 1


@pytest.mark.parametrize(
    ("name", "text", "title", "wall"),
    [
        ("2025-11-20 Late delivery.md", "words", "Late delivery", None),
        ("20251120_Late_delivery.md", "words", "Late delivery", None),
        ("2025-11-20T1430 Late delivery.md", "words", "Late delivery", "2025-11-20T14:30"),
        ("note.md", "# 2025-11-20: Late delivery\nwords", "Late delivery", None),
        (
            "note.md",
            "---\ndatum: 20. November 2025\nuhrzeit: 9 Uhr\ntitel: Late delivery\n---\n",
            "Late delivery",
            "2025-11-20T09:00",
        ),
        ("late.md", "# 20 November 2025", "20 November 2025", None),
    ],
)
def test_where_the_date_stands(tmp_path: Path, name: str, text: str, title: str, wall: str | None) -> None:
    call = read(tmp_path, name, text)
    assert (call.title, call.wall) == (title, wall)
    assert call.held is not None
    assert call.held.startswith("2025-11-20")


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("# Call with Contoso, late again", "Contoso"),
        ("# Gespräch mit Zoë Söhne: Preis", "Zoë Söhne"),
        ("# Late\n\n**Client:** Fabrikam\n", "Fabrikam"),
        ("# Northwind and the plan", "Northwind"),
        ("# Northwinds", ""),
        ("# Late", ""),
    ],
)
def test_who_it_is_about(tmp_path: Path, text: str, client: str) -> None:
    assert read(tmp_path, "2025-11-20.md", text, "North", "Northwind").client == client


def test_who_a_file_is_named_after(tmp_path: Path) -> None:
    assert read(tmp_path, "2025-11-20_call_with_Contoso.md", "words").client == "Contoso"


def test_a_folder_of_notes(tmp_path: Path) -> None:
    (tmp_path / "deep" / ".hidden").mkdir(parents=True)
    for name in (
        "2025-11-20 a.md",
        "deep/2025-11-21 b.md",
        "deep/.hidden/2025-11-22 c.md",
        "no date.md",
        "deep/other.py",
    ):
        (tmp_path / name).write_text("# Words")
    (tmp_path / "2025-11-23 link.md").symlink_to(tmp_path / "2025-11-20 a.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "2025-11-24 huge.md").write_text("x" * ((1 << 20) + 1))
    offer = read_notes(tmp_path, now=NOW, zone="UTC")
    assert [call.place for call in offer.calls] == ["2025-11-20 a.md", "deep/2025-11-21 b.md"]
    assert [fault.sentence for fault in offer.faults] == [
        "2025-11-24 huge.md is larger than 1 MB, which is more than can be brought in at once.",
        "no date.md has no date: in its head, its name or its heading.",
    ]
    assert offer.name == "4 notes"


def test_a_folder_without_notes(tmp_path: Path) -> None:
    with pytest.raises(ImportFault, match="holds no notes"):
        read_notes(tmp_path)


def test_the_same_note_has_the_same_key_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert read(tmp_path, "2025-11-20.md", "a").id == read(tmp_path / "b", "2025-11-20.md", "changed").id


def test_a_note_of_tomorrow_is_over_all_the_same(tmp_path: Path) -> None:
    assert read(tmp_path, "2027-01-01.md", "a").held == NOW


@pytest.mark.parametrize("text", ['---\nclient: "\u200b"\n---\n', "Client: \u200b\u2060", "# Call with \u200b"])
def test_a_client_that_cannot_be_seen_is_none(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "2025-11-20 Late.md", text).client == ""


def test_where_the_head_names_nobody_the_text_is_asked(tmp_path: Path) -> None:
    assert read(tmp_path, "2025-11-20 Late.md", '---\nclient: "\u200b"\n---\nClient: Ann').client == "Ann"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_that_is_not_utf8_is_read_as_western_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "Bücher").mkdir()
    for name in (b"2025-11-20 M\xfcller.md", b"2025-11-20 M\xf6ller.md", b"2025-11-20 \x81.md", b"\xff.md"):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path / "Bücher"), name))).write_text("x")
    offer = read_notes(tmp_path, now=NOW, zone="UTC")
    assert sorted(call.title for call in offer.calls) == ["Möller", "Müller", "\\x81"]
    assert [fault.sentence for fault in offer.faults] == [
        "Bücher/ÿ.md has no date: in its head, its name or its heading."
    ]
    (alone,) = read_notes(Path(os.fsdecode(os.fsencode(tmp_path / "Bücher") + b"/2025-11-20 M\xfcller.md"))).calls
    assert alone.id in {call.id for call in offer.calls}
