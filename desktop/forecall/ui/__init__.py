"""The window: pages, widgets, dialogs and the theme, over Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import function in place

# PySide6 reads the source of every module that is imported after it, and keeps it, to see whether the module wants
# `from __feature__ import …`. Nothing here does. Taking Python's import function back saves a tenth of a second at each
# start (SQLModel alone has 600 modules) and 23 MB of memory.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
