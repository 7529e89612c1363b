"""Where things are: the program's own resources, and the person's journal and settings."""

import os
from contextlib import suppress
from pathlib import Path


def resources_folder() -> Path:
    """The folder of worksheets, themes and texts: in an installed package, else beside ``desktop`` in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def journal_file(named: str | None = None) -> Path:
    """The journal: the one named, else FORECALL_JOURNAL, else the one in the person's data folder."""
    chosen = named or os.environ.get("FORECALL_JOURNAL")
    return one_name(Path(chosen).expanduser() if chosen else data_folder() / "journal.db")


def one_name(named: Path) -> Path:
    """The one name of the file that a name leads to: its lock, its log and its backups stand beside that.

    Where a link on the way leads nowhere, the name stays as it is, and whoever opens it says so: what the link led to
    may be a disk that is not there just now.
    """
    path = named.absolute()
    with suppress(ValueError):  # a name that no file can have
        return path if leads_nowhere(path) else Path(os.path.realpath(path))
    return path


def leads_nowhere(path: Path) -> bool:
    """Whether a file, or a folder on the way to it, is a link to nothing or back to itself."""
    return any(os.path.islink(each) and _is_missing(each) for each in (path, *path.parents))


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except PermissionError:  # it may well be there
        return False
    except OSError:
        return True
    return False


def data_folder() -> Path:
    """The person's data folder for this program, by the rules of their system."""
    from platformdirs import user_data_path

    return user_data_path("Forecall", appauthor=False)


def settings_file() -> Path:
    """The file of preferences; it holds no word of the journal."""
    from platformdirs import user_config_path

    return user_config_path("Forecall", appauthor=False) / "settings.json"
