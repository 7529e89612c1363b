"""What is said to who listens, as it is said."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

Said = list[tuple[str, QAccessible.AnnouncementPoliteness]]
"""Words, and whether they wait."""

POLITE = QAccessible.AnnouncementPoliteness.Polite
AT_ONCE = QAccessible.AnnouncementPoliteness.Assertive


def listen(monkeypatch: pytest.MonkeyPatch) -> Said:
    """From now on, every announcement is in the list."""
    said: Said = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said
