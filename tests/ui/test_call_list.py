"""The list of calls: what is looked for, sorted, drawn by lot, marked, and read page by page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.call_search import Between, CallFilter, CallPage, Course, begin_of, row_of, said_in
from app.core.document import CallDocument
from app.core.events import AgentMove, Channel, Event, Move, Phase
from app.core.saved_filters import Wish
from app.ui import call_table
from app.ui.call_table import COLUMNS, CallTableModel
from app.ui.filter_dialog import FilterDialog
from app.ui.supervisor_window import SupervisorWindow
from tests.adapters.sealed import KEY
from tests.core.calls import document, felt, said, started
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.mouse import click

NOW = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)
Open = Callable[[MemoryStore], SupervisorWindow]


def call(number: int, text: str, level: float, *, agent: str = "Ann", day: int = 1) -> CallDocument:
    phase = Phase.HOT if level > 0.6 else Phase.CALM
    known = replace(started(f"call-{number}", f"2026-03-{day:02}T09:15:00+00:00"), agent=agent)
    move = AgentMove(at_s=9.0, move=Move.APOLOGY, text="")
    events: list[Event] = [said(Channel.CALLER, 1, 5, text), felt(5, level, phase), *([move] if number == 1 else [])]
    return document(*events, call=known)


@pytest.fixture
def store() -> MemoryStore:
    kept = MemoryStore()
    kept.save(call(1, "Where is my parcel?", 0.1, agent="Ann", day=1))
    kept.save(call(2, "I want a refund now!", 0.8, agent="Bob", day=7))
    kept.save(call(3, "The parcel is broken, I want a refund.", 0.9, agent="Ann", day=8))
    return kept


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    team = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)

    def show(store: MemoryStore) -> SupervisorWindow:
        window = SupervisorWindow(store, team, now=lambda: NOW, saves=AtOnce())
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        return window

    yield show
    team.close()


def listed(window: SupervisorWindow) -> list[str | None]:
    return [window.calls.call_id(row) for row in range(window.calls.rowCount())]


def test_words_are_looked_for_as_they_are_typed(qtbot: QtBot, open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    QTest.keyClicks(window.filters.said, "refund -parcel")
    qtbot.waitUntil(lambda: listed(window) == ["call-2"])
    assert window.filters.count.text() == "1 of 3 calls"
    click(window.filters.clear)
    assert listed(window) == ["call-3", "call-2", "call-1"]
    assert (window.filters.said.text(), window.filters.count.text()) == ("", "3 calls")
    assert not window.filters.clear.isVisible()


def test_a_single_call_is_counted_as_one(open_window: Open, store: MemoryStore) -> None:
    store.delete("call-2", "call-3")
    window = open_window(store)
    assert window.filters.count.text() == "1 call"
    click(window.filters.sample)
    assert window.filters.count.text() == "A random sample: 1 call"


def test_a_search_that_finds_nothing_says_what_to_do(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.filters.said.setText("bicycle")
    QTest.keyClick(window.filters.said, Qt.Key.Key_Return)
    assert listed(window) == []
    assert "Take away a word or a filter" in window.note.text()


def test_agent_time_and_course_are_chosen_beside_each_other(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.filters.agent.setCurrentIndex(window.filters.agent.findData("Ann"))
    assert listed(window) == ["call-3", "call-1"]
    window.filters.when.setCurrentIndex(window.filters.when.findData(7))
    assert listed(window) == ["call-3"]
    window.filters.agent.setCurrentIndex(0)
    assert listed(window) == ["call-3", "call-2"]
    window.filters.when.setCurrentIndex(window.filters.when.findData(1))
    window.filters.course.setCurrentIndex(window.filters.course.findData(Course.HOT))
    assert listed(window) == ["call-3"]


def test_the_other_filters_are_in_a_dialog_and_counted_on_its_button(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    click(window.filters.more)
    dialog = window.filters.findChild(FilterDialog)
    assert dialog is not None
    dialog.peak.setCurrentIndex(2)
    dialog.moves[Move.APOLOGY].setCurrentText("Is missing")
    click(dialog.show_button)
    assert listed(window) == ["call-3", "call-2"]
    assert window.filters.more.text() == "More: 2"
    click(window.filters.more)
    again = window.filters.findChildren(FilterDialog)[-1]
    assert (again.peak.currentIndex(), again.moves[Move.APOLOGY].currentText()) == (2, "Is missing")
    click(again.none)
    click(again.show_button)
    assert len(listed(window)) == 3


def more(window: SupervisorWindow) -> FilterDialog:
    """The dialog as it was just opened."""
    click(window.filters.more)
    return window.filters.findChildren(FilterDialog)[-1]


def test_days_are_chosen_from_calendars_and_a_span_takes_their_place(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    dialog = more(window)
    assert (dialog.first.edit.isEnabled(), dialog.first.day) == (False, None)
    click(dialog.last.tick)
    assert dialog.last.day == NOW.date()
    dialog.last.edit.setDate(QDate(2026, 3, 7))
    click(dialog.first.tick)
    dialog.first.edit.setDate(QDate(2026, 3, 2))
    click(dialog.show_button)
    assert listed(window) == ["call-2"]
    assert window.filters.when.currentText() == "2 Mar 2026 to 7 Mar 2026"
    again = more(window)
    assert (again.first.day, again.last.day) == (date(2026, 3, 2), date(2026, 3, 7))
    click(again.first.tick)
    click(again.show_button)
    assert listed(window) == ["call-2", "call-1"]
    assert window.filters.when.currentText() == "Until 7 Mar 2026"
    window.filters.when.setCurrentIndex(window.filters.when.findData(1))
    assert listed(window) == ["call-3"]
    assert window.filters.when.findText("Until 7 Mar 2026") == -1
    assert window.filters.wish == Wish(last_days=1)


def test_days_in_the_wrong_order_are_turned_round_and_kept_under_a_name(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    dialog = more(window)
    dialog.first.show(date(2026, 3, 8))
    dialog.last.show(date(2026, 3, 7))
    click(dialog.show_button)
    assert listed(window) == ["call-3", "call-2"]
    window.filters.save_as("R&D")
    again = open_window(store)
    [kept, *_] = again.filters.saved.menu().actions()
    assert kept.text() == "R&&D"
    kept.trigger()
    assert listed(again) == ["call-3", "call-2"]
    assert again.filters.when.currentText() == "7 Mar 2026 to 8 Mar 2026"
    click(again.filters.clear)
    assert again.filters.wish == Wish()
    assert len(listed(again)) == 3


def test_a_dialog_gives_back_the_filter_that_it_was_given(qtbot: QtBot, open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    wanted = CallFilter(
        duration_s=Between(low=60, high=600), time_to_calm_s=Between(high=300), warnings=Between(low=1),
        is_reviewed=False, is_flagged=True, has_words=True, made=frozenset({Move.OWNERSHIP}), said=said_in("refund"),
        since=begin_of(date(2026, 3, 2)),
    )  # fmt: skip
    window.filters.show_wish(Wish(wanted=wanted))
    click(window.filters.more)
    dialog = window.filters.findChild(FilterDialog)
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert replace(dialog.wanted, said=wanted.said) == wanted


def test_filters_are_kept_under_a_name_for_the_next_time(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.filters.said.setText('caller:refund -"my parcel"')
    window.filters.when.setCurrentIndex(window.filters.when.findData(7))
    window.filters.save_as("Refunds this week")
    again = open_window(store)
    [kept, *_] = again.filters.saved.menu().actions()
    assert kept.text() == "Refunds this week"
    kept.trigger()
    assert again.filters.said.text() == 'caller:refund -"my parcel"'
    assert listed(again) == ["call-3", "call-2"]
    again.filters.remove("refunds THIS week")
    assert store.saved == ()


def test_a_press_on_the_head_of_a_column_sorts_by_it_and_another_one_turns_it_round(
    open_window: Open, store: MemoryStore
) -> None:
    window = open_window(store)
    head = window.table.horizontalHeader()
    for column, ids in (
        ("Peak", ["call-3", "call-2", "call-1"]),
        ("Peak", ["call-1", "call-2", "call-3"]),
        ("Agent", ["call-1", "call-3", "call-2"]),
        ("When", ["call-3", "call-2", "call-1"]),
        ("Marks", ["call-3", "call-2", "call-1"]),
    ):
        head.sectionClicked.emit(COLUMNS.index(column))
        assert listed(window) == ids
    assert head.sortIndicatorSection() == COLUMNS.index("When")


def test_a_random_sample_holds_calls_of_every_agent(open_window: Open, store: MemoryStore) -> None:
    for number in range(10, 20):
        store.save(call(number, "Hello.", 0.1, agent="Cleo"))
    window = open_window(store)
    click(window.filters.sample)
    agents = [window.calls.index(row, COLUMNS.index("Agent")).data() for row in range(window.calls.rowCount())]
    assert agents == ["Ann", "Ann", "Bob", "Cleo", "Cleo", "Cleo"]
    assert window.filters.count.text() == "A random sample: 6 calls"
    click(window.filters.clear)
    assert window.calls.rowCount() == 13


def test_a_random_sample_outlives_a_call_that_ends_and_is_sorted_like_any_list(
    open_window: Open, store: MemoryStore
) -> None:
    for number in range(10, 20):
        store.save(call(number, "Hello.", 0.1, agent="Cleo", day=2))
    window = open_window(store)
    click(window.filters.sample)
    drawn = listed(window)
    store.save(call(30, "Hello.", 0.1, agent="Cleo", day=3))
    store.delete("call-2")
    window.refresh()
    assert listed(window) == [call_id for call_id in drawn if call_id != "call-2"]
    assert window.filters.count.text() == "A random sample: 5 calls"
    window.table.horizontalHeader().sectionClicked.emit(COLUMNS.index("Peak"))
    assert (listed(window)[0], window.calls.rowCount()) == ("call-3", 5)
    assert window.list.listed().wanted.call_ids == frozenset(drawn)
    click(window.filters.clear)
    assert (listed(window)[0], listed(window)[-1], window.calls.rowCount()) == ("call-3", "call-1", 13)


def test_the_call_that_is_reviewed_stays_open_when_another_one_ends_wherever_it_is_listed(
    qtbot: QtBot, open_window: Open
) -> None:
    store = MemoryStore()
    for number in range(400):
        store.save(call(number, "Hello.", 0.1))
    window = open_window(store)
    window.table.scrollToBottom()
    qtbot.waitUntil(lambda: window.calls.call_id(399) is not None)
    window.table.selectRow(380)
    chosen = window.calls.call_id(380)
    for number in range(400, 420):
        store.save(call(number, "Hello.", 0.1, day=2))
    window.refresh()
    assert window.calls.call_id(400) == chosen
    assert window.table.currentIndex().row() == 400
    assert window.page.isVisible()


def test_calls_are_marked_by_button_and_by_key_and_found_by_that(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    assert not window.list.reviewed.isEnabled()
    window.open_call("call-2")
    click(window.list.reviewed)
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert (store.reviewed, store.flagged) == (frozenset({"call-2"}), frozenset({"call-2"}))
    assert window.calls.index(1, COLUMNS.index("Marks")).data() == "⚑✓"
    assert (window.list.reviewed.text(), window.list.flagged.text()) == ("Mark unreviewed", "Take the flag away")
    click(window.list.flagged)
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert (store.reviewed, store.flagged) == (frozenset(), frozenset())


def test_the_search_can_be_reached_by_a_key(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.activateWindow()
    window.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.filters.said


def test_of_a_long_list_the_pages_come_that_are_looked_at(qtbot: QtBot, open_window: Open) -> None:
    store = MemoryStore()
    for number in range(400):
        store.save(call(number, "Hello.", 0.1))
    window = open_window(store)
    assert window.calls.rowCount() == 400
    assert window.calls.call_id(399) is None
    window.table.scrollToBottom()
    qtbot.waitUntil(lambda: window.calls.call_id(399) is not None)
    assert window.calls.call_id(200) is None
    window.table.selectRow(399)
    assert window.page.isVisible()


def test_a_page_that_was_dropped_is_asked_for_again_once_it_is_looked_at() -> None:
    asked = list[int]()
    model = CallTableModel(ask=asked.append)
    model.show_page(CallPage(rows=(), total=400))
    model.index(120, 0).data()
    model.index(130, 0).data()
    assert asked == [100]
    model.forget_page(100)
    model.index(120, 0).data()
    assert asked == [100, 100]


def test_the_texts_of_a_row_are_made_once_and_anew_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()

    def moment(started_at: str, _style: str) -> str:
        made.append(started_at)
        return started_at

    monkeypatch.setattr(call_table, "moment", moment)
    model = CallTableModel()
    row = row_of(call(1, "Hello.", 0.1), has_words=True)
    model.show_page(CallPage(rows=(row,), total=1))
    for _ in range(3):
        assert [model.index(0, column).data() for column in range(len(COLUMNS))][-1] == ""
    assert len(made) == 1
    model.change(replace(row, is_flagged=True))
    assert model.index(0, COLUMNS.index("Marks")).data() == "⚑"
    model.add_page(0, CallPage(rows=(row,), total=1))
    assert model.index(0, COLUMNS.index("Marks")).data() == ""


def test_a_page_that_cannot_be_read_is_said(qtbot: QtBot, open_window: Open) -> None:
    store = MemoryStore()
    for number in range(200):
        store.save(call(number, "Hello.", 0.1))
    window = open_window(store)
    store.is_away = True
    window.table.scrollToBottom()
    qtbot.waitUntil(lambda: "cannot be reached" in window.note.text())


def test_the_columns_stay_as_they_are_while_pages_come_and_fit_them_once_no_more_come(
    qtbot: QtBot, open_window: Open
) -> None:
    store = MemoryStore()
    for number in range(400):
        store.save(call(number, "Hello.", 0.1, agent="Ann" if number else "Wilhelmina"))
    window = open_window(store)
    agents = COLUMNS.index("Agent")
    narrow = window.table.columnWidth(agents)
    window.table._rest.setInterval(60_000)
    window.table.scrollToBottom()
    qtbot.waitUntil(lambda: window.calls.call_id(399) is not None)
    assert window.table.columnWidth(agents) == narrow
    window.table._rest.setInterval(0)
    qtbot.waitUntil(lambda: window.table.columnWidth(agents) > narrow)
