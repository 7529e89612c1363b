"""Two made-up languages: one of longer, accented words in brackets, and one that is written from right to left."""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.helpers.checkout import CHECKOUT

LONG, RIGHT_TO_LEFT = "eo", "he"
"""Codes of real languages that Forecall does not speak, so that dates and directions follow."""

OPENS, CLOSES = "⟦", "⟧"
_ACCENTS = str.maketrans("aeiounycszAEIOUNYCSZ", "áéíóúñýçšžÁÉÍÓÚÑÝÇŠŽ")
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתםןףץ")


def resources_with_pseudo(folder: Path) -> Path:
    """A resources folder like the program's own, with the two languages in it."""
    made = folder / "resources"
    made.mkdir()
    for part in (CHECKOUT / "resources").iterdir():
        if part.name != "languages":
            (made / part.name).symlink_to(part)
    with (CHECKOUT / "resources" / "languages" / "de" / "LC_MESSAGES" / "forecall.po").open("rb") as file:
        template = read_po(file, locale="de")
    for code in (LONG, RIGHT_TO_LEFT):
        catalog = Catalog(locale=code)
        for message in template:
            if message.id:
                texts: Any = message.id if isinstance(message.id, tuple) else (message.id,)
                said = tuple(_said(text, code) for text in texts)
                catalog.add(message.id, said if len(said) > 1 else said[0], context=message.context)
        place = made / "languages" / code / "LC_MESSAGES"
        place.mkdir(parents=True)
        with (place / "forecall.mo").open("wb") as file:
            write_mo(file, catalog)
    return made


def _said(text: str, code: str) -> str:
    if text == "en":
        return code  # the locale that dates are written in
    if text == "small":
        return text
    pieces = _split(text)
    letters = _ACCENTS if code == LONG else _LETTERS
    changed = "".join(piece if place else piece.translate(letters) for piece, place in pieces)
    longer = " ".join(["longer"] * (len(text) // 20 + (1 if len(text) > 6 else 0)))
    return f"{OPENS}{changed}{' ' + longer.translate(letters) if longer and code == LONG else ''}{CLOSES}"


def _split(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a place to be filled in."""
    found: list[tuple[str, bool]] = []
    rest = text
    while "{" in rest:
        before, _brace, after = rest.partition("{")
        name, _brace, rest = after.partition("}")
        found += [(before, False), ("{" + name + "}", True)]
    return [*found, (rest, False)]
