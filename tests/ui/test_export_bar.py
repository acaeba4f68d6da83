"""Exports of calls from the supervisor's window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.call_search import CallFilter, Listed
from app.core.export import ExportState, ExportWish, Format
from app.core.message import Message
from app.ui.export_bar import ExportBar
from app.ui.theme import LIGHT
from tests.ui.windows import Exports

CALL = ("call-1", "2025-11-21T14:05:00+00:00")
LISTED = Listed(wanted=CallFilter(is_flagged=True))


@pytest.fixture
def bench() -> Exports:
    return Exports(ExportState())


@pytest.fixture
def bar(qtbot: QtBot, bench: Exports) -> ExportBar:
    made = ExportBar(bench, LIGHT, lambda: CALL, lambda: LISTED, lambda: 2)
    qtbot.addWidget(made)
    return made


def entry(bar: ExportBar, words: str) -> QAction:
    [found] = [action for action in bar.menu.actions() if action.text().startswith(words)]
    return found


def asked(bar: ExportBar) -> QFileDialog:
    QCoreApplication.processEvents()
    [dialog] = bar.findChildren(QFileDialog)
    return dialog


def choose(dialog: QFileDialog, to: Path) -> None:
    """What the dialog tells when a person has chosen; its own look is the desktop's."""
    dialog.fileSelected.emit(str(to))
    dialog.reject()


def test_the_open_call_goes_into_the_file_that_is_chosen(bar: ExportBar, bench: Exports, tmp_path: Path) -> None:
    entry(bar, "This call as PDF").trigger()
    dialog = asked(bar)
    assert Path(dialog.selectedFiles()[0]).name == "call_2025-11-21_1405_call-1.pdf"
    choose(dialog, tmp_path / "mine.pdf")
    assert bench.wishes == [
        ExportWish(calls=("call-1",), format=Format.PDF, to=str(tmp_path / "mine.pdf"), may_replace=True)
    ]


def test_the_list_goes_into_one_file(bar: ExportBar, bench: Exports, tmp_path: Path) -> None:
    entry(bar, "The list as a workbook").trigger()
    dialog = asked(bar)
    assert Path(dialog.selectedFiles()[0]).name == "calls.xlsx"
    choose(dialog, tmp_path / "calls.xlsx")
    assert [(wish.calls, wish.format) for wish in bench.wishes] == [(LISTED, Format.XLSX)]


def test_all_calls_go_into_a_folder(bar: ExportBar, bench: Exports, tmp_path: Path) -> None:
    entry(bar, "All calls of the list as PDF").trigger()
    dialog = asked(bar)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    choose(dialog, tmp_path)
    assert bench.wishes == [ExportWish(calls=LISTED, format=Format.PDF, to=str(tmp_path))]


def test_files_in_a_folder_are_replaced_only_once_somebody_says_so(
    bar: ExportBar, bench: Exports, tmp_path: Path
) -> None:
    entry(bar, "All calls of the list as JSON").trigger()
    choose(asked(bar), tmp_path)
    assert bar.replace.isHidden()
    bench.state = ExportState(taken=2)
    bar.look()
    assert bar.said.text() == "Files of the same names are there already: 2. Nothing was written yet."
    assert not bar.replace.isHidden()
    bench.state = ExportState(is_busy=True)
    bar.replace.click()
    [first, second] = bench.wishes
    assert (first.may_replace, second) == (False, replace(first, may_replace=True))
    assert bar.replace.isHidden()


def test_nothing_happens_where_no_place_is_chosen(bar: ExportBar, bench: Exports) -> None:
    entry(bar, "This call as JSON").trigger()
    asked(bar).reject()
    assert bench.wishes == []


def test_without_an_open_call_or_a_list_there_is_nothing_to_choose(qtbot: QtBot, bench: Exports) -> None:
    bar = ExportBar(bench, LIGHT, lambda: None, Listed, int)
    qtbot.addWidget(bar)
    bar.menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in bar.menu.actions() if not action.isSeparator())


def test_it_says_how_far_it_is_and_then_where_the_file_is(bar: ExportBar, bench: Exports) -> None:
    bench.state = ExportState(is_busy=True)
    bar.look()
    assert (bar.said.text(), bar.bar.maximum()) == ("Exporting ...", 0)
    bench.state = ExportState(is_busy=True, done=3, total=12)
    bar.look()
    assert (bar.said.text(), bar.button.isEnabled()) == ("Exporting: 3 of 12 calls", False)
    bench.state = ExportState(said=Message("12 calls are in {where}", where="/x/y"))
    bar.look()
    assert bar.said.text().replace("\u200b", "") == "12 calls are in /x/y"
    assert bar.said.toolTip() == "12 calls are in /x/y"
    assert bar.button.isEnabled()
    assert bar.bar.isHidden()


def test_what_went_wrong_looks_wrong(bar: ExportBar, bench: Exports) -> None:
    bench.state = ExportState(said="No room.", is_wrong=True)
    bar.look()
    assert LIGHT.hot in bar.said.styleSheet()
