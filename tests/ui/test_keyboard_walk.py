"""A whole call without a mouse: every stop can be seen, and each press does what it says."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.checklists import Opening
from app.core.desk import DeskState
from app.core.document import Outcome
from app.core.events import CallEnded, LineState, Phase, PromptUsed, Stage
from app.core.keeping import Keep
from app.ui.actions import SPECS, Act, default_keys
from app.ui.theme import CONTRAST, DARK, LIGHT, Look, Theme
from tests.ui.calls import line, point, prompt, said, started, whole_call
from tests.ui.focus import in_reading_order, stop, stops_to, type_text
from tests.ui.keyboard import press
from tests.ui.panel import Panel, opened

TELL = "Say that it is written down"
OPENING = Opening(items=("Greet", TELL), disclosing=TELL)
SPACE = Qt.Key.Key_Space


@pytest.fixture(params=[LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def panel(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Panel]:
    theme: Theme = request.param
    with opened(qtbot, look=Look(theme=theme), opening=OPENING) as made:
        made.show(DeskState().loaded())
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made


def do(panel: Panel, act: Act, *, back: bool = False) -> None:
    """Go to the button of an act and press it."""
    stops_to(panel.button(act), back=back)
    press(SPACE)
    assert panel.asked[-1] is act


def test_a_whole_call_needs_no_mouse(panel: Panel) -> None:
    begin_by_keyboard(panel)
    answer_the_card(panel)
    look_at_curve_and_words(panel)
    hold_and_pause(panel)
    end_and_note(panel)
    panel.bridge.clear()
    panel.show(DeskState().loaded())
    assert panel.window.ready.isVisible()
    press(Qt.Key.Key_Tab)
    assert stop() is panel.window.ready.told


def test_an_opening_that_is_known_later_comes_before_the_buttons_too(qtbot: QtBot) -> None:
    with opened(qtbot) as panel:
        panel.show(DeskState().opens(OPENING).loaded())
        press(Qt.Key.Key_Tab)
        assert stop() is panel.window.ready.told
        press(Qt.Key.Key_Tab)
        assert stop() is panel.button(Act.START)


def begin_by_keyboard(panel: Panel) -> None:
    """The ready page from its first stop to its last, and a start by key."""
    told = panel.window.ready.told
    assert told is not None
    stops_to(told)
    press(SPACE)
    assert panel.asked == [Act.TOLD]
    assert in_reading_order([told, *stops_to(panel.button(Act.SETTINGS))])
    stops_to(panel.button(Act.START), back=True)
    panel.press(default_keys()[Act.START])
    assert panel.asked[-1] is Act.START
    panel.tell(started())


def answer_the_card(panel: Panel) -> None:
    """A card comes, is of use, and is put away; the keyboard stays where nothing is pressed by mistake."""
    panel.tell(*(said(n, f"Line {n} of a long call, in which much is said.", 2.0 * n) for n in range(1, 40)))
    panel.tell(point(80, 0.7, Phase.HOT), prompt(Stage.LISTEN, at_s=80))
    assert stop() is panel.window
    do(panel, Act.USED)
    panel.tell(PromptUsed(rule=Stage.LISTEN.value, at_s=82))
    do(panel, Act.DISMISS, back=True)


def look_at_curve_and_words(panel: Panel) -> None:
    """Both are opened, and the words are read back from the last line on."""
    call = panel.window.call
    for act in (Act.CURVE, Act.TRANSCRIPT):
        stops_to(call.view_button(act))
        press(SPACE)
    assert call.curve.isVisible()
    stops_to(call.transcript)
    bar = call.transcript.verticalScrollBar()
    last = bar.value()
    assert last == bar.maximum() > 0
    for _ in range(20):
        press(Qt.Key.Key_Up)
    assert 0 < bar.value() < last
    press(Qt.Key.Key_Home)
    assert bar.value() == 0
    press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def hold_and_pause(panel: Panel) -> None:
    """Both go on and off again with the same button, and the menu opens and closes."""
    for act, state in ((Act.HOLD, LineState.HOLD), (Act.PAUSE, LineState.PAUSED)):
        do(panel, act, back=True)
        panel.tell(line(state, 90))
        press(SPACE)
        assert panel.asked[-1] is Act.RESUME
        panel.tell(line(LineState.OPEN, 95))
    stops_to(panel.window.call.more)
    menu = panel.window.call.menu
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, lambda: choose_in(menu, Act.UNSCORED)))
    press(SPACE)
    QApplication.processEvents()
    assert panel.asked[-1] is Act.UNSCORED
    panel.window.activateWindow()
    QApplication.processEvents()
    assert stop() is panel.window.call.more


def choose_in(menu: QMenu, act: Act) -> None:
    """Once the menu is open, by its arrows; it is left closed in any case, since an open one waits for ever."""
    wanted = next(entry for entry in menu.actions() if entry.text().startswith(SPECS[act].title))
    while menu.isVisible() and menu.activeAction() is not wanted and menu.activeAction() is not menu.actions()[-1]:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    menu.close()


def end_and_note(panel: Panel) -> None:
    """The card after the call: an outcome, a want that is corrected, a note, saved and put away."""
    do(panel, Act.END, back=True)
    panel.tell(*whole_call()[6:7], CallEnded(at_s=100, duration_s=100))
    card = panel.card
    stops = stops_to(card.outcomes[Outcome.RESOLVED])
    press(SPACE)
    stops += stops_to(card.wants.fields[0])
    type_text("The refund by Friday.")
    stops += stops_to(card.note)
    type_text("Rang the depot.")
    stops += stops_to(panel.button(Act.CLEAR))
    assert in_reading_order(stops)
    press(SPACE)
    assert panel.asked[-1] is Act.CLEAR
    [(_, keep, word)] = panel.settled
    assert (keep, word.wants, word.after.note) == (Keep.FULL, ("The refund by Friday.",), "Rang the depot.")
    assert word.after.outcome is Outcome.RESOLVED


def test_the_stops_of_a_call_are_in_reading_order(panel: Panel) -> None:
    panel.tell(started(), said(1, "Hello."), point(80, 0.7, Phase.HOT), prompt(Stage.LISTEN, at_s=80))
    for act in (Act.CURVE, Act.TRANSCRIPT):
        panel.press(default_keys()[act])
    assert in_reading_order(stops_to(panel.window.call.transcript))


def test_a_button_that_goes_leaves_the_keyboard_to_none_beside_it(panel: Panel) -> None:
    panel.tell(started(), prompt(Stage.LISTEN))
    stops_to(panel.button(Act.DISMISS))
    panel.tell(CallEnded(at_s=9, duration_s=9))
    assert stop() is panel.window
    panel.show(DeskState().loaded().tells("Something."))
    stops_to(panel.button(Act.SEEN))
    panel.show(DeskState().loaded())
    assert stop() is panel.window
