"""The line icons of ``resources/icons``, in the colours of the theme."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from forecall.ui.theme import Theme

SIDE = 20  # pixels at 100 %


class Icons:
    """Draws icons by name, each size and colour once."""

    def __init__(self, folder: Path, theme: Theme, scale: float = 1.0) -> None:
        """``folder`` holds ``<name>.svg`` drawn in ``currentColor``; ``scale`` is the size of the text."""
        self._folder = folder
        self._theme = theme
        self._scale = scale
        self._sources: dict[str, str] = {}
        self._icons: dict[tuple[str, str, str], QIcon] = {}

    def wear(self, theme: Theme, scale: float = 1.0) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._scale = scale
        self._icons.clear()

    def names(self) -> list[str]:
        """Every icon there is."""
        return sorted(path.stem for path in self._folder.glob("*.svg"))

    def icon(self, name: str, token: str = "side_muted", on: str = "accent") -> QIcon:
        """The icon in the colour of ``token``, of ``on`` where it is chosen; KeyError if there is none."""
        key = (name, token, on)
        if key not in self._icons:
            icon = QIcon()
            side = round(SIDE * self._scale)
            icon.addPixmap(self.pixmap(name, token, side), QIcon.Mode.Normal, QIcon.State.Off)
            icon.addPixmap(self.pixmap(name, on, side), QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, token: str, side: int) -> QPixmap:
        """The icon ``side`` pixels wide and high, sharp on the sharpest screen there is."""
        renderer = self._renderer(name, QColor(self._theme.colours[token]))
        ratio = max(1.0, QGuiApplication.devicePixelRatio(self._app()))
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap

    def _app(self) -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app

    def _renderer(self, name: str, ink: QColor) -> QSvgRenderer:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            if not path.is_file():
                raise KeyError(name)
            self._sources[name] = path.read_text(encoding="utf-8")
        return QSvgRenderer(QByteArray(self._sources[name].replace("currentColor", ink.name()).encode()))
