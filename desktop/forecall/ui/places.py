"""Where a journal lies: in a folder that is synced, or on another machine, which is told once and plainly."""

import os
from pathlib import Path

from forecall.words import _

_BY_NAME = (
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pclouddrive", "pCloud"),
)
"""How folders of sync programs are called, or begin."""

_BY_MARK = ((".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"))
_BY_GLOB = (("._sync_*.db", "Nextcloud"), (".sync_*.db", "Nextcloud"), (".owncloudsync.log", "ownCloud"))
"""What sync programs put into the folder they keep."""

_NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "afp",
    "webdav",
    "davfs",
    "ncp",
    "9p",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
)


def synced_by(path: Path) -> str:
    """The program that syncs the folder a file lies in, by its name or what it puts there; nothing when none does."""
    for folder in path.parents:
        name = folder.name.lower()
        for beginning, told in _BY_NAME:
            if name == beginning or name.startswith((f"{beginning} ", f"{beginning}-")):
                return told
        for mark, told in _BY_MARK:
            if os.path.lexists(folder / mark):
                return told
        for pattern, told in _BY_GLOB:
            if _has(folder, pattern):
                return told
    return ""


def is_network(kind: str) -> bool:
    """Whether a file system of this kind (as ``nfs4`` or ``fuse.sshfs``) lies on another machine."""
    return kind.lower().startswith(_NETWORK)


def told_of(path: Path, kind: str) -> str:
    """What to say of the place of the journal at ``path`` on a file system of that kind; nothing when all is well."""
    program = synced_by(path)
    if program:
        return _(
            "This journal lies in a folder that {program} syncs. Open it on one machine at a time, and let it finish "
            "before you open it on another."
        ).format(program=program)
    if is_network(kind):
        return _(
            "This journal lies on another machine. Open it in one place at a time: what two windows write there at "
            "once can damage it."
        )
    return ""


def kind_of(path: Path) -> str:
    """The kind of file system a file lies on."""
    from PySide6.QtCore import QStorageInfo

    return bytes(QStorageInfo(str(path.parent)).fileSystemType().data()).decode("utf-8", "replace")


def _has(folder: Path, pattern: str) -> bool:
    try:
        return next(folder.glob(pattern), None) is not None
    except OSError:
        return False
