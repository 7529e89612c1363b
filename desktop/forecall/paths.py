"""Where things are: the program's own resources, and the person's journal and settings."""

import os
from pathlib import Path


def resources_folder() -> Path:
    """The folder of worksheets, themes and texts: in an installed package, else beside ``desktop`` in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def journal_file(named: str | None = None) -> Path:
    """The journal: the one named, else FORECALL_JOURNAL, else the one in the person's data folder."""
    chosen = named or os.environ.get("FORECALL_JOURNAL")
    return Path(chosen).expanduser().absolute() if chosen else data_folder() / "journal.db"


def data_folder() -> Path:
    """The person's data folder for this program, by the rules of their system."""
    from platformdirs import user_data_path

    return user_data_path("Forecall", appauthor=False)


def settings_file() -> Path:
    """The file of preferences; it holds no word of the journal."""
    from platformdirs import user_config_path

    return user_config_path("Forecall", appauthor=False) / "settings.json"
