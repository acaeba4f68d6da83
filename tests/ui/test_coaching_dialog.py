"""The list of what agents are still to be coached on, and the way from there to the calls."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.review_notes import coaching
from app.ui.coaching_dialog import CoachingDialog
from app.ui.reviewing import Reviewing
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import LIGHT
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.calls import document
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click
from tests.ui.windows import REVIEWED_AT, Team

Open = Callable[[], SupervisorWindow]


@pytest.fixture
def reviews() -> MemoryReviews:
    kept = MemoryReviews(MemoryStore({"call-1": document("call-1"), "call-2": document("call-2", "Dana")}))
    kept.add("call-1", coaching("Ask first.", REVIEWED_AT, due_on=date(2025, 11, 30)))
    kept.add("call-2", coaching("Call back.", REVIEWED_AT, due_on=date(2025, 11, 20)))
    kept.add("call-2", coaching("Greet.", REVIEWED_AT))
    return kept


@pytest.fixture
def open_window(qtbot: QtBot, reviews: MemoryReviews) -> Open:
    def show() -> SupervisorWindow:
        window = SupervisorWindow(
            reviews.calls,
            Team(),  # type: ignore[arg-type]
            reviewing=Reviewing(store=reviews, saves=AtOnce(), now=lambda: REVIEWED_AT),
            theme=LIGHT,
        )
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        return window

    return show


def opened(window: SupervisorWindow) -> CoachingDialog:
    assert window.coaching is not None
    window.coaching.button.click()
    assert window.coaching.dialog is not None
    return window.coaching.dialog


def cells(dialog: CoachingDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def test_the_button_tells_how_much_is_open(open_window: Open, reviews: MemoryReviews) -> None:
    window = open_window()
    assert window.coaching is not None
    assert window.coaching.button.text() == "Coaching: 3"
    reviews.calls.delete("call-1", "call-2")
    window.refresh()
    assert window.coaching.button.text() == "Coaching"


def test_what_is_open_is_listed_the_soonest_due_first_and_what_is_late_says_so(open_window: Open) -> None:
    assert cells(opened(open_window())) == [
        ("Late: 20 Nov 2025", "Dana", "Call back."),
        ("30 Nov 2025", "Joe", "Ask first."),
        ("No day", "Dana", "Greet."),
    ]


def test_where_nothing_is_open_it_says_how_that_comes(open_window: Open, reviews: MemoryReviews) -> None:
    reviews.close()
    dialog = opened(open_window())
    assert cells(dialog) == []
    assert dialog.said.text().startswith("Nothing is open.")


def test_a_call_is_opened_from_the_list_without_a_mouse(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    dialog = opened(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.page.title.text().startswith("Joe with a caller")
    assert dialog.isVisible()
    tab_to(dialog.done_button)
    press(Qt.Key.Key_Space)
    assert [row[2] for row in cells(dialog)] == ["Call back.", "Greet."]


def test_a_call_is_opened_from_the_list_by_its_button(open_window: Open) -> None:
    window = open_window()
    dialog = opened(window)
    dialog.table.selectRow(1)
    click(dialog.open_button)
    assert window.page.title.text().startswith("Joe with a caller")


def test_what_is_done_in_the_list_is_done_on_the_page_and_counted(open_window: Open) -> None:
    window = open_window()
    window.open_call("call-1")
    dialog = opened(window)
    dialog.table.selectRow(1)
    dialog.done_button.click()
    assert window.page.notes is not None
    assert window.page.notes.notes[0].done_at == REVIEWED_AT.isoformat()
    assert window.coaching is not None
    assert window.coaching.button.text() == "Coaching: 2"


def test_what_is_done_on_the_page_goes_from_the_list(open_window: Open) -> None:
    window = open_window()
    window.open_call("call-1")
    dialog = opened(window)
    assert window.page.notes is not None
    window.page.notes.table.selectRow(0)
    window.page.notes.done.click()
    assert [row[2] for row in cells(dialog)] == ["Call back.", "Greet."]


def test_a_store_that_cannot_be_reached_is_said_in_the_list(open_window: Open, reviews: MemoryReviews) -> None:
    window = open_window()
    dialog = opened(window)
    reviews.is_away = True
    dialog.table.selectRow(0)
    dialog.done_button.click()
    assert dialog.said.text().startswith("The call store cannot be reached.")
    dialog.refresh()
    assert dialog.said.text().startswith("The call store cannot be reached.")


def test_closing_the_list_and_opening_it_again_gives_one_list(open_window: Open) -> None:
    window = open_window()
    first = opened(window)
    assert opened(window) is first
    first.close_button.click()
    assert window.coaching is not None
    assert window.coaching.dialog is None
    assert opened(window) is not first
