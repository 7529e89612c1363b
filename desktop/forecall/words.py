"""Every word the program says goes through here: gettext for sentences, Babel for dates and numbers."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

_translations: "NullTranslations | None" = None


def use_language(folder: Path, code: str) -> None:
    """Speak the language ``code`` from ``folder`` (``<code>/LC_MESSAGES/forecall.mo``); English where it is missing."""
    global _translations
    _translations = None
    if (folder / code / "LC_MESSAGES" / "forecall.mo").is_file():
        import gettext  # only who speaks another language waits for it

        _translations = gettext.translation("forecall", folder, [code], fallback=True)


def _(text: str) -> str:
    """The text in the person's language."""
    if _translations is None or not text:
        return text
    return _translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for ``count`` things, with ``{count}`` filled in."""
    if _translations is None:
        return (one if count == 1 else many).format(count=count)
    return _translations.ngettext(one, many, count).format(count=count)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """The text as it is, marked for translators: for words that are written down before the language is known."""
    return text
