from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QGraphicsView, QLabel, QScrollArea, QSplitter
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.call_search import CallPage, CallRow
from app.core.errors import StoreError
from app.core.team import Direction, TeamPhrase
from app.ui.call_table import COLUMNS, CallTableModel
from app.ui.scorecard_panel import ScorecardPanel
from app.ui.supervisor_window import SupervisorWindow
from app.ui.wrong_dialog import WrongDialog
from tests.adapters.sealed import KEY
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.calls import WANT, document
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click
from tests.ui.scorings import Desk, desk

Open = Callable[[MemoryStore], SupervisorWindow]


@pytest.fixture
def team(tmp_path: Path) -> Iterator[SqlTeamStore]:
    opened = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)
    yield opened
    opened.close()


@pytest.fixture
def open_window(qtbot: QtBot, team: SqlTeamStore) -> Open:
    def show(store: MemoryStore) -> SupervisorWindow:
        window = SupervisorWindow(store, team, saves=AtOnce())
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        return window

    return show


@pytest.fixture
def store() -> MemoryStore:
    kept = MemoryStore()
    kept.save(document("call-1", "Joe"))
    kept.save(document("call-2", "Dana"))
    return kept


def cells(window: SupervisorWindow, row: int) -> dict[str, str]:
    return {name: window.calls.index(row, column).data() for column, name in enumerate(COLUMNS)}


def test_the_list_calls_no_peak_hot_where_the_caller_never_turned_hot(open_window: Open) -> None:
    call = document("call-1", "Joe")
    once = replace(call, summary=replace(call.summary, peak_level=0.5, escalations=0))
    window = open_window(MemoryStore({"call-1": once}))
    assert (cells(window, 0)["Peak"], cells(window, 0)["Hot"]) == ("Nearly hot", "0")
    cell = window.table.visualRect(window.calls.index(0, COLUMNS.index("Peak")))
    assert cell.width() >= window.table.sizeHintForColumn(COLUMNS.index("Peak"))


