"""What the desk tells and offers is seen and answered in the agent's window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.desk import DeskState, Offer
from app.ui.actions import Act
from tests.ui.calls import started
from tests.ui.fit import misfits
from tests.ui.mouse import click
from tests.ui.panel import Panel, opened

READY = DeskState().loaded()
BROKEN_OFF = "A call of 14:05 was cut short here; what was said until then is kept."


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    with opened(qtbot) as made:
        yield made


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (DeskState(), "Getting ready"),
        (DeskState().sticks(), "Not ready yet"),
        (READY, "Ready for the next call"),
        (READY.begins("c1"), "Starting"),
    ],
)
def test_before_a_call_it_says_whether_one_can_begin(panel: Panel, state: DeskState, title: str) -> None:
    panel.show(state)
    assert panel.window.ready.title.text() == title


def test_an_offer_is_answered_and_comes_before_a_notice(panel: Panel) -> None:
    notices = panel.window.notices
    panel.show(READY)
    assert not notices.isVisible()
    panel.show(READY.tells(BROKEN_OFF).offers(Offer.START))
    assert notices.text.text() == "Sounds like a call. Start?"
    click(notices.yes)
    click(notices.no)
    panel.show(READY.tells(BROKEN_OFF))
    assert notices.text.text() == BROKEN_OFF
    assert not notices.yes.isVisible()
    assert misfits(panel.window) == []
    click(notices.seen)
    assert panel.asked == [Act.ACCEPT, Act.DECLINE, Act.SEEN]


def test_closing_the_window_is_told(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.window.closed):
        panel.window.close()


def test_a_call_that_was_put_away_leaves_a_ready_panel(panel: Panel) -> None:
    panel.tell(started())
    panel.bridge.clear()
    panel.bridge.drain()
    assert panel.window.ready.isVisible()
    assert not panel.window.call.isVisible()


def test_while_another_speech_model_is_loaded_the_ready_page_says_which(panel: Panel) -> None:
    before = panel.window.ready.about.text()
    panel.show(READY.fetches("base.en"))
    assert panel.window.ready.about.text().startswith("Loading the speech model base.en.")
    assert misfits(panel.window) == []
    panel.show(READY)
    assert panel.window.ready.about.text() == before


def test_many_notices_leave_the_panel_low(panel: Panel) -> None:
    state = DeskState().loaded()
    for number in range(30):
        state = state.tells(f"settings.toml, line {number}: there is no setting of this name.")
    panel.bridge.show_desk(state)
    panel.bridge.drain()
    assert panel.window.notices.text.text().endswith("… and 27 more")
    assert panel.window.minimumHeight() < 800
