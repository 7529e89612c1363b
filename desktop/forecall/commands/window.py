"""The commands with a window: the program itself, and the tour through it."""

import os
import sys
from argparse import Namespace

from forecall.commands.told import CommandError, say
from forecall.words import _


def window(asked: Namespace) -> int:
    """Open the window over the journal and stay until it is closed."""
    if not has_display():
        raise CommandError(
            _("There is no display here for a window. 'forecall tour --to DIR' does the main job without one.")
        )
    from forecall.app import run

    return run(["forecall"], asked.journal)


def tour(asked: Namespace) -> int:
    """Do the main job through the real window, and leave pictures and documents."""
    from forecall.tour import run

    return run(asked.to)


def say_version(asked: Namespace) -> None:
    """Say which version this is."""
    from importlib.metadata import version

    say(f"forecall {version('forecall')}")


def has_display() -> bool:
    """Whether Qt would find a screen; where it finds none it ends the whole process."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith(("linux", "freebsd")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
