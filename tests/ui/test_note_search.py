"""Calls that are found by what was written at them: shown as such in the list, and opened at the note."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.review_notes import coaching, comment
from app.ui.call_table import COLUMNS
from app.ui.coaching_dialog import CoachingDialog
from app.ui.notes_panel import NotesPanel
from app.ui.reviewing import Reviewing
from app.ui.supervisor_window import SupervisorWindow
from tests.adapters.sealed import KEY
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.calls import document
from tests.ui.mouse import click
from tests.ui.test_call_list import listed

NOW = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)
Open = Callable[[], SupervisorWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Three calls, at the first a comment and at the second a coaching note."""
    team = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)
    store = MemoryStore({f"call-{number}": document(f"call-{number}") for number in (1, 2, 3)})
    reviews = MemoryReviews(store)
    reviews.add("call-1", comment("Listens well.", NOW))
    reviews.add("call-1", comment("Medlarful pause here.", NOW, at_s=16.0))
    reviews.add("call-2", coaching("Practise medlarful pauses.", NOW))

    def show() -> SupervisorWindow:
        window = SupervisorWindow(
            store,
            team,
            reviewing=Reviewing(store=reviews, saves=AtOnce(), author="Ann", now=lambda: NOW),
            now=lambda: NOW,
        )
        qtbot.addWidget(window)
        window.show()
        return window

    yield show
    team.close()


def notes_of(window: SupervisorWindow) -> NotesPanel:
    assert window.page.notes is not None
    return window.page.notes


def search(window: SupervisorWindow, words: str) -> None:
    window.filters.said.setText(words)
    QTest.keyClick(window.filters.said, Qt.Key.Key_Return)


def marks(window: SupervisorWindow, call_id: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    row = window.calls.row_of(call_id)
    assert row is not None
    return window.calls.data(window.calls.index(row, COLUMNS.index("Marks")), role)


def test_a_word_of_a_comment_finds_its_call_which_is_marked_and_tells_the_comment(open_window: Open) -> None:
    window = open_window()
    search(window, "medlarful")
    assert {*listed(window)} == {"call-1", "call-2"}
    assert marks(window, "call-1") == "✎"
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "In a note: “Medlarful pause here.”" in str(marks(window, "call-1", role))
    search(window, "")
    assert marks(window, "call-1") == ""
    assert marks(window, "call-1", Qt.ItemDataRole.AccessibleTextRole) is None


def test_a_call_that_was_found_by_a_note_is_opened_at_it(open_window: Open) -> None:
    window = open_window()
    search(window, "note:medlarful")
    row = window.calls.row_of("call-1")
    assert row is not None
    window.table.selectRow(row)
    panel = notes_of(window)
    assert panel.isVisible()
    assert panel.notes[panel.table.chosen_row() or 0].text == "Medlarful pause here."
    assert panel.at_s == 16.0


def test_a_list_that_is_read_anew_takes_nobody_back_to_the_note(open_window: Open) -> None:
    window = open_window()
    search(window, "medlarful")
    row = window.calls.row_of("call-1")
    assert row is not None
    window.table.selectRow(row)
    window.page.tabs.setCurrentIndex(1)
    window.refresh()
    assert window.page.tabs.currentIndex() == 1


def test_a_call_that_was_found_otherwise_opens_where_the_last_one_was_read(open_window: Open) -> None:
    window = open_window()
    window.table.selectRow(0)
    assert window.page.tabs.currentIndex() == 0


def due(window: SupervisorWindow) -> CoachingDialog:
    assert window.coaching is not None
    click(window.coaching.button)
    assert window.coaching.dialog is not None
    return window.coaching.dialog


def test_a_coaching_note_is_found_again_by_two_presses(open_window: Open) -> None:
    window = open_window()
    dialog = due(window)
    place = dialog.table.visualRect(dialog.table.model().index(0, 2)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel = notes_of(window)
    assert window.calls.call_id(window.table.currentIndex().row()) == "call-2"
    assert panel.isVisible()
    assert panel.notes[panel.table.chosen_row() or 0].text == "Practise medlarful pauses."


def test_a_coaching_note_is_found_by_keys_alone(open_window: Open) -> None:
    window = open_window()
    dialog = due(window)
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert notes_of(window).isVisible()
