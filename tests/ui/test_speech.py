"""The voice of the system: there, silent, or not there at all."""

import sys
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from forecall.ui import speech
from forecall.ui.speech import Voice, engines


class _State:
    def __init__(self, name: str) -> None:
        self.name = name


class Engine(QObject):
    """Stands for Qt's, which is not installed here."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's own name
    names: tuple[str, ...] = ("flite",)
    is_in = "Ready"  # a real one says "Speaking" a moment later
    made: list["Engine"] = []  # noqa: RUF012

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.heard: list[str] = []
        Engine.made.append(self)

    @staticmethod
    def availableEngines() -> list[str]:  # noqa: N802
        return list(Engine.names)

    def say(self, text: str) -> None:
        self.heard.append(text)

    def state(self) -> _State:
        return _State(Engine.is_in)

    def stop(self) -> None:
        self.heard.append("")


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> type[Engine]:
    module: Any = ModuleType("PySide6.QtTextToSpeech")
    module.QTextToSpeech = Engine
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
    monkeypatch.setattr(speech, "find_spec", lambda name: object())
    monkeypatch.setattr(Engine, "names", ("mock", "flite"))
    monkeypatch.setattr(Engine, "made", [])
    return Engine


def test_a_system_without_the_package_has_no_voice(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(speech, "find_spec", lambda name: None)
    assert engines() == ()
    voice = Voice()
    with qtbot.waitSignals([voice.failed, voice.ended]):
        voice.say("Good morning")
    assert not voice.speaking


def test_a_package_that_does_not_fit_is_none(system: type[Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[str]:
        raise RuntimeError("no plugin")

    monkeypatch.setattr(system, "availableEngines", staticmethod(broken))
    assert engines() == ()


def test_an_engine_that_says_nothing_is_no_voice(system: type[Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    assert engines() == ("flite",)
    monkeypatch.setattr(Engine, "names", ("mock",))
    assert engines() == ()


def test_it_is_made_with_the_first_word_and_speaks_until_it_is_through(system: type[Engine], qtbot: QtBot) -> None:
    voice = Voice()
    assert system.made == []
    voice.say("Good morning")
    (engine,) = system.made
    assert (engine.name, engine.heard, voice.speaking) == ("flite", ["Good morning"], True)
    engine.stateChanged.emit(_State("Speaking"))
    assert voice.speaking
    with qtbot.waitSignal(voice.ended):
        engine.stateChanged.emit(_State("Ready"))
    assert not voice.speaking


def test_it_can_be_told_to_be_quiet(system: type[Engine], qtbot: QtBot) -> None:
    voice = Voice()
    voice.stop()
    voice.say("one")
    with qtbot.waitSignal(voice.ended):
        voice.stop()
    voice.say("two")
    assert system.made[0].heard == ["one", "", "two"]
    assert len(system.made) == 1


def test_an_engine_that_is_broken_from_the_beginning_says_so(
    system: type[Engine], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """As where the package is there and no speech service runs: it never tells of another state."""
    monkeypatch.setattr(Engine, "is_in", "Error")
    voice = Voice()
    with qtbot.waitSignals([voice.failed, voice.ended]):
        voice.say("Good morning")
    assert not voice.speaking
