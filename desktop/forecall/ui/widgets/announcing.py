"""Saying something to who listens: what changed on the screen without the keyboard going there."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(of: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say ``words`` when it is through with its sentence, or ``at_once``."""
    if not words:
        return
    news = QAccessibleAnnouncementEvent(of, words)
    waits = QAccessible.AnnouncementPoliteness
    news.setPoliteness(waits.Assertive if at_once else waits.Polite)
    QAccessible.updateAccessibility(news)
