"""The voice of the system, where it has one: the optional Qt TextToSpeech, which is imported when it is first used."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QObject, Signal

_MODULE = "PySide6.QtTextToSpeech"
_SILENT = frozenset({"mock"})
"""Engines that say nothing."""


def engines() -> tuple[str, ...]:
    """The names of what can speak here; none without the optional package, or without a voice."""
    if find_spec(_MODULE) is None:
        return ()
    try:
        found = import_module(_MODULE).QTextToSpeech.availableEngines()
    except (ImportError, RuntimeError, OSError):  # a package that does not fit the system speaks as little as none
        return ()
    return tuple(name for name in found if name not in _SILENT)


class Voice(QObject):
    """Says words aloud. ``ended`` when it is through, was stopped, or could not speak; then ``failed`` comes before."""

    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing of the system is touched before the first word."""
        super().__init__(parent)
        self._engine: Any = None
        self._speaking = False

    @property
    def speaking(self) -> bool:
        """Whether words are being said."""
        return self._speaking

    def say(self, text: str) -> None:
        """Say a text from its beginning."""
        self.stop()
        self._speaking = True
        if self._engine is None and not self._made():
            self._fail()
            return
        self._engine.say(text)
        self._on_state_changed(self._engine.state(), told=False)

    def stop(self) -> None:
        """Be quiet."""
        if self._speaking:
            self._speaking = False
            self._engine.stop()
            self.ended.emit()

    def _made(self) -> bool:
        names = engines()
        if names:
            self._engine = import_module(_MODULE).QTextToSpeech(names[0], self)
            self._engine.stateChanged.connect(self._on_state_changed)
        return self._engine is not None

    def _on_state_changed(self, state: Any, told: bool = True) -> None:
        """Follow the engine; one that was broken from the beginning does not tell of it."""
        name = getattr(state, "name", "")
        if self._speaking and name == "Error":
            self._fail()
        elif self._speaking and name == "Ready" and told:
            self._speaking = False
            self.ended.emit()

    def _fail(self) -> None:
        self._speaking = False
        self.failed.emit()
        self.ended.emit()
