"""The card after a call: nothing must be filled in, and nothing that was filled in is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.after_call import Corrected, Keep
from app.core.document import After, CallDocument, Outcome
from app.core.events import CallStarted
from app.core.summary import Promised
from app.ui.after_card import SETTLES_AFTER_S, AfterCard
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.theme import DARK, Look
from tests.ui.calls import WANT, started, whole_call
from tests.ui.mouse import click

Settled = list[tuple[str, Keep, Corrected]]


class Panel:
    """The window after a call, and what it was asked to keep."""

    def __init__(self, qtbot: QtBot, *allowed: Keep, source: str = "") -> None:
        self.settled: Settled = []
        self.bridge = CallBridge()
        self.window = AgentWindow(
            self.bridge, lambda _: None, settle=self._settle, allowed=frozenset(allowed or Keep), look=Look()
        )
        qtbot.addWidget(self.window)
        self.window.show()
        for event in whole_call():
            if isinstance(event, CallStarted) and source:
                event = replace(event, source=source, stored=False)  # noqa: PLW2901 - the same call, practised
            self.bridge.post(event)
        self.drain()

    @property
    def card(self) -> AfterCard:
        return self.window.call.summary.after

    def drain(self) -> None:
        self.bridge.drain()
        QApplication.processEvents()

    def wait_s(self, seconds: int) -> None:
        for _ in range(seconds):
            self.card.pass_second()

    def _settle(self, document: CallDocument, keep: Keep, said: Corrected) -> None:
        self.settled.append((document.call.id, keep, said))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    made = Panel(qtbot)
    yield made
    made.bridge.close()


AS_HEARD = Corrected(after=After(), wants=(WANT,), promises=())


def test_left_alone_it_saves_itself(panel: Panel) -> None:
    panel.wait_s(SETTLES_AFTER_S - 1)
    assert panel.card.state.text() == "Saves itself in 1 s"
    assert panel.settled == []
    panel.wait_s(1)
    assert panel.settled == [("call-1", Keep.FULL, AS_HEARD)]
    assert panel.card.state.text() == "Saved."


def test_the_next_call_saves_it(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.")
    panel.bridge.post(started("call-2"))
    panel.drain()
    assert [(call, said.after.note) for call, _, said in panel.settled] == [("call-1", "Rang the depot.")]


def test_a_touch_begins_the_wait_anew(panel: Panel) -> None:
    panel.wait_s(10)
    click(panel.card.outcomes[Outcome.RESOLVED])
    panel.wait_s(SETTLES_AFTER_S - 1)
    assert panel.settled == []


def test_it_waits_while_the_agent_types(panel: Panel, qtbot: QtBot) -> None:
    panel.window.activateWindow()
    panel.card.note.setFocus()
    qtbot.waitUntil(panel.card.note.hasFocus)
    panel.wait_s(2 * SETTLES_AFTER_S)
    assert panel.settled == []


def test_one_outcome_is_chosen_and_can_be_taken_back(panel: Panel) -> None:
    click(panel.card.outcomes[Outcome.RESOLVED])
    click(panel.card.outcomes[Outcome.OPEN])
    assert [outcome for outcome, button in panel.card.outcomes.items() if button.isChecked()] == [Outcome.OPEN]
    click(panel.card.outcomes[Outcome.OPEN])
    click(panel.card.keep)
    assert panel.settled[0][2].after.outcome is None


def test_what_was_wanted_and_promised_can_be_corrected(panel: Panel) -> None:
    card = panel.card
    card.wants.fields[0].setText("The refund by Friday.")
    click(card.promises.add)
    card.promises.fields[0].setText("I ring on Thursday.")
    click(card.wants.add)
    click(card.keep)
    [(_, keep, said)] = panel.settled
    assert keep is Keep.FULL
    assert said.wants == ("The refund by Friday.",)
    assert said.promises == (Promised(who="agent", what="I ring on Thursday.", when=None),)


def test_it_can_be_kept_without_text(panel: Panel) -> None:
    click(panel.card.keep_figures)
    assert panel.settled[0][1] is Keep.NO_TEXT
    assert not panel.card.keep.isEnabled()


def test_deleting_takes_two_presses(panel: Panel) -> None:
    click(panel.card.delete)
    assert panel.settled == []
    assert panel.card.delete.text() == "Delete for good?"
    click(panel.card.delete)
    assert panel.settled[0][1] is Keep.NOTHING
    assert panel.card.state.text() == "Deleted."


def test_what_the_centre_does_not_allow_is_not_offered(qtbot: QtBot) -> None:
    panel = Panel(qtbot, Keep.NO_TEXT)
    card = panel.card
    assert [button.isVisible() for button in (card.keep, card.keep_figures, card.delete)] == [False, True, False]
    panel.wait_s(SETTLES_AFTER_S)
    assert panel.settled[0][1] is Keep.NO_TEXT
    panel.bridge.close()


def test_another_look_loses_nothing_and_saves_nothing_twice(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.")
    panel.window.dress(Look(theme=DARK), panel.window.keys)
    assert panel.card.note.toPlainText() == "Rang the depot."
    panel.wait_s(2 * SETTLES_AFTER_S)
    assert [said.after.note for _, _, said in panel.settled] == ["Rang the depot."]


def test_practice_is_kept_by_its_button_alone(qtbot: QtBot) -> None:
    panel = Panel(qtbot, source="practice: first")
    assert (panel.card.keep.text(), panel.card.delete.isVisible()) == ("Keep", False)
    panel.card.note.setPlainText("I was calm.")
    assert not panel.card._clock.isActive()
    click(panel.card.keep)
    assert [(call, keep, said.after.note) for call, keep, said in panel.settled] == [
        ("call-1", Keep.FULL, "I was calm.")
    ]
    assert panel.card.state.text() == "Saved."
    panel.bridge.close()


@pytest.mark.parametrize("source", ["practice: first", "practice: third"])
def test_practice_that_nobody_keeps_is_gone_with_the_next_call(qtbot: QtBot, source: str) -> None:
    panel = Panel(qtbot, source=source)
    panel.bridge.post(started("call-2"))
    panel.drain()
    panel.window.close()
    assert panel.settled == []
    panel.bridge.close()


def test_practice_is_not_kept_where_the_centre_keeps_nothing(qtbot: QtBot) -> None:
    panel = Panel(qtbot, Keep.NOTHING, source="practice: first")
    assert not panel.card.keep.isVisible()
    assert panel.card.state.text() == "Practice is not kept."
    panel.bridge.close()


def test_after_practice_a_call_is_saved_as_ever(qtbot: QtBot) -> None:
    panel = Panel(qtbot, source="practice: first")
    for event in whole_call():
        panel.bridge.post(replace(event, call_id="call-2") if isinstance(event, CallStarted) else event)
    panel.drain()
    assert (panel.card.keep.text(), panel.card.delete.isVisible()) == ("Save now", True)
    panel.wait_s(SETTLES_AFTER_S)
    assert [call for call, *_ in panel.settled] == ["call-2"]
    panel.bridge.close()
