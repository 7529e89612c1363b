"""What the checkout consists of, as it would be handed over."""

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]

_IGNORED = re.compile(
    r"(^|/)(\.git|\.venv|build|dist|__pycache__|\.\w+_cache|\.hypothesis|[^/]+\.egg-info)/|^uv\.lock$"
)


def _all_files() -> Iterator[str]:
    for folder, folders, names in os.walk(CHECKOUT):
        place = Path(folder).relative_to(CHECKOUT)
        folders[:] = [name for name in folders if not _IGNORED.search(f"{(place / name).as_posix()}/")]
        yield from ((place / name).as_posix() for name in names)


@cache
def files() -> tuple[str, ...]:
    """Each file of the project, by its path from the top; what git ignores is not part of it."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=True,
        )
        names = [name for name in listed.stdout.split("\0") if name and (CHECKOUT / name).is_file()]
    except (OSError, subprocess.CalledProcessError):
        # A copy without its history, or a machine without git: what .gitignore names is left out by hand.
        names = [name for name in _all_files() if not _IGNORED.search(name)]
    return tuple(sorted(names))


@cache
def text(name: str) -> str:
    """The words of one file; empty for a picture, a font or anything else that is not text."""
    try:
        return (CHECKOUT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
