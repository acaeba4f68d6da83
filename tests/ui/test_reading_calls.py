"""What a supervisor does with a call in as few presses as can be: find its worst moment, and write at it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.review_notes import NoteKind
from app.ui.note_dialog import NoteDialog
from app.ui.reviewing import Reviewing
from app.ui.supervisor_window import SupervisorWindow
from tests.adapters.sealed import KEY
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.calls import document
from tests.ui.mouse import click


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> SupervisorWindow:
    store = MemoryStore({name: document(name) for name in ("call-1", "call-2", "call-3")})
    team = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)
    made = SupervisorWindow(store, team, reviewing=Reviewing(store=MemoryReviews(store), saves=AtOnce(), author="Ann"))
    qtbot.addWidget(made)
    made.show()
    made.open_call("call-1")
    QApplication.processEvents()
    return made


def test_one_press_goes_to_the_callers_angriest_turn(window: SupervisorWindow) -> None:
    page = window.page
    angriest = max((turn for turn in page._turns if turn.heat is not None), key=lambda turn: turn.heat or 0.0)
    click(page.angriest)
    assert page.curve.marked_s == angriest.start_s
    assert page.transcript.currentIndex().row() == list(page._turns).index(angriest)


def test_a_comment_at_the_moment_that_is_marked_is_one_press_away(window: SupervisorWindow) -> None:
    page = window.page
    click(page.angriest)
    click(page.comment)
    assert page.notes is not None
    dialog = page.notes.findChild(NoteDialog)
    assert dialog is not None
    dialog.text.setPlainText("Let them finish.")
    dialog.accept()
    [note] = page.notes.notes
    assert (note.kind, note.at_s, note.text) == (NoteKind.COMMENT, page.curve.marked_s, "Let them finish.")


def test_coaching_is_due_in_a_week(window: SupervisorWindow) -> None:
    page = window.page
    assert page.notes is not None
    page.tabs.setCurrentIndex(2 if page.scorecard else page.tabs.count() - 1)
    click(page.notes.coaching)
    dialog = page.notes.findChild(NoteDialog)
    assert dialog is not None
    dialog.text.setPlainText("Ask first.")
    click(dialog.save)
    [note] = page.notes.notes
    assert note.due_on == datetime.now().astimezone().date() + timedelta(days=7)


def test_keys_go_from_call_to_call_wherever_the_keyboard_is(qtbot: QtBot, window: SupervisorWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ids = [window.calls.call_id(row) for row in range(3)]
    window.open_call(ids[0] or "")
    window.page.transcript.setFocus()
    went = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(window.page.transcript, key, Qt.KeyboardModifier.ControlModifier)
        went.append(window.page._call_id)
    assert went == [ids[1], ids[2], ids[2], ids[1]]
    assert window.page.transcript.hasFocus()
