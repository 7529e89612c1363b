"""The look: colours and measures from ``resources/themes``, applied as palette, style sheet and font."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

THEMES = ("light", "dark", "contrast")
FAMILY = "Inter"

TOKENS = (
    "background", "side", "surface", "text", "muted", "side_muted", "accent", "accent_strong", "accent_soft",
    "on_accent", "positive", "caution", "caution_soft", "border", "strong_border", "hover", "focus",
    "selection", "on_selection", "tip", "on_tip",
)  # fmt: skip

MEASURES: Mapping[str, tuple[str, ...]] = {
    "type": ("label", "body", "said", "question", "title"),
    "line": ("label", "body", "said", "question", "title"),
    "space": (
        "step", "hair", "tight", "line", "small", "row", "close", "part", "after", "section", "topic",
        "side", "above", "head", "below", "dialog", "list", "long_list",
    ),
    "width": ("form", "today", "bring_in", "foot", "summary"),
    "radius": ("small", "button", "field", "card"),
    "dialog": (
        "width", "pick_width", "pick_height", "versions_width", "versions_height", "form_width", "form_height",
        "keys_width", "keys_height",
    ),
    "live": ("width", "height", "margin"),
}  # fmt: skip

_PLAIN_MEASURES: Mapping[str, float] = {
    "type:label": 13, "type:body": 15, "type:said": 17, "type:question": 20, "type:title": 28,
    "line:label": 1.4, "line:body": 1.45, "line:said": 1.35, "line:question": 1.3, "line:title": 1.2,
    "space:step": 8, "space:hair": 0.25, "space:tight": 0.5, "space:line": 0.75, "space:small": 1, "space:row": 1.25,
    "space:close": 1.5, "space:part": 2, "space:after": 2.5,
    "space:section": 3, "space:topic": 4, "space:side": 5, "space:above": 4, "space:head": 3.5, "space:below": 3,
    "space:dialog": 3, "space:list": 20, "space:long_list": 26,
    "dialog:width": 56, "dialog:pick_width": 56, "dialog:pick_height": 60, "dialog:versions_width": 70,
    "dialog:versions_height": 64, "dialog:form_width": 72, "dialog:form_height": 88, "dialog:keys_width": 65,
    "dialog:keys_height": 78,
    "width:form": 640, "width:today": 760, "width:bring_in": 860, "width:foot": 290, "width:summary": 720,
    "radius:small": 6, "radius:button": 8, "radius:field": 10, "radius:card": 14,
    "live:width": 360, "live:height": 640, "live:margin": 18,
}  # fmt: skip

_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "side",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "on_tip",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "strong_border",
    QPalette.ColorRole.Shadow: "border",
}


class ThemeError(ValueError):
    """A theme file that cannot be used; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme as its files give it. ``measures`` holds sizes at 100 % by ``"type:body"``."""

    name: str
    colours: Mapping[str, str]
    measures: Mapping[str, float]
    folder: Path


@dataclass(slots=True)
class _Worn:
    """What ``apply`` put on. Each row that is drawn asks for it fifty times: the application's properties are slow."""

    colours: dict[str, QColor]
    measures: Mapping[str, float]
    scale: float
    fonts: dict[tuple[str, bool, bool], QFont]


_WORN = _Worn({}, _PLAIN_MEASURES, 1.0, {})


def load_theme(folder: Path, name: str) -> Theme:
    """Read the theme ``name`` from ``folder``; raises ThemeError with the place of the fault."""
    return Theme(name, _colours(folder / f"{name}.toml"), _measures(folder / "measures.toml"), folder)


def system_theme_name() -> str:
    """The theme that the desktop asks for: ``contrast``, ``dark`` or ``light``."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def system_changes() -> tuple[SignalInstance, ...]:
    """What tells that the desktop may ask for another theme."""
    hints = QGuiApplication.styleHints()
    return hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged


def apply(app: QApplication, theme: Theme, scale: float = 1.0, family: str = FAMILY) -> None:
    """Dress the whole application; ``scale`` 2.0 is text of 200 %, an empty ``family`` the system's font."""
    if family == FAMILY:
        _load_fonts(theme.folder.parent / "fonts", ("Inter-Regular.otf", "Inter-SemiBold.otf"))
    _WORN.colours = {token: QColor(value) for token, value in theme.colours.items()}
    _WORN.measures = {**_PLAIN_MEASURES, **theme.measures}
    _WORN.scale = float(scale)
    _WORN.fonts = {}
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    _WORN.fonts.clear()  # widgets that have just heard of the palette asked for the font of before
    app.setFont(_font(app, theme, scale, family))
    app.setStyleSheet(_style_sheet(theme, scale))


