"""Half of ``make pictures``: a contact sheet a page, every look beside the others, and the single pictures."""

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "desktop"))
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TZ", "Europe/London")

from PySide6.QtCore import QPoint, QRect, Qt  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.gallery.showing import STATES, Journals, Look, Showing  # noqa: E402

THEMES, SCALES, LANGUAGES = ("light", "dark", "contrast"), (1.0, 2.0), ("en", "de")
_CELL, _GAP, _HEAD = (550, 380), 16, 24


def main(arguments: list[str]) -> int:
    """Draw all of it into the folder named first; further words are states to draw, else all of them."""
    folder, states = Path(arguments[0]), arguments[1:] or list(STATES)
    (folder / "single").mkdir(parents=True, exist_ok=True)
    looks = [Look(*each) for each in product(THEMES, states, SCALES, LANGUAGES)]
    app = QApplication(["forecall"])
    drawn: dict[str, dict[Look, Path]] = {}
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = place
        journals = Journals(Path(place))
        for look in looks:
            with tempfile.TemporaryDirectory() as own:
                showing = Showing(app, Path(own), look, journals)
                for name in showing.pages():
                    path = folder / "single" / f"{name} {look}.png".replace(" ", "_")
                    showing.window.grab().save(str(path))
                    drawn.setdefault(name, {})[look] = path
                showing.close()
            print(look, flush=True)
    for name, pictures in drawn.items():
        _sheet(pictures).save(str(folder / f"{name.replace(' ', '_')}.png"))
    print(f"{len(drawn)} sheets in {folder}")
    return 0


def _sheet(pictures: dict[Look, Path]) -> QImage:
    """All looks of one page, four beside each other, each with its name above it."""
    width, height = _CELL[0] + _GAP, _CELL[1] + _GAP + _HEAD
    rows = -(-len(pictures) // 4)
    sheet = QImage(4 * width + _GAP, rows * height + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    font = painter.font()
    font.setPixelSize(15)
    painter.setFont(font)
    for number, (look, path) in enumerate(pictures.items()):
        at = QPoint(_GAP + number % 4 * width, _GAP + number // 4 * height)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(QRect(at.x(), at.y(), _CELL[0], _HEAD), str(look))
        small = QPixmap(str(path)).scaled(
            *_CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(at + QPoint(0, _HEAD), small)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
