"""Words of a button or a chip on several lines, where a narrow window has no room for one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
"""How they are drawn in a box."""

BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
"""How they are drawn without one."""


def longest_word(text: str, font: QFont) -> int:
    """The width of the longest word, in pixels."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """The height of all lines in this width, in pixels."""
    room = QRect(0, 0, max(1, width), 1 << 15)
    return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


def wrapped_width(text: str, font: QFont, width: int) -> float:
    """The width of the longest line in this width, in pixels."""
    room = QRect(0, 0, max(1, width), 1 << 15)
    return min(width, QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).width() + 2)


def narrowest(text: str, font: QFont, padding: QSize) -> QSize:
    """Room for the longest word with ``padding`` around it."""
    return QSize(longest_word(text, font), QFontMetrics(font).height()) + padding
