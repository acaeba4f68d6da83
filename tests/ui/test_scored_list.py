"""How far calls are scored, in the list beside the page that scores them."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.errors import StoreDamagedError
from app.core.score_port import CallScores, Kind, Reply
from app.ui.call_table import COLUMNS
from app.ui.supervisor_window import SupervisorWindow
from tests.adapters.sealed import KEY
from tests.core.cards import F, P, given
from tests.memory_scores import MemoryScores
from tests.ui.mouse import click
from tests.ui.scorings import CARD, Desk, desk


@pytest.fixture
def team(tmp_path: Path) -> Iterator[SqlTeamStore]:
    opened = SqlTeamStore(tmp_path / "calls.sqlite3", KEY)
    yield opened
    opened.close()


def scored_window(qtbot: QtBot, team: SqlTeamStore, made: Desk) -> SupervisorWindow:
    window = SupervisorWindow(made.store.calls, team, scoring=made.scoring)
    qtbot.addWidget(window)
    window.show()
    return window


def score_cell(window: SupervisorWindow, call_id: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    row = window.calls.row_of(call_id)
    assert row is not None
    return window.calls.data(window.calls.index(row, COLUMNS.index("Score")), role)


def test_the_list_says_how_far_each_call_is_scored(qtbot: QtBot, team: SqlTeamStore) -> None:
    made = desk()
    done = made.done("Bob", given(greeting=P, owned=F, safety=P, extra=P))
    made.store.reply(done.number, Reply.DISPUTED, "I did.")
    window = scored_window(qtbot, team, made)
    assert score_cell(window, "call-1") == "40\N{NO-BREAK SPACE}% !"
    told = str(score_cell(window, "call-1", Qt.ItemDataRole.ToolTipRole))
    assert "Joe disputes it: “I did.”" in told
    assert str(score_cell(window, "call-1", Qt.ItemDataRole.AccessibleTextRole)) in told
    assert score_cell(window, "call-2") == ""


def test_the_list_follows_what_is_scored_on_the_page(qtbot: QtBot, team: SqlTeamStore) -> None:
    made = desk()
    window = scored_window(qtbot, team, made)
    window.open_call("call-1")
    panel = window.page.scorecard
    assert panel is not None
    panel._begin(CARD, Kind.REVIEW, given(greeting=P, owned=P, safety=P, extra=P))
    assert score_cell(window, "call-1") == "Draft"
    window.page.tabs.setCurrentWidget(panel)
    click(panel.buttons.done)
    assert score_cell(window, "call-1") == "100\N{NO-BREAK SPACE}%"


def test_the_list_hides_the_blind_scores_of_others_as_the_page_does(qtbot: QtBot, team: SqlTeamStore) -> None:
    made = desk()
    made.done("Bob", given(greeting=P, owned=F, safety=P, extra=P), Kind.BLIND)
    made.store.begin("call-1", CARD, Kind.BLIND, "Cara", {})
    assert score_cell(scored_window(qtbot, team, made), "call-1") == ""


def test_a_damaged_score_leaves_the_list_readable(qtbot: QtBot, team: SqlTeamStore) -> None:
    class Damaged(MemoryScores):
        def of_calls(self, _ids: Collection[str], _viewer: str | None) -> dict[str, CallScores]:
            raise StoreDamagedError("A score of this call is damaged.", "The call itself can still be read.")

    made = desk()
    window = scored_window(qtbot, team, replace(made, store=Damaged(made.store.calls)))
    assert window.calls.rowCount() == 2
    assert score_cell(window, "call-1") == ""