def load_more_fonts(theme: Theme) -> None:
    """Load the italic and bold faces, which the first frame does not need."""
    _load_fonts(theme.folder.parent / "fonts", ("Inter-Italic.otf", "Inter-Bold.otf"))
    _WORN.fonts.clear()


def colour(token: str) -> QColor:
    """The colour of a token in the theme that is on."""
    value = _WORN.colours.get(token)
    if value is not None:
        return QColor(value)
    role = next((role for role, name in _ROLES.items() if name == token), QPalette.ColorRole.WindowText)
    return QGuiApplication.palette().color(role)


def measure(key: str) -> float:
    """A size of ``measures.toml`` at 100 %, by ``"type:title"``."""
    return _WORN.measures[key]


def px(size: float) -> int:
    """A length in pixels that grows with the size of the text."""
    return round(size * _WORN.scale)


def type_font(size: str = "body", semibold: bool = False, italic: bool = False) -> QFont:
    """The application's font at a size of the scale: label, body, said, question or title."""
    kept = _WORN.fonts.get((size, semibold, italic))
    if kept is not None:
        return QFont(kept)
    font = QFont(QApplication.font())
    font.setPixelSize(max(1, px(measure(f"type:{size}"))))
    # Said even when it is normal: a painter fills in what a font does not say from the widget's own.
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    if size == "title":
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    font.setItalic(italic)
    if _WORN.colours:  # before a theme is put on, the application's font may still become another
        _WORN.fonts[size, semibold, italic] = QFont(font)
    return font


def _colours(path: Path) -> dict[str, str]:
    table = _table(_read(path), "colours", path)
    _same_keys(table, TOKENS, f"{path.name}, [colours]")
    for token, value in table.items():
        if not isinstance(value, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
            raise ThemeError(f"{path.name}, [colours]: {token} must be a colour such as #1E6B66, not {value!r}.")
    return {token: str(value) for token, value in table.items()}


def _measures(path: Path) -> dict[str, float]:
    content = _read(path)
    sizes: dict[str, float] = {}
    for section, keys in MEASURES.items():
        table = _table(content, section, path)
        _same_keys(table, keys, f"{path.name}, [{section}]")
        for key, value in table.items():
            if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
                raise ThemeError(f"{path.name}, [{section}]: {key} must be a size above 0, not {value!r}.")
            sizes[f"{section}:{key}"] = float(value)
    return sizes


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ThemeError(f"The theme file {path.name} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path.name} is not a theme: {error}.") from error


def _table(content: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    table = content.get(name)
    if not isinstance(table, dict):
        raise ThemeError(f"{path.name} has no [{name}].")
    return table


def _same_keys(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in keys:
            raise ThemeError(f"{where}: {key} is not known here.")
    for key in keys:
        if key not in table:
            raise ThemeError(f"{where}: {key} is missing.")


def _load_fonts(folder: Path, names: tuple[str, ...]) -> None:
    loaded = set(QFontDatabase.styles(FAMILY))
    for name in names:
        style = {"Inter-SemiBold.otf": "SemiBold"}.get(name, name[6:-4])
        if not loaded & {style, style.replace("SemiBold", "Semi Bold")}:
            QFontDatabase.addApplicationFont(str(folder / name))


def _font(app: QApplication, theme: Theme, scale: float, family: str) -> QFont:
    if not family:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        family = QFontInfo(font).family()
    font = QFont(family)
    font.setPixelSize(max(1, round(theme.measures["type:body"] * scale)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(theme.colours[token]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colours["muted"]))
    return palette


def _style_sheet(theme: Theme, scale: float) -> str:
    """The style sheet with ``$token`` and ``$px_12`` (a length that grows with the text) filled in."""
    template = (theme.folder / "style.qss").read_text(encoding="utf-8")
    lengths = {name: f"{round(int(name[3:]) * scale)}px" for name in set(re.findall(r"px_\d+", template))}
    pictures = {"pictures": f"{theme.folder.as_posix()}/{theme.name}"}
    try:
        return Template(template).substitute({**theme.colours, **lengths, **pictures})
    except (KeyError, ValueError) as error:
        raise ThemeError(f"style.qss asks for {error}, which no theme has.") from error
