import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from forecall.ui import theme as themes
from forecall.ui.theme import THEMES, TOKENS, Theme, ThemeError, apply, colour, load_theme, px, type_font
from tests.conftest import RESOURCES

FOLDER = RESOURCES / "themes"

READ_ON = {
    "text": ("background", "side", "surface", "accent_soft", "caution_soft", "hover"),
    "muted": ("background", "surface", "hover", "accent_soft"),
    "side_muted": ("side", "hover"),
    "accent": ("background", "side", "surface", "accent_soft", "hover", "caution_soft"),
    "on_accent": ("accent", "accent_strong"),
    "positive": ("background", "surface"),
    "caution": ("background", "surface", "caution_soft"),
    "on_selection": ("selection",),
    "on_tip": ("tip",),
}
SEEN_ON = {
    "strong_border": ("background", "surface", "accent_soft"),
    "focus": ("background", "surface", "side"),
    "accent": ("background", "surface", "side", "border"),
}


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 computes it."""

    def luminance(value: str) -> float:
        ink = QColor(value)
        parts = (ink.redF(), ink.greenF(), ink.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(theme: Theme, pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    found = []
    for ink, grounds in pairs.items():
        for ground in grounds:
            ratio = contrast(theme.colours[ink], theme.colours[ground])
            if ratio < least:
                found.append(f"{theme.name}: {ink} on {ground} {ratio:.2f}")
    return found


@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read(name: str) -> None:
    assert too_weak(load_theme(FOLDER, name), READ_ON, 7 if name == "contrast" else 4.5) == []


@pytest.mark.parametrize("name", THEMES)
def test_controls_and_focus_can_be_seen(name: str) -> None:
    assert too_weak(load_theme(FOLDER, name), SEEN_ON, 3) == []


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_is_as_readable_as_the_tokens(qapp: QApplication, name: str) -> None:
    palette = themes._palette(load_theme(FOLDER, name))
    role, least = QPalette.ColorRole, 7 if name == "contrast" else 4.5
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Window),
    )
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for ink, ground in pairs:
            ratio = contrast(palette.color(group, ink).name(), palette.color(group, ground).name())
            assert ratio >= least, f"{name}: {ink} on {ground} {ratio:.2f}"


def test_the_small_pictures_wear_the_tokens() -> None:
    for name in THEMES:
        colours = load_theme(FOLDER, name).colours
        for path in sorted((FOLDER / name).glob("*.svg")):
            ink = colours["accent" if path.stem == "check" else "muted"]
            assert f'stroke="{ink}"' in path.read_text(encoding="utf-8"), path


def test_apply_dresses_the_application(qapp: QApplication) -> None:
    try:
        apply(qapp, load_theme(FOLDER, "dark"), 2.0)
        label = QLabel("Words")
        assert label.palette().color(QPalette.ColorRole.Window) == QColor("#1A1C1F")
        assert colour("caution") == QColor("#F0B860")
        assert px(8) == 16
        assert qapp.font().pixelSize() == 30
        assert QFontInfo(type_font("title", semibold=True)).family() == "Inter"
        assert type_font("title").pixelSize() == 56
        assert "$" not in qapp.styleSheet()
    finally:
        apply(qapp, load_theme(FOLDER, "light"))
        qapp.setStyleSheet("")


def test_the_system_has_a_theme_we_have(qapp: QApplication) -> None:
    assert themes.system_theme_name() in THEMES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "themes")
    return tmp_path / "themes"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("light.toml", 'muted = "#', 'mutd = "#', "light.toml, [colours]: mutd is not known"),
        ("light.toml", "#F6F4EF", "blue-ish", "background must be a colour"),
        ("light.toml", "[colours]", "[colors]", "light.toml has no [colours]"),
        ("light.toml", "[colours]", "[colours", "light.toml is not a theme"),
        ("measures.toml", "step = 8", "step = 0", "measures.toml, [space]: step must be a size above 0"),
        ("measures.toml", "step = 8", "", "[space]: step is missing"),
    ],
)
def test_a_fault_in_a_theme_is_named_with_its_place(copy: Path, file: str, old: str, new: str, said: str) -> None:
    path = copy / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ThemeError) as fault:
        load_theme(copy, "light")
    assert said in str(fault.value)


def test_a_theme_that_is_not_there_is_said(copy: Path) -> None:
    with pytest.raises(ThemeError, match=r"sepia\.toml cannot be read"):
        load_theme(copy, "sepia")


def test_a_style_sheet_that_asks_for_too_much_is_said(copy: Path) -> None:
    with (copy / "style.qss").open("a", encoding="utf-8") as file:
        file.write("QLabel { color: $nothing; }")
    with pytest.raises(ThemeError, match="nothing"):
        themes._style_sheet(load_theme(copy, "light"), 1.0)


def test_each_token_is_used_somewhere(resources: Path) -> None:
    source = (FOLDER / "style.qss").read_text(encoding="utf-8")
    package = resources.parent / "desktop" / "forecall"
    source += "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert [token for token in TOKENS if f'"{token}"' not in source and f"${token}" not in source] == []


class _Asks(QLabel):
    """Asks for a font whenever it hears of a change, as the widgets of the window do."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        type_font("body")


def test_a_font_that_was_asked_for_while_another_is_put_on_does_not_stay(qapp: QApplication) -> None:
    light, dark = (load_theme(RESOURCES / "themes", name) for name in ("light", "dark"))
    asks = _Asks("words")
    apply(qapp, light)
    apply(qapp, dark, family="DejaVu Sans")
    assert type_font("body").family() == "DejaVu Sans"
    apply(qapp, light)
    assert type_font("body").family() == "Inter"
    assert asks.font().family() == "Inter"


def test_what_is_done_to_a_colour_or_a_font_stays_with_whoever_did_it(qapp: QApplication) -> None:
    apply(qapp, load_theme(RESOURCES / "themes", "light"))
    colour("text").setAlpha(3)
    type_font("body").setPixelSize(90)
    assert colour("text").alpha() == 255
    assert type_font("body").pixelSize() == px(15)
