"""What the checkout consists of, as it would be handed over."""

import subprocess
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "desktop" / "forecall"


@cache
def files() -> tuple[str, ...]:
    """Each file of the project, by its path from the top; what git ignores is not part of it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(sorted(name for name in listed.stdout.split("\0") if name and (CHECKOUT / name).is_file()))


@cache
def text(name: str) -> str:
    """The words of one file; empty for a picture, a font or anything else that is not text."""
    try:
        return (CHECKOUT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