def test_three_lines_of_what_moved_the_curve_are_whole(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.resize(1240, 960)
    window.open_call("call-1")
    window.page.why.setText("a\nb\nc")
    QApplication.processEvents()
    [area] = [one for one in window.page.findChildren(QScrollArea) if one.widget() is window.page.why]
    assert area.verticalScrollBar().maximum() == 0


def test_a_head_has_room_for_an_arrow_only_while_the_list_is_in_order_of_it(
    open_window: Open, store: MemoryStore
) -> None:
    window = open_window(store)
    header, hot, source = window.table.horizontalHeader(), COLUMNS.index("Hot"), COLUMNS.index("Source")
    bare, before = header.sectionSize(hot), header.sectionSize(source)
    header.sectionClicked.emit(hot)
    assert header.sectionSize(hot) == header.sectionSizeHint(hot) > bare
    header.sectionClicked.emit(0)
    assert (header.sectionSize(hot), header.sectionSize(source)) == (bare, before)
    assert header.isSortIndicatorShown()


def test_calls_are_listed_with_when_who_length_peak_and_how_often_hot(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    assert cells(window, 0) == {
        "When": "21 Nov, 14:05",
        "Agent": "Dana",
        "Source": "demo call",
        "Length": "1:00",
        "Peak": "Hot",
        "Hot": "1",
        "Score": "",
        "Marks": "",
    }


def test_every_column_fits_into_the_list(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    assert window.table.horizontalHeader().length() <= window.table.viewport().width()


def test_where_there_is_little_room_the_source_gives_way_and_then_long_names(
    open_window: Open, store: MemoryStore
) -> None:
    """The moment, the peak, the score and the marks are whole."""
    longest = document("call-3", "Wilhelmina Featherstonehaugh")
    store.save(replace(longest, call=replace(longest.call, source="Headset of the second desk + Earpiece")))
    window = open_window(store)
    window.findChildren(QSplitter)[0].setSizes([440, 740])
    window.table.fit()
    header = window.table.horizontalHeader()
    assert header.isSectionHidden(COLUMNS.index("Source"))
    assert header.length() <= window.table.viewport().width()
    for name in ("When", "Peak", "Score", "Marks"):
        column = COLUMNS.index(name)
        assert header.sectionSize(column) >= window.table.sizeHintForColumn(column)
    window.resize(1900, 900)
    window.findChildren(QSplitter)[0].setSizes([1000, 900])
    window.table.fit()
    assert not header.isSectionHidden(COLUMNS.index("Source"))


def test_a_call_that_was_not_scored_has_a_word_and_no_bar() -> None:
    model = CallTableModel()
    row = CallRow(
        call_id="x",
        started_at="2025-11-21T14:05:00",
        source="mono.wav",
        agent=None,
        duration_s=5,
        peak_level=None,
        end_level=None,
        escalations=0,
    )
    model.show_page(CallPage(rows=(row,), total=1))
    assert [model.index(0, column).data() for column in (1, 4, 5)] == ["-", "Not known", "-"]


def test_a_call_on_hold_is_marked_as_such(open_window: Open, store: MemoryStore) -> None:
    store.hold("call-2", wanted=True)
    window = open_window(store)
    marked = window.calls.row_of("call-2")
    assert marked is not None
    source = COLUMNS.index("Source")
    assert window.calls.index(marked, source).data() == "Legal hold: demo call"
    assert "nothing of it is deleted" in window.calls.index(marked, source).data(Qt.ItemDataRole.ToolTipRole)
    assert window.calls.index(1 - marked, source).data() == "demo call"


def test_without_calls_it_says_how_to_get_one(open_window: Open) -> None:
    window = open_window(MemoryStore())
    assert window.note.isVisible()
    assert "play the demo call" in window.note.text()


def test_with_calls_it_asks_to_choose_one(open_window: Open, store: MemoryStore) -> None:
    assert "Choose a call" in open_window(store).note.text()


def test_taking_the_keyboard_opens_no_call(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.table.setFocus()
    QApplication.processEvents()
    assert window.note.isVisible()
    window.open_call("call-2")
    assert window.table.selectionModel().selectedRows()[0].row() == 0
    assert window.page.isVisible()


def test_the_first_arrow_in_the_list_opens_its_first_call(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.table.setFocus()
    press(Qt.Key.Key_Down)
    assert window.table.selectionModel().selectedRows()[0].row() == 0
    press(Qt.Key.Key_Down)
    assert window.table.selectionModel().selectedRows()[0].row() == 1


def test_a_click_on_a_call_opens_its_page(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    place = window.table.visualRect(window.calls.index(1, 0)).center()
    click(window.table.viewport(), place)
    assert window.page.isVisible()
    assert window.page.title.text() == "Joe with a caller, 21 Nov 2025, 14:05"


def test_the_page_shows_curve_transcript_prompts_and_figures(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    page = window.page
    assert page.curve.mark_words == ["Listen", "Validate"]
    assert page.transcript.model().rowCount() == 5
    prompts = page.prompts.model()
    rows = [[prompts.index(row, column).data() for column in range(4)] for row in range(prompts.rowCount())]
    assert rows == [
        ["0:07", "Listen", "Let it run; note what they want", "-"],
        ["0:14", "Validate", "Name what happened to them", "yes"],
    ]
    figures = [label.text() for label in page.figures.findChildren(QLabel)]
    assert {"Hot, at 0:14", "Once", f"“{WANT}”"} <= set(figures)


def test_prompt_titles_wrap_and_are_not_cut(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    QApplication.processEvents()
    prompts = window.page.prompts
    for row in range(prompts.rowCount()):
        assert prompts.rowHeight(row) >= prompts.sizeHintForRow(row)


def test_a_click_on_a_turn_marks_its_time_on_the_curve(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    QApplication.processEvents()
    transcript = window.page.transcript
    place = transcript.visualRect(transcript.model().index(2, 0)).center()
    click(transcript.viewport(), place)
    assert window.page.curve.marked_s == 12


def test_a_click_on_the_curve_goes_to_the_turn(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    QApplication.processEvents()
    plot = window.page.curve.findChild(QGraphicsView)
    assert plot is not None
    click(plot.viewport())
    marked_s, row = window.page.curve.marked_s, window.page.transcript.currentIndex().row()
    assert marked_s is not None
    assert 20 < marked_s < 50
    assert row == 4


def test_a_click_on_a_prompt_marks_it_and_goes_to_its_turn(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    window.page.prompts.cellClicked.emit(1, 0)
    assert window.page.curve.marked_s == 14
    assert window.page.transcript.currentIndex().row() == 2


def test_the_words_of_marks_are_whole_where_a_prompt_came_at_the_very_end(
    open_window: Open, store: MemoryStore
) -> None:
    call = document("call-1", "Joe")
    last = replace(call.prompts[-1], at_s=call.call.duration_s)
    store.save(replace(call, prompts=(*call.prompts[:-1], last)))
    window = open_window(store)
    window.open_call("call-1")
    QApplication.processEvents()
    curve = window.page.curve
    first_px, end_px = map(curve.px_of, curve._plot.getViewBox().viewRange()[0])
    words = [word for _, _, word in curve._marks if word.isVisible()]
    assert [word.toPlainText() for word in words] == ["Listen", "Validate"]
    for word in words:
        begin_px = curve.px_of(word.pos().x())
        assert first_px <= begin_px <= begin_px + word.boundingRect().width() <= end_px


def test_another_call_starts_without_the_marks_of_the_one_before(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    window.page.curve.mark(12)
    window.open_call("call-2")
    assert window.page.curve.marked_s is None
    assert window.page.title.text().startswith("Dana")
    assert window.page.curve.mark_words == ["Listen", "Validate"]


def test_refresh_shows_new_calls_and_keeps_the_chosen_one(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    store.save(document("call-3", "Sam"))
    window.refresh()
    assert window.calls.rowCount() == 3
    assert window.calls.call_id(window.table.currentIndex().row()) == "call-1"
    assert window.page.isVisible()


def test_refresh_lets_go_of_a_call_that_is_gone(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    del store.documents["call-1"]
    window.refresh()
    assert "Choose a call" in window.note.text()
    assert window.note.isVisible()


def test_a_store_that_cannot_be_reached_is_said_in_one_line(open_window: Open, store: MemoryStore) -> None:
    store.is_away = True
    window = open_window(store)
    assert window.note.text() == "The call store cannot be reached. Ask who looks after the database."
    store.is_away = False
    window.refresh()
    assert window.calls.rowCount() == 2


def test_a_call_that_cannot_be_read_is_said_in_one_line(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-9")
    assert window.note.isVisible()
    assert window.note.text() == "This call is not in the store. Choose another one."


def test_a_call_can_be_opened_again_after_a_failure(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    store.is_away = True
    window.refresh()
    store.is_away = False
    window.open_call("call-1")
    assert window.page.isVisible()


def test_prompts_and_figures_are_tabs_that_the_arrows_go_through(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    tabs = window.page.tabs
    assert [tabs.tabText(index) for index in range(2)] == ["Prompts", "Figures"]
    window.page.transcript.setFocus()
    tab_to(tabs.tabBar())
    press(Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    assert window.page.figures.isVisible()


def test_the_keyboard_goes_from_the_list_to_every_part_of_the_page(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    window.table.setFocus()
    page = window.page
    for part in (window.list.reviewed, page.timeline, page.transcript, page.tabs.tabBar(), page.prompts, window.table):
        tab_to(part)


def test_words_and_prompts_are_chosen_by_enter(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    page = window.page
    page.transcript.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.curve.marked_s == 5
    assert page.wrong.isEnabled()
    tab_to(page.prompts)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.curve.marked_s == 14


@pytest.fixture
def scored(qtbot: QtBot, team: SqlTeamStore) -> Iterator[tuple[SupervisorWindow, ScorecardPanel, Desk]]:
    """The first call open, with a scorecard begun beside its words."""
    made = desk()
    window = SupervisorWindow(made.store.calls, team, scoring=made.scoring)
    qtbot.addWidget(window)
    window.show()
    window.open_call("call-1")
    panel = window.page.scorecard
    assert panel is not None
    window.page.tabs.setCurrentWidget(panel)
    assert panel.start is not None
    click(panel.start.score)
    yield window, panel, made
    window.close()


def test_an_answer_rests_on_the_line_that_is_chosen_in_the_words(
    scored: tuple[SupervisorWindow, ScorecardPanel, Desk],
) -> None:
    window, panel, made = scored
    transcript = window.page.transcript
    transcript.setFocus()
    transcript.setCurrentIndex(transcript.model().index(3, 0))
    assert panel.form is not None
    first = panel.form.items[0]
    first.focus()
    press(Qt.Key.Key_R)
    assert first.rests.text() == "Rests on 0:16"
    transcript.setCurrentIndex(transcript.model().index(0, 0))
    click(first.rests)
    assert transcript.currentIndex().row() == 3
    window.open_call("call-2")
    assert made.scores()[0].answers["greeting"].turn == 4


def test_a_line_of_another_call_is_not_taken(scored: tuple[SupervisorWindow, ScorecardPanel, Desk]) -> None:
    window, panel, _ = scored
    window.page.transcript.setCurrentIndex(window.page.transcript.model().index(3, 0))
    window.open_call("call-2")
    assert panel.start is not None
    click(panel.start.score)
    press(Qt.Key.Key_R)
    assert panel.note.text() == "First choose a line of what was said."
    window.page.transcript.setCurrentIndex(window.page.transcript.model().index(3, 0))
    press(Qt.Key.Key_R)
    assert panel.note.text() == ""


def test_without_what_scoring_needs_there_is_no_tab_for_it(open_window: Open, store: MemoryStore) -> None:
    page = open_window(store).page
    assert "Scorecard" not in [page.tabs.tabText(index) for index in range(page.tabs.count())]


def asked(window: SupervisorWindow) -> WrongDialog:
    """The question about the first turn of the caller in the open call."""
    transcript = window.page.transcript
    click(transcript.viewport(), transcript.visualRect(transcript.model().index(1, 0)).center())
    window.page.wrong.click()
    dialog = window.page.findChild(WrongDialog)
    assert dialog is not None
    return dialog


def answer(dialog: WrongDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_before_a_turn_is_chosen_no_judgement_can_be_called_wrong(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    assert not window.page.wrong.isEnabled()


def test_words_that_were_judged_wrongly_become_a_proposal(
    open_window: Open, store: MemoryStore, team: SqlTeamStore
) -> None:
    window = open_window(store)
    window.open_call("call-1")
    dialog = asked(window)
    dialog.words.setText("The Third Time")
    dialog.calmer.setChecked(True)
    answer(dialog)
    (kept,) = team.proposals()
    assert (kept.phrase, kept.call_id) == (TeamPhrase("the third time", Direction.CALMER), "call-1")
    assert "Proposed: “the third time”" in window.page.why.text()


def test_words_that_cannot_be_proposed_are_said_and_can_be_changed(
    open_window: Open, store: MemoryStore, team: SqlTeamStore
) -> None:
    window = open_window(store)
    window.open_call("call-1")
    dialog = asked(window)
    dialog.words.setText("...")
    answer(dialog)
    assert dialog.isVisible()
    assert "no words" in dialog.wrong.text()
    dialog.reject()
    assert team.proposals() == []


def test_a_proposal_that_cannot_be_kept_stays_in_the_dialog_with_what_is_wrong(
    open_window: Open, store: MemoryStore, team: SqlTeamStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise StoreError("The call store is away.", "Try again.")

    with monkeypatch.context() as away:
        away.setattr(team, "propose", fails)
        window = open_window(store)
        window.open_call("call-1")
        dialog = asked(window)
        dialog.words.setText("the third time")
        answer(dialog)
    assert dialog.isVisible()
    assert (dialog.words.text(), dialog.wrong.text()) == ("the third time", "The call store is away. Try again.")


def test_a_click_on_a_turn_says_which_words_moved_it(open_window: Open, store: MemoryStore) -> None:
    window = open_window(store)
    window.open_call("call-1")
    asked(window).reject()
    assert window.page.why.text() == "Hotter: “third time”\N{NO-BREAK SPACE}+20"
    assert window.page.wrong.isEnabled()
