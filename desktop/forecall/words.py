"""Every word the program says goes through here: gettext for sentences, Babel for dates and numbers."""

import gettext
from pathlib import Path

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(folder: Path, code: str) -> None:
    """Speak the language ``code`` from ``folder`` (``<code>/LC_MESSAGES/forecall.mo``); English where it is missing."""
    global _translations
    _translations = gettext.translation("forecall", folder, [code], fallback=True)


def _(text: str) -> str:
    """The text in the person's language."""
    return _translations.gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The text for ``count`` things, with ``{count}`` filled in."""
    return _translations.ngettext(one, many, count).format(count=count)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """The text as it is, marked for translators: for words that are written down before the language is known."""
    return text
