"""Folders that are synced, and file systems of other machines."""

from pathlib import Path

import pytest

from forecall.tour.person import Person
from forecall.ui.places import is_network, kind_of, synced_by, told_of
from forecall.ui.safety import Safety
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    ("place", "program"),
    [
        ("Dropbox/work/journal.db", "Dropbox"),
        ("Dropbox (Personal)/journal.db", "Dropbox"),
        ("OneDrive - Northwind/journal.db", "OneDrive"),
        ("Library/Mobile Documents/forecall/journal.db", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-me/My Drive/journal.db", "Google Drive"),
        ("Nextcloud/journal.db", "Nextcloud"),
        ("Dropboxes of mail/journal.db", ""),
        (".local/share/Forecall/journal.db", ""),
    ],
)
def test_a_folder_says_by_its_name_who_syncs_it(tmp_path: Path, place: str, program: str) -> None:
    assert synced_by(tmp_path / place) == program


@pytest.mark.parametrize(
    ("mark", "program"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox"), ("._sync_0a1b.db", "Nextcloud")]
)
def test_a_folder_says_by_what_lies_in_it_who_syncs_it(tmp_path: Path, mark: str, program: str) -> None:
    folder = tmp_path / "mine" / "deep"
    folder.mkdir(parents=True)
    assert synced_by(folder / "journal.db") == ""
    (tmp_path / "mine" / mark).touch()
    assert synced_by(folder / "journal.db") == program


def test_file_systems_of_other_machines_are_known() -> None:
    assert all(is_network(kind) for kind in ("nfs4", "nfs", "cifs", "smb3", "fuse.sshfs", "davfs", "9p"))
    assert not any(
        is_network(kind) for kind in ("ext4", "btrfs", "tmpfs", "NTFS", "apfs", "fuse.ntfs-3g", "overlay", "")
    )


def test_one_sentence_or_none(tmp_path: Path) -> None:
    assert "Syncthing" not in told_of(tmp_path / "journal.db", "ext4")
    assert told_of(tmp_path / "journal.db", "ext4") == ""
    assert "on another machine" in told_of(tmp_path / "journal.db", "nfs4")
    assert kind_of(tmp_path / "journal.db") != ""


def test_it_is_told_once_for_a_place(house: House) -> None:  # noqa: F811
    (house.folder / ".stfolder").mkdir()

    def story(me: Person) -> None:
        me.sees("Look at an example")
        assert house.program is not None
        window = house.program.window
        me.hands.ask(lambda: Safety(window).begin(0))
        me.sees("This journal lies in a folder that Syncthing syncs.")
        me.click("I understand")
        me.sees_no("Syncthing")
        me.hands.ask(lambda: Safety(window).begin(0))
        me.rests(0.3)
        me.sees_no("Syncthing")

    house.tells(story)
    assert house.settings().quiet_places == [str(house.folder)]
