"""The window's own command, without opening one."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from forecall.commands import window
from tests.commands.conftest import Command


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the window and the tour were started with."""
    started: list[Any] = []

    def put(name: str, code: int) -> None:
        def run(*given: object) -> int:
            started.append(given)
            return code

        module = ModuleType(name)
        module.run = run  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(sys.modules["forecall"], name.rpartition(".")[2], module, raising=False)

    put("forecall.app", 7)
    put("forecall.tour", 8)
    return started


def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_command_the_window_opens(forecall: Command, opened: list[Any], tmp_path: Path) -> None:
    assert forecall("--journal", tmp_path / "j.db").code == 7
    assert opened == [(["forecall"], tmp_path / "j.db")]


def test_without_a_display_it_is_said_and_nothing_starts(
    forecall: Command, opened: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    no_display(monkeypatch)
    said = forecall()
    assert (said.code, opened) == (1, [])
    assert said.err.startswith("forecall: There is no display here")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_way_to_show_a_window_will_do(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    no_display(monkeypatch)
    assert not window.has_display()
    monkeypatch.setenv(name, "x")
    assert window.has_display()


def test_other_systems_always_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    no_display(monkeypatch)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert window.has_display()


def test_the_tour_needs_no_display(
    forecall: Command, opened: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    no_display(monkeypatch)
    assert forecall("tour", "--to", tmp_path / "tour").code == 8
    assert opened == [(tmp_path / "tour",)]


def test_the_version_is_said(forecall: Command, opened: list[Any]) -> None:
    said = forecall("--version")
    assert said.code == 0
    assert said.out.startswith("forecall 0.")
    assert opened == []
