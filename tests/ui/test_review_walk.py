"""A whole review of a call by the keyboard alone: find, read, comment, coach, mark, score, practise, export, answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.export import ExportState, Format
from app.core.review_notes import NoteKind
from app.core.score_port import Reply
from app.ui.note_dialog import NoteDialog
from app.ui.reviewing import Reviewing
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import LIGHT
from tests.adapters.sealed import KEY
from tests.memory_reviews import MemoryReviews
from tests.ui.at_once import AtOnce
from tests.ui.calls import document
from tests.ui.focus import stop, stops_to, type_text
from tests.ui.keyboard import press, tab_to
from tests.ui.scorings import Desk, desk
from tests.ui.windows import Exports

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPACE, RETURN, UP, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down
NOW = datetime(2025, 11, 24, 10, 30, tzinfo=UTC)


@dataclass
class Review:
    """The window, and what it writes to."""

    qtbot: QtBot
    window: SupervisorWindow
    made: Desk
    reviews: MemoryReviews
    bench: Exports

    def strike(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """A key with others held, where the keyboard is."""
        QTest.keyClick(stop(), key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """A note, in the dialog that is open."""
        dialog = next(one for one in self.window.page.findChildren(NoteDialog) if one.isVisible())
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.text.hasFocus)
        type_text(text)
        self.strike(RETURN, CONTROL)
        self.back()

    def back(self) -> None:
        """The window has the keyboard again."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)


@pytest.fixture
def review(qtbot: QtBot, tmp_path: Path) -> Iterator[Review]:
    made = desk()
    made.store.calls.save(document("call-3", "Sam"))
    team, reviews, bench = (
        SqlTeamStore(tmp_path / "calls.sqlite3", KEY),
        MemoryReviews(made.store.calls),
        Exports(ExportState()),
    )
    window = SupervisorWindow(
        made.store.calls,
        team,
        theme=LIGHT,
        exporter=bench,
        scoring=made.scoring,
        saves=AtOnce(),
        reviewing=Reviewing(store=reviews, saves=AtOnce(), author="Ann", now=lambda: NOW),
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Review(qtbot, window, made, reviews, bench)
    window.close()
    team.close()


def test_a_whole_review_needs_no_mouse(review: Review) -> None:
    find_and_open(review)
    read(review)
    comment_and_coach(review)
    mark(review)
    score(review)
    practise(review)
    export(review)
    answer_as_the_agent(review)


def find_and_open(review: Review) -> None:
    """By a word of the caller and by the agent; the first call of the list is opened from the list, then the next."""
    window = review.window
    window.table.setFocus()
    review.strike(Qt.Key.Key_F, CONTROL)
    assert stop() is window.filters.said
    type_text("caller:third")
    press(RETURN)
    stops_to(window.filters.agent)
    QTest.keyClicks(stop(), "Joe")
    assert window.calls.rowCount() == 2
    stops_to(window.table)
    press(Qt.Key.Key_Home)
    first = window.page._call_id
    review.strike(DOWN, CONTROL)
    assert {first, window.page._call_id} == {"call-1", "call-2"}
    if window.page._call_id != "call-1":
        review.strike(UP, CONTROL)
    assert window.page._call_id == "call-1"


def read(review: Review) -> None:
    """The angriest moment, and from there over the timeline to a line of what was said."""
    page = review.window.page
    stops_to(page.timeline)
    press(Qt.Key.Key_Right)
    stops_to(page.angriest)
    press(SPACE)
    stops_to(page.transcript)
    press(DOWN)
    press(RETURN)
    assert page.curve.marked_s == page._turns[page.transcript.currentIndex().row()].start_s


def comment_and_coach(review: Review) -> None:
    """At the line that was chosen."""
    at_s = review.window.page.curve.marked_s
    review.strike(Qt.Key.Key_M, CONTROL)
    review.write("Let them finish.")
    review.strike(Qt.Key.Key_M, CONTROL | SHIFT)
    review.write("Ask first, explain later.")
    written = [(note.kind, note.text, note.at_s, note.due_on) for note in review.reviews.notes("call-1")]
    assert written == [
        (NoteKind.COMMENT, "Let them finish.", at_s, None),
        (NoteKind.COACHING, "Ask first, explain later.", at_s, date(2025, 12, 1)),
    ]


def mark(review: Review) -> None:
    """As reviewed and for another look."""
    review.strike(Qt.Key.Key_R, CONTROL)
    review.strike(Qt.Key.Key_G, CONTROL)
    row = review.window.calls.row("call-1")
    assert row is not None
    assert (row.is_reviewed, row.is_flagged) == (True, True)


def score(review: Review) -> None:
    """A key an item, the second with the line that it rests on."""
    review.strike(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_R)
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        press(key)
    press(RETURN)
    [score] = review.made.scores()
    assert score.is_done
    assert score.answers["owned"].turn == review.window.page.transcript.currentIndex().row() + 1


def practise(review: Review) -> None:
    """Saved for practice from the tab of notes."""
    page = review.window.page
    assert page.notes is not None
    tab_to(page.tabs.tabBar())
    press(Qt.Key.Key_Left)
    stops_to(page.notes.practice.button)
    press(SPACE)
    assert [lesson.call_id for lesson in review.reviews.lessons()] == ["call-1"]


def export(review: Review) -> None:
    """As PDF, by the first entry of the menu."""
    bar = review.window.exports
    assert bar is not None
    tab_to(bar.button)
    bar.menu.aboutToShow.connect(lambda: QTimer.singleShot(0, bar.menu, lambda: choose_first(bar.menu)))
    press(SPACE)
    QApplication.processEvents()
    [dialog] = review.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(dialog.selectedFiles()[0])
    dialog.reject()
    assert [(wish.calls, wish.format) for wish in review.bench.wishes] == [(("call-1",), Format.PDF)]
    review.back()


def choose_first(menu: QMenu) -> None:
    """Once the menu is open; it is left closed in any case, since an open one waits for ever."""
    QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, RETURN)
    menu.close()


def answer_as_the_agent(review: Review) -> None:
    """The same window, for the agent of the call: the score is there, and is acknowledged."""
    review.made.name = "Joe"
    window = review.window
    away, back = (DOWN, UP) if window.calls.row_of("call-1") == 0 else (UP, DOWN)
    review.strike(away, CONTROL)
    review.strike(back, CONTROL)
    assert window.page._call_id == "call-1"
    panel = window.page.scorecard
    assert panel is not None
    assert panel.replies is not None
    assert panel.isVisible()
    tab_to(panel.replies.acknowledge)
    press(SPACE)
    assert review.made.scores()[0].reply is Reply.ACKNOWLEDGED
