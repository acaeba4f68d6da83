"""The language of the windows: translations of their texts that lie in folders, with Qt's own words beside them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SYSTEM, ENGLISH = "system", "en"
_PREFIX = "calmline_"


def languages(folders: Iterable[Path]) -> dict[str, str]:
    """Codes of the languages there are, each with its name in itself; English needs no file."""
    found = {ENGLISH: "English"}
    for code in sorted(_files(folders)):
        found.setdefault(code, QLocale(code).nativeLanguageName() or code)
    return found


def install_language(application: QCoreApplication, chosen: str, folders: Sequence[Path]) -> None:
    """Have windows that are made from now on in a language, and dates and figures too; English where it is not there.

    `chosen` is a code or SYSTEM. Of two files of a language the one in the first folder counts.
    """
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    files = _files(folders)
    code = _of_system(files) if chosen == SYSTEM else chosen
    ours = QTranslator(application)
    if code not in files or not ours.load(str(files[code])):
        QLocale.setDefault(_english())
        return
    QLocale.setDefault(QLocale(code))
    for translator in (_of_qt(application, code), ours):
        application.installTranslator(translator)


def _files(folders: Iterable[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.glob(f"{_PREFIX}*.qm")):
            found.setdefault(file.stem.removeprefix(_PREFIX), file)
    return found


def _of_system(files: Iterable[str]) -> str:
    """The first language of the computer that is there; who reads English before another gets English."""
    for name in QLocale.system().uiLanguages():
        language, _, _ = (code := name.replace("-", "_")).partition("_")
        for known in (code, language):
            if known == ENGLISH or known in files:
                return known
    return ENGLISH


def _english() -> QLocale:
    """The computer's own English, else that of Britain."""
    own = QLocale.system()
    is_english = own.language() is QLocale.Language.English
    return own if is_english else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def _of_qt(application: QCoreApplication, code: str) -> QTranslator:
    """Qt's own words, such as those on the buttons of dialogs; empty where Qt lacks the language."""
    words = QTranslator(application)
    words.load(QLocale(code), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return words
