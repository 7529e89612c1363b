"""Every word the program says goes through here: gettext for sentences, Babel for dates and numbers."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from gettext import NullTranslations

_translations: "NullTranslations | None" = None

_FILE = Path("LC_MESSAGES", "forecall.mo")


def use_language(folder: Path, code: str) -> None:
    """Speak the language ``code`` from ``folder`` (``<code>/LC_MESSAGES/forecall.mo``); English where it is missing."""
    global _translations
    _translations = None
    if (folder / code / _FILE).is_file():
        import gettext  # only who speaks another language waits for it

        _translations = gettext.translation("forecall", folder, [code], fallback=True)


def languages_in(folder: Path) -> tuple[str, ...]:
    """The codes of all languages that can be spoken, English first."""
    return ("en", *sorted(file.parents[1].name for file in folder.glob(f"*/{_FILE}")))


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The code of the language that the system asks for, as gettext finds it; English where it asks for none."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = environment.get(name, "").partition(":")[0].partition(".")[0].partition("_")[0]
        if asked:
            return "en" if asked in ("C", "POSIX") else asked
    return "en"


def _(text: str) -> str:
    """The text in the person's language."""
    if _translations is None or not text:
        return text
    return _translations.gettext(text)


def pgettext(context: str, text: str) -> str:
    """The text as it is said in a context, where another language has several words for one of ours."""
    if _translations is None:
        return text
    return _translations.pgettext(context, text)


def in_a_sentence(label: str) -> str:
    """A label as it stands inside a sentence: begun small, but for languages whose nouns are always begun large."""
    # Translators: "large" in a language that begins its nouns with a capital, as German does; else "small".
    return label if pgettext("nouns begin", "small") == "large" else label[:1].lower() + label[1:]


def ngettext(one: str, many: str, count: int) -> str:
    """The text for ``count`` things, with ``{count}`` filled in."""
    if _translations is None:
        return (one if count == 1 else many).format(count=number_text(count))
    return _translations.ngettext(one, many, count).format(count=number_text(count))


def number_text(count: int) -> str:
    """A whole number as the language writes it: "12,345", "12.345"."""
    if abs(count) < 1000:
        return str(count)
    code = language_code()
    if code == "en":
        return f"{count:,}"
    from babel.numbers import format_decimal

    return format_decimal(count, locale=code)


def size_text(size: int) -> str:
    """A number of bytes as a person reads it: "340 KB", "1.5 MB", "1,5 MB"."""
    if size < 1_000_000:
        return _("{size} KB").format(size=max(1, round(size / 1000)))
    if size >= 10_000_000:
        return _("{size} MB").format(size=number_text(round(size / 1_000_000)))
    code, megabytes = language_code(), round(size / 1_000_000, 1)
    if code == "en":
        return _("{size} MB").format(size=f"{megabytes:.1f}")
    from babel.numbers import format_decimal

    return _("{size} MB").format(size=format_decimal(megabytes, format="0.0", locale=code))


def sorted_as(name: str) -> str:
    """What a name is sorted and found by: Ä stands beside A, whatever is large or small; English and German do so."""
    folded = name.casefold()
    if folded.isascii():
        return folded
    return "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))


def language_code() -> str:
    """The code of the language that is spoken, as "en"."""
    # Translators: the code of your language, as "de"; dates, numbers and the order of names follow it.
    return _("en")


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """The text as it is, marked for translators: for words that are written down before the language is known."""
    return text
