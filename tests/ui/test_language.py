"""A language that translators made is found, installed and shown, down to Qt's own buttons."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.call_words import times
from app.core.message import Message
from app.ui.language import ENGLISH, SYSTEM, install_language, languages
from app.ui.tr import tr
from app.ui.words import moment
from tests.ui.windows import WINDOWS

DUTCH = {
    "Start": "Begin",
    "Listening": "Luistert",
    "Hot": "Boos",
    "d MMM yyyy, HH:mm": "d MMMM yyyy 'om' HH.mm",
    "{key} cannot be used: {why}.": "{why}: kies een andere toets dan {key}.",
    "the system takes it": "het systeem gebruikt die",
    "No": "Nee",
    "Wrong {name}": "Fout {naam}",
}
COUNTED = """<message numerus="yes"><source>{count} times</source><translation>
<numerusform>{count} keer</numerusform><numerusform>{count} keren</numerusform></translation></message>"""


def catalogue() -> str:
    pairs = [
        f"<message><source>{source}</source><translation>{said}</translation></message>"
        for source, said in DUTCH.items()
    ]
    head = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="nl" sourcelanguage="en">'
    return f"{head}<context><name>Calmline</name>{''.join(pairs)}{COUNTED}</context></TS>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a translation lies that Qt's own tool made from a catalogue."""
    folder = tmp_path_factory.mktemp("translations")
    source = folder / "calmline_nl.ts"
    source.write_text(catalogue(), encoding="utf-8")
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert tool is not None
    subprocess.run([tool, source, "-qm", folder / "calmline_nl.qm"], check=True, capture_output=True)
    return folder


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    """Leave the application as it was."""
    before = QLocale()
    yield
    install_language(qapp, ENGLISH, [])
    QLocale.setDefault(before)


def test_the_windows_speak_the_language_that_was_chosen(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    install_language(qapp, "nl", [folder])
    ready, hot = WINDOWS["ready"](1.0).window, WINDOWS["hot"](1.0).window
    for window in (ready, hot):
        qtbot.addWidget(window)
    assert "Begin" in {button.text() for button in ready.findChildren(QPushButton)}
    assert any("Luistert" in label.text() for label in hot.health.findChildren(type(hot.health.facts)))  # type: ignore[attr-defined]


def test_values_take_the_place_that_the_language_gives_them(qapp: QApplication, folder: Path) -> None:
    install_language(qapp, "nl", [folder])
    trouble = Message("{key} cannot be used: {why}.", key="Alt+F4", why=Message("the system takes it"))
    assert tr(trouble) == "het systeem gebruikt die: kies een andere toets dan Alt+F4."
    assert trouble == "Alt+F4 cannot be used: the system takes it."


def test_dates_and_plurals_follow_the_language(qapp: QApplication, folder: Path) -> None:
    install_language(qapp, "nl", [folder])
    assert moment("2025-05-05T09:05:00") == "5 mei 2025 om 09.05"
    assert tr(times(3)) == "3 keren"


def test_a_translation_that_names_what_is_not_there_gives_the_english(qapp: QApplication, folder: Path) -> None:
    install_language(qapp, "nl", [folder])
    assert tr("Wrong {name}", name="Ann") == "Wrong Ann"


def test_qt_says_its_own_words_in_the_language_too(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    install_language(qapp, "nl", [folder])
    shown = WINDOWS["judged wrongly"](1.0)
    qtbot.addWidget(shown.window)
    texts = {button.text().replace("&", "") for button in shown.window.findChildren(QPushButton)}
    assert "Annuleren" in texts


@pytest.mark.parametrize("chosen", [ENGLISH, "de", SYSTEM])
def test_what_is_not_there_is_said_in_english(qapp: QApplication, folder: Path, chosen: str) -> None:
    install_language(qapp, "nl", [folder])
    install_language(qapp, chosen, [folder])
    assert tr("Start") == "Start"
    assert moment("2025-05-05T09:05:00") == "5 May 2025, 09:05"


def test_a_damaged_file_is_english(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "calmline_nl.qm").write_bytes(b"nothing")
    install_language(qapp, "nl", [tmp_path])
    assert tr("Start") == "Start"


def test_the_first_folder_counts(qapp: QApplication, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "calmline_nl.qm").write_bytes(b"nothing")
    install_language(qapp, "nl", [folder, tmp_path])
    assert tr("Start") == "Begin"


def test_languages_are_offered_by_their_own_names(folder: Path, tmp_path: Path) -> None:
    assert languages([folder, tmp_path / "none"]) == {"en": "English", "nl": "Nederlands"}
