"""Files as text: by their mark, else as UTF-8, else as Western and told; all that is none is refused."""

import os
import sys
from pathlib import Path

import pytest

from forecall.exchange.faults import ImportFault
from forecall.exchange.read.plain import decoded, read_text, readable_name

WORDS = "Zoë; 1 €\r\nzwei\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"),
     ("utf-32", "UTF-32"), ("cp1252", "Western European")],
)  # fmt: skip
def test_encodings(encoding: str, told: str) -> None:
    found = decoded(WORDS.encode(encoding), "a")
    assert (found.words, found.encoding, found.guessed) == (WORDS, told, encoding == "cp1252")


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x00\xd8", b"a" * 5000 + b"\0", bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n" + b"\0" * 99]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ImportFault, match="Nothing was imported"):
        decoded(raw, "a")


def test_a_file_that_is_too_large_or_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    assert read_text(path, 100).words == "x" * 100
    with pytest.raises(ImportFault, match="larger than 1 MB"):
        read_text(path, 99)
    with pytest.raises(ImportFault, match="not a plain file"):
        read_text(tmp_path, 99)
    with pytest.raises(ImportFault, match="cannot be read"):
        read_text(tmp_path / ("x" * 300), 99)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(ImportFault, match="cannot be read"):
        read_text(path, 99)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_of_any_bytes_is_text_that_can_be_kept() -> None:
    names = [readable_name(os.fsdecode(raw)) for raw in (b"M\xc3\xbcller", b"M\xfcller", b"\x81\xff", b"a")]
    assert names == ["Müller", "Müller", "\\x81ÿ", "a"]
