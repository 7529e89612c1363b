"""The language of the window: our own words, Qt's words for its dialogs and keys, and how dates are written."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from forecall.words import languages_in, use_language

_NAME = "language"


def speak(app: QApplication, folder: Path, chosen: str) -> str:
    """Speak the language ``chosen`` (or the system's) from ``folder``; gives the code of what is spoken."""
    wanted = QLocale.system() if chosen == "system" else QLocale(chosen)
    code = wanted.name().partition("_")[0]
    spoken = code if code in languages_in(folder) else "en"
    use_language(folder, spoken)
    QLocale.setDefault(wanted if code == spoken else QLocale("en"))
    _have_qt_speak(app, spoken)
    app.setLayoutDirection(QLocale().textDirection())
    return spoken


def _have_qt_speak(app: QApplication, code: str) -> None:
    """Qt's own catalogue, for its dialogs and the names of keys; English is what it speaks without one."""
    for old in app.findChildren(QTranslator, _NAME, Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(old)
        old.deleteLater()
    if code != "en":
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
