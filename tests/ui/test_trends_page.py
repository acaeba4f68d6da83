"""Trends in the supervisor's window: what is chosen, shown, said, hidden, and opened."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.events import Move
from app.core.export import ExportState, Format
from app.core.moods import MOVES
from app.core.ports import TeamStore
from app.ui.rule_table import COLUMNS
from app.ui.supervisor_window import SupervisorWindow
from app.ui.trends_page import TrendsPage
from tests.memory_store import MemoryStore
from tests.ui.calls import document
from tests.ui.mouse import click
from tests.ui.trends import NONE, Trends
from tests.ui.windows import Exports, Team

NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
Open = Callable[..., SupervisorWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Open:
    """With trends shown."""

    def show(
        trends: Trends, titles: Mapping[str, str] = MappingProxyType({}), exporter: Exports | None = None
    ) -> SupervisorWindow:
        store = MemoryStore({"call-1": document("call-1", "Joe"), "call-2": document("call-2", "Dana")})
        window = SupervisorWindow(
            store, team(), trends=trends, titles=lambda: titles, exporter=exporter, now=lambda: NOW
        )
        qtbot.addWidget(window)
        window.show()
        click(window.show_trends)
        settle(qtbot, window)
        return window

    return show


@pytest.fixture
def let_go() -> Iterator[Event]:
    """Nobody waits for it when the test is over."""
    made = Event()
    yield made
    made.set()


def team() -> TeamStore:
    made: Any = Team()
    kept: TeamStore = made
    return kept


def settle(qtbot: QtBot, window: SupervisorWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: page.about.text() != "Counting …" and (page.area.isVisible() or page.note.isVisible()))
    QApplication.processEvents()


def page_of(window: SupervisorWindow) -> TrendsPage:
    assert window.trends is not None
    return window.trends


def plain(text: str) -> str:
    """With spaces that a line may break at."""
    return text.replace("\u00a0", " ")


def test_without_a_store_of_trends_there_is_no_switch(qtbot: QtBot) -> None:
    window = SupervisorWindow(MemoryStore(), team())
    qtbot.addWidget(window)
    window.show()
    assert window.trends is None
    assert not window.show_trends.isVisible()


def test_calls_come_first_and_trends_are_counted_once_they_are_looked_at(qtbot: QtBot) -> None:
    trends = Trends()
    window = SupervisorWindow(MemoryStore(), team(), trends=trends, now=lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    window.refresh()
    assert window.list.isVisible()
    assert trends.asked == []
    click(window.show_trends)
    settle(qtbot, window)
    assert trends.asked == [(13, None)]
    assert (window.show_calls.isChecked(), window.show_trends.isChecked()) == (False, True)
    window.refresh()
    qtbot.waitUntil(lambda: len(trends.asked) == 2)
    click(window.show_calls)
    assert window.list.isVisible()
    assert (window.show_calls.isChecked(), window.show_trends.isChecked()) == (True, False)


def test_the_page_says_whose_calls_how_many_and_what_is_left_out(open_window: Open) -> None:
    about = page_of(open_window(Trends())).about.text()
    assert "The whole team" in about
    assert "96 calls, and 4 that were not scored" in about
    assert "Practice is not counted" in about
    assert "Weeks with fewer than 5 calls are gaps: 1. They are left out of all weeks together as well." in about
    assert "read it with care" in about


def test_every_plot_says_in_words_what_it_shows(open_window: Open) -> None:
    plots = [page_of(open_window(Trends())).weeks.calls, *page_of(open_window(Trends())).weeks.measures]
    for plot in plots:
        assert plot.title.text() == plot.accessibleName() != ""
        assert plot.whole.text().startswith("All weeks together: ")
        told = plain(plot.accessibleDescription())
        assert "Week of 16 Feb 2026" in told
        assert "Week of 9 Mar 2026" in told
    heated = plots[1]
    assert plain(heated.whole.text()) == "All weeks together: 50 % (40 % to 60 %), from 92 calls"
    assert "heated up fewer than 5 calls, not shown" in plain(heated.accessibleDescription())
    assert "heated up 50 % (25 % to 75 %), from 12 calls (few calls)" in plain(heated.accessibleDescription())


def test_weeks_with_too_few_calls_are_gaps_in_the_line(open_window: Open) -> None:
    heated = page_of(open_window(Trends())).weeks.measures[0]
    dots = [float(x) for item in heated.dots for x in item.getData()[0]]
    assert dots == [9.0, 10.0, 12.0]


def test_dots_of_few_calls_are_hollow(open_window: Open) -> None:
    window = open_window(Trends())
    calmed = page_of(window).weeks.measures[1]
    fills = [spot.brush().color().name() for item in calmed.dots for spot in item.points()]
    card, accent = calmed.theme.card.lower(), calmed.theme.accent.lower()
    assert fills == [card, card, card]
    heated = page_of(window).weeks.measures[0]
    fills = [spot.brush().color().name() for item in heated.dots for spot in item.points()]
    assert fills == [accent, accent, card]


def test_a_figure_that_no_week_has_enough_calls_for_says_so(open_window: Open) -> None:
    plots = page_of(open_window(Trends(counts=(Trends().counts[2],)))).weeks.measures
    assert {plot.title.text().rpartition(": ")[2] for plot in plots} == {"fewer than 5 calls in every week"}


def test_the_span_and_the_agent_are_chosen(qtbot: QtBot, open_window: Open) -> None:
    trends = Trends()
    window = open_window(trends)
    page = page_of(window)
    page.span.setCurrentIndex(page.span.findData(52))
    qtbot.waitUntil(lambda: trends.asked[-1] == (52, None))
    settle(qtbot, window)
    assert [page.agent.itemText(place) for place in range(page.agent.count())] == ["The whole team", "Dana", "Joe"]
    page.agent.setCurrentIndex(page.agent.findData("Joe"))
    qtbot.waitUntil(lambda: trends.asked[-1] == (52, "Joe"))
    settle(qtbot, window)
    assert page.about.text().startswith("Joe: for this agent's own eyes and for coaching.")
    assert not page.rules.isVisible()
    page.agent.setCurrentIndex(0)
    settle(qtbot, window)
    assert page.rules.isVisible()


def test_rules_are_told_in_numbers_and_words_and_few_are_left_out(open_window: Open) -> None:
    page = page_of(open_window(Trends()))
    cells = {
        (rule := [item.text() for column in range(len(COLUMNS)) if (item := page.rules.item(row, column))])[0]: rule[1:]
        for row in range(page.rules.rowCount())
    }
    assert cells["general.calmer"] == [
        "200", "100", "-0.30", "-0.05", "-0.25 (-0.27 … -0.23)", "Calmer after it was shown",
    ]  # fmt: skip
    assert cells["general.hotter"][-1] == "Angrier after it was shown"
    assert cells["general.alike"][-1] == "No difference to be seen"
    assert cells["general.few"] == ["9", "4", "-0.30", "-", "-", "Too little to tell"]
    assert "general.hidden" not in cells
    assert page.left_out.text() == "Rules with fewer than 5 moments are left out: 1."


def test_techniques_stand_in_the_same_order_whatever_they_come_to(open_window: Open) -> None:
    techniques = page_of(open_window(Trends())).techniques
    told = plain(techniques.accessibleDescription()).splitlines()
    assert [line.partition(":")[0] for line in told] == list(MOVES.values())
    assert told[0].startswith("Greeting: 0 % (0 % to 4 %), from 96 calls")
    assert not techniques.none.isVisible()
    assert len(told) == len(Move)


def test_techniques_of_too_few_calls_are_not_drawn(open_window: Open) -> None:
    page = page_of(open_window(Trends(counts=(Trends().counts[2],))))
    assert page.techniques.none.isVisible()
    assert "Greeting: fewer than 5 calls, not shown" in page.techniques.accessibleDescription()


def test_the_arrows_go_from_week_to_week_and_return_opens_the_calls(open_window: Open) -> None:
    window = open_window(Trends())
    weeks = page_of(window).weeks
    assert not weeks.show_calls.isEnabled()
    weeks.setFocus()
    assert plain(weeks.readout.text()).startswith("Week of 9 Mar 2026: 12 calls; heated up 50 %")
    for key, monday in (
        (Qt.Key.Key_Left, "2 Mar"), (Qt.Key.Key_Home, "15 Dec"), (Qt.Key.Key_Left, "15 Dec"),
        (Qt.Key.Key_Right, "22 Dec"), (Qt.Key.Key_End, "9 Mar"), (Qt.Key.Key_Right, "9 Mar"),
    ):  # fmt: skip
        QTest.keyClick(weeks, key)
        assert weeks.readout.text().startswith(f"Week of {monday}")
        assert weeks.accessibleDescription() == weeks.readout.text()
    QTest.keyClick(weeks, Qt.Key.Key_Return)
    assert window.list.isVisible()
    wish = window.filters.wish
    assert wish.last_days is None
    assert (wish.wanted.since, wish.wanted.until) == ("2026-03-09T00:00:00+00:00", "2026-03-16T00:00:00+00:00")
    assert window.filters.when.currentText() == "9 Mar 2026 to 15 Mar 2026"


def test_a_click_on_a_week_opens_its_calls_of_the_agent(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(Trends())
    page = page_of(window)
    page.agent.setCurrentIndex(page.agent.findData("Joe"))
    settle(qtbot, window)
    plot = page.weeks.calls.plot
    box = plot.getViewBox()
    where = plot.mapFromScene(box.mapViewToScene(QPoint(9, 1)))
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(window.list.isVisible)
    assert window.filters.wish.wanted.agents == {"Joe"}
    assert window.filters.when.currentText() == "16 Feb 2026 to 22 Feb 2026"


def test_calls_of_an_earlier_version_are_counted_beside_the_window_which_says_how_far_that_is(
    qtbot: QtBot, let_go: Event
) -> None:
    store = MemoryStore({"call-1": document("call-1", "Joe")})
    window = SupervisorWindow(store, team(), trends=Trends(older=1000, let_go=let_go), now=lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    click(window.show_trends)
    page = page_of(window)
    qtbot.waitUntil(page.bar.isVisible)
    assert "500 of 1000" in page.about.text()
    assert (page.bar.value(), page.bar.maximum()) == (500, 1000)
    click(window.show_calls)
    window.table.selectRow(0)
    assert window.page.isVisible()
    click(window.show_trends)
    let_go.set()
    qtbot.waitUntil(page.area.isVisible)
    assert not page.bar.isVisible()
    assert "96 calls" in page.about.text()


def test_hovering_tells_the_counts_of_a_week(open_window: Open) -> None:
    plot = page_of(open_window(Trends())).weeks.measures[0]
    plot._hover(plot.plot.getViewBox().mapViewToScene(QPoint(9, 0)))
    assert plain(plot.plot.toolTip()) == "Week of 16 Feb 2026\nheated up 50 % (35 % to 65 %), from 40 calls"
    plot._hover(plot.plot.getViewBox().mapViewToScene(QPoint(-90, 0)))
    assert plot.plot.toolTip() == ""


def test_hovering_tells_how_often_a_technique_was_used(open_window: Open) -> None:
    techniques = page_of(open_window(Trends())).techniques
    techniques._hover(techniques.plot.getViewBox().mapViewToScene(QPoint(0, len(MOVES) - 1)))
    assert plain(techniques.plot.toolTip()) == "Greeting\n0 % (0 % to 4 %), from 96 calls"


def test_a_store_that_cannot_be_read_says_so_and_is_read_again(qtbot: QtBot, open_window: Open) -> None:
    trends = Trends(is_away=True)
    window = open_window(trends)
    page = page_of(window)
    assert "The call store failed" in page.note.text()
    assert not page.area.isVisible()
    trends.is_away = False
    click(page.refresh_button)
    qtbot.waitUntil(page.area.isVisible)
    assert not page.note.isVisible()


def test_without_calls_it_says_what_will_be_here(open_window: Open) -> None:
    page = page_of(open_window(Trends(counts=(NONE,))))
    assert "No calls in these weeks" in page.note.text()
    assert not page.area.isVisible()


def test_another_time_takes_the_days_of_the_week_away(open_window: Open) -> None:
    window = open_window(Trends())
    page_of(window).weeks.setFocus()
    click(page_of(window).weeks.show_calls)
    filters = window.filters
    own = filters.when.currentText()
    filters.when.setCurrentIndex(filters.when.findData(30))
    assert filters.wish.last_days == 30
    assert filters.wish.wanted.since is None
    assert filters.when.findText(own) == -1


def test_rules_stand_by_the_titles_of_their_playbook_and_by_their_ids_where_none_has_them(open_window: Open) -> None:
    page = page_of(open_window(Trends(), {"general.calmer": "Let it run"}))
    names = [item for row in range(page.rules.rowCount()) if (item := page.rules.item(row, COLUMNS.index("Rule")))]
    assert [item.text() for item in names][:2] == ["Let it run", "general.hotter"]
    assert names[0].toolTip() == "Let it run\ngeneral.calmer"


def test_what_is_shown_is_exported(open_window: Open, tmp_path: Path) -> None:
    bench = Exports(ExportState())
    window = open_window(Trends(), {"general.calmer": "Let it run"}, bench)
    button = next(one for one in page_of(window).findChildren(QPushButton) if one.text() == "Export")
    entries = button.menu().actions()
    button.menu().aboutToShow.emit()
    assert [entry.isEnabled() for entry in entries] == [True, True]
    entries[1].trigger()
    QApplication.processEvents()
    [dialog] = window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "trends.xlsx"
    dialog.fileSelected.emit(str(tmp_path / "trends.xlsx"))
    dialog.reject()
    [wish] = bench.tables
    assert (wish.format, wish.to, wish.may_replace) == (Format.XLSX, str(tmp_path / "trends.xlsx"), True)
    assert "Let it run: the difference" in [row[3] for row in wish.table.rows]


def test_nothing_can_be_exported_where_nothing_is_shown(open_window: Open) -> None:
    page = page_of(open_window(Trends(counts=(NONE,)), {}, Exports(ExportState())))
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Export")
    button.menu().aboutToShow.emit()
    assert not any(entry.isEnabled() for entry in button.menu().actions())


def test_a_year_is_counted_ahead_beside_a_new_window_whatever_goes_wrong_then(open_window: Open, qtbot: QtBot) -> None:
    trends = Trends()
    open_window(trends)
    qtbot.waitUntil(lambda: trends.ahead == [52])
    away = Trends(is_away=True)
    assert page_of(open_window(away)).note.text().startswith("The call store failed.")
    qtbot.waitUntil(lambda: away.ahead == [52])
