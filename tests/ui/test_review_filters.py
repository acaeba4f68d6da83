"""The list of calls by what reviewers gave and wrote: filters, order, and what is kept of them under a name."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.call_search import CallFilter, CallOrder, SortKey
from app.core.review_notes import coaching, comment
from app.core.reviewed import Noted, Scored
from app.core.saved_filters import Wish
from app.core.score_port import Kind
from app.ui.call_table import COLUMNS
from app.ui.choosers import Chooser
from app.ui.supervisor_window import SupervisorWindow
from tests.adapters.sealed import KEY
from tests.core.cards import F, P, given
from tests.memory_reviews import MemoryReviews
from tests.ui.at_once import AtOnce
from tests.ui.calls import document
from tests.ui.mouse import click
from tests.ui.scorings import CARD, Desk, desk
from tests.ui.test_call_list import listed, more

NOW = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)
GOOD, POOR = given(greeting=P, owned=P, safety=P, extra=P), given(greeting=P, owned=F, safety=P, extra=P)
Open = Callable[[Desk], SupervisorWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    team = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)

    def show(made: Desk) -> SupervisorWindow:
        window = SupervisorWindow(made.store.calls, team, scoring=made.scoring, now=lambda: NOW, saves=AtOnce())
        qtbot.addWidget(window)
        window.show()
        return window

    yield show
    team.close()


@pytest.fixture
def scored() -> Desk:
    """Calls 1 to 5: poor, good, draft, blind by another one, and none."""
    made = desk()
    for number in range(3, 6):
        made.store.calls.save(document(f"call-{number}", "Joe"))
    for call_id, answers, kind, reviewer in (
        ("call-1", POOR, Kind.REVIEW, "Ann"),
        ("call-2", GOOD, Kind.REVIEW, "Bob"),
        ("call-4", GOOD, Kind.BLIND, "Bob"),
    ):
        made.store.finish(made.store.begin(call_id, CARD, kind, reviewer, answers).number)
    made.store.begin("call-3", CARD, Kind.REVIEW, "Ann", {})
    return made


def choose_notes(window: SupervisorWindow, title: str) -> None:
    dialog = more(window)
    choose(dialog.notes, title)
    click(dialog.show_button)


def choose(chooser: Chooser, title: str) -> None:
    place = chooser.findText(title)
    assert place >= 0, title
    chooser.setCurrentIndex(place)


@pytest.mark.parametrize(
    ("title", "ids"),
    [
        ("Not scored", {"call-4", "call-5"}),
        ("Draft", {"call-3"}),
        ("Scored blind", set()),
        ("Scored", {"call-1", "call-2"}),
        ("Below 70\N{NO-BREAK SPACE}%", {"call-1"}),
        ("Disputed", set()),
        ("Agreed on", set()),
        ("Scored or not", {f"call-{number}" for number in range(1, 6)}),
    ],
)
def test_calls_are_chosen_by_their_score_as_the_column_shows_it(
    open_window: Open, scored: Desk, title: str, ids: set[str]
) -> None:
    window = open_window(scored)
    choose(window.filters.score, title)
    assert {*listed(window)} == ids
    assert window.filters.clear.isVisible() is (title != "Scored or not")
    assert window.filters.more.text() == "More..."


def test_a_press_on_the_head_of_the_score_shows_the_lowest_first_and_another_one_the_highest(
    open_window: Open, scored: Desk
) -> None:
    window = open_window(scored)
    head = window.table.horizontalHeader()
    head.sectionClicked.emit(COLUMNS.index("Score"))
    assert listed(window)[:2] == ["call-1", "call-2"]
    head.sectionClicked.emit(COLUMNS.index("Score"))
    assert listed(window)[:2] == ["call-2", "call-1"]
    assert head.sortIndicatorSection() == COLUMNS.index("Score")


def test_whoever_looks_finds_the_scores_that_they_may_see(open_window: Open, scored: Desk) -> None:
    scored.name = "Bob"
    window = open_window(scored)
    choose(window.filters.score, "Scored blind")
    assert listed(window) == ["call-4"]
    choose(window.filters.score, "Draft")
    assert listed(window) == []
    assert window.list.listed().wanted.viewer == "Bob"


def test_calls_are_chosen_by_what_was_written_at_them(open_window: Open, scored: Desk) -> None:
    reviews = MemoryReviews(scored.store.calls)
    reviews.add("call-1", comment("Well done.", NOW))
    reviews.add("call-2", coaching("Ask first.", NOW))
    window = open_window(scored)
    for title, ids in (
        ("With notes", {"call-1", "call-2"}),
        ("With comments", {"call-1"}),
        ("With coaching notes", {"call-2"}),
        ("Coaching is open", {"call-2"}),
        ("Without notes", {"call-3", "call-4", "call-5"}),
    ):
        choose_notes(window, title)
        assert {*listed(window)} == ids
        assert window.filters.more.text() == "More: 1"
    click(window.filters.clear)
    assert (more(window).notes.currentIndex(), window.calls.rowCount()) == (0, 5)


def test_a_filter_under_a_name_brings_back_scores_notes_and_the_order(open_window: Open, scored: Desk) -> None:
    window = open_window(scored)
    choose(window.filters.score, "Scored")
    window.table.horizontalHeader().sectionClicked.emit(COLUMNS.index("Score"))
    window.filters.save_as("Worst first")
    choose(window.filters.score, "Not scored")
    choose_notes(window, "Without notes")
    window.filters.save_as("To do")
    again = open_window(scored)
    to_do, worst, *_ = again.filters.saved.menu().actions()
    worst.trigger()
    assert listed(again) == ["call-1", "call-2"]
    assert again.filters.score.currentText() == "Scored"
    assert again.table.horizontalHeader().sortIndicatorSection() == COLUMNS.index("Score")
    to_do.trigger()
    assert again.filters.wish == Wish(wanted=CallFilter(scored=Scored.NOT, noted=Noted.NONE))


def test_a_filter_under_a_name_takes_the_place_of_a_sample_with_its_own_order(open_window: Open, scored: Desk) -> None:
    window = open_window(scored)
    window.table.horizontalHeader().sectionClicked.emit(COLUMNS.index("Score"))
    window.filters.save_as("Worst first")
    click(window.filters.sample)
    assert window.filters.order.key is SortKey.AGENT
    window.filters.saved.menu().actions()[0].trigger()
    assert window.list.listed().order == CallOrder(key=SortKey.SCORE, is_descending=False)
    click(window.filters.sample)
    click(window.filters.clear)
    assert window.list.listed().order == CallOrder()
