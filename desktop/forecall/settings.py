"""The person's preferences: a small file of its own that holds no word of the journal."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)
"""Sizes of the text that are offered."""


@dataclass(slots=True)
class Settings:
    """All preferences with their defaults. ``window`` is x, y, width and height, empty before the first close."""

    theme: str = "system"
    """``system``, ``light``, ``dark`` or ``contrast``."""
    text_scale: float = 1.0
    """Size of all text, 1.0 is as designed; 0.8 to 2.0."""
    language: str = "system"
    """A folder of ``resources/languages``, or ``system``."""
    paper: str = "system"
    """What is printed on: ``a4``, ``letter``, or ``system`` for what is usual in the person's country."""
    only_what_fits: bool = False
    """Whether the preparation folds to the fifteen-minute set."""
    coach_shown: bool = True
    """Whether the column with tips is shown where there is room."""
    countdown_shown: bool = True
    """Whether the time left until the call is shown."""
    less_motion: bool = False
    """Whether nothing is to move by itself."""
    pinning_told: bool = False
    """Whether it was said how to keep the live sheet in front, where it cannot do that itself."""
    quiet_places: list[str] = field(default_factory=list)
    """Folders of journals about which somebody was told that they are synced, or lie on another machine."""
    window: tuple[int, ...] = ()
    maximized: bool = False

    def save(self, path: Path) -> None:
        """Write the file whole or leave the old one. Errors are the caller's: a preference is worth no interruption."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        started = path.with_suffix(".new")
        handle = os.open(started, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(self), file, indent=1)
        started.replace(path)


def load_settings(path: Path) -> Settings:
    """The preferences in the file; each one that is missing or makes no sense has its default."""
    try:
        found: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    if not isinstance(found, dict):
        return settings
    for each in fields(Settings):
        default = getattr(settings, each.name)
        value = found.get(each.name, default)
        if each.name == "window" and _is_window(value):
            settings.window = tuple(value)
        elif each.name == "quiet_places":
            settings.quiet_places = [place for place in value if isinstance(place, str)] if type(value) is list else []
        elif isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
            setattr(settings, each.name, min(2.0, max(0.8, float(value))))
        elif type(value) is type(default) and each.name != "window":
            setattr(settings, each.name, value)
    return settings


def _is_window(value: object) -> bool:
    return isinstance(value, list) and len(value) == 4 and all(type(each) is int for each in value)
