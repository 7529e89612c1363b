"""What is said of a journal that somebody else has, and what can be chosen."""

from pathlib import Path

from forecall.ui.first_window import FirstWindow
from forecall.ui.held import tell_held
from forecall.ui.page import Choice


class Window:
    """Takes what is shown."""

    def hinder(self, title: str, words: str, choices: tuple[Choice, ...]) -> None:
        self.title, self.words, self.choices = title, words, choices

    def choose_journal(self) -> None:
        self.title = "chosen"


def test_the_machine_is_named_and_each_choice_does_its_own(tmp_path: Path) -> None:
    (tmp_path / ".journal.db.lock").write_bytes(b"1\nforecall\nanother-machine\n\n\n")
    window, done = Window(), list[str]()
    tell_held(window, FirstWindow(tmp_path / "journal.db"), lambda: done.append("read"), lambda: done.append("take"))  # type: ignore[arg-type]
    assert "on another-machine" in window.words
    for choice in window.choices:
        choice.chosen()
    assert done == ["read", "take"]
    assert window.title == "chosen"


def test_a_window_that_does_not_answer_has_no_name(tmp_path: Path) -> None:
    window = Window()
    tell_held(window, FirstWindow(tmp_path / "journal.db"), lambda: None, lambda: None)  # type: ignore[arg-type]
    assert "does not answer" in window.words
