"""Colours as they were really painted."""

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_FEW = 3
"""Pixels that a colour must have to count: edges of letters have one of each."""


def picture(window: QWidget) -> QImage:
    """The window as it is painted now."""
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage, area: QRect) -> Counter[int]:
    """How many pixels of each colour there are in a part of a picture."""
    area = area.intersected(image.rect())
    pixels = memoryview(image.constBits()).cast("I")
    each_line = image.bytesPerLine() // 4
    found: Counter[int] = Counter()
    for y in range(area.top(), area.bottom() + 1):
        start = y * each_line + area.left()
        found.update(pixels[start : start + area.width()].tolist())
    return found


def place_of(widget: QWidget) -> QRect:
    """Where what can be seen of a widget stands in its window."""
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()  # it covers the rest
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)) + seen.topLeft(), seen.size())


def luminance(colour: int) -> float:
    """As WCAG 2.2 computes it."""
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: int, other: int) -> float:
    """Of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def strongest_ink(image: QImage, area: QRect) -> float:
    """The contrast of words to their ground: the commonest colour, and the one that differs most from it.

    The middle of a stroke has the colour of the words; its edges lie between the two.
    """
    found = colours(image, area)
    if len(found) < 2:
        return 0.0
    ((ground, _count),) = found.most_common(1)
    return max((contrast(each, ground) for each, count in found.items() if count >= _FEW), default=0.0)


def strongest_change(before: QImage, after: QImage, area: QRect) -> tuple[float, int]:
    """Of the pixels that differ: the contrast that enough of them have to what was there, and how many there are."""
    area = area.intersected(before.rect())
    one, other = memoryview(before.constBits()).cast("I"), memoryview(after.constBits()).cast("I")
    each_line = before.bytesPerLine() // 4
    pairs: Counter[tuple[int, int]] = Counter()
    for y in range(area.top(), area.bottom() + 1):
        start = y * each_line + area.left()
        here, there = one[start : start + area.width()], other[start : start + area.width()]
        if here != there:
            pairs.update(pair for pair in zip(here.tolist(), there.tolist(), strict=True) if pair[0] != pair[1])
    changed = Counter({pair: count for pair, count in pairs.items() if contrast(*pair) >= 3})
    return max((contrast(*pair) for pair in changed), default=0.0), sum(changed.values())
