"""Keys and buttons: what can be pressed, what it does, and which keys are refused."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.core.events import Channel, Event, LineState, ScoringSet
from app.ui.action_bar import AT_HAND, IN_MENU
from app.ui.actions import SPECS, Act, conflicts, default_keys, meant, trouble_with
from tests.ui.calls import line, prompt, started, state_of, whole_call
from tests.ui.mouse import click
from tests.ui.panel import Panel, opened

OWN = (Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE, Act.SPEAK)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    with opened(qtbot, started(), prompt()) as made:
        yield made


@pytest.mark.parametrize("act", [act for act in default_keys() if act not in OWN and act is not Act.START])
def test_each_key_asks_for_its_act(panel: Panel, act: Act) -> None:
    panel.press(default_keys()[act])
    assert panel.asked == [act]


def test_the_key_that_starts_a_call_ends_it(panel: Panel) -> None:
    panel.press(default_keys()[Act.START])
    assert panel.asked == [Act.END]
    panel.tell(*whole_call()[-1:])
    panel.press(default_keys()[Act.START])
    assert panel.asked == [Act.END, Act.START]


@pytest.mark.parametrize("act", [*AT_HAND, Act.USED, Act.DISMISS])
def test_each_button_at_hand_asks_for_its_act(panel: Panel, act: Act) -> None:
    click(panel.button(act))
    assert panel.asked == [act]


@pytest.mark.parametrize("act", [act for act in IN_MENU if act not in OWN])
def test_each_entry_of_the_menu_asks_for_its_act(panel: Panel, act: Act) -> None:
    entry = next(one for one in panel.window.call.menu.actions() if one.text().startswith(SPECS[act].title))
    entry.trigger()
    assert panel.asked == [act]


def test_curve_and_words_are_one_key_away_and_go_again(panel: Panel) -> None:
    call = panel.window.call
    for act, view in ((Act.CURVE, call.curve), (Act.TRANSCRIPT, call.transcript)):
        assert not view.isVisible()
        panel.press(default_keys()[act])
        assert view.isVisible()
        click(panel.button(act))
        assert not view.isVisible()
    assert panel.asked == []


def test_small_it_shows_the_state_and_the_prompts_title_alone(panel: Panel) -> None:
    before = panel.window.height()
    panel.press(default_keys()[Act.COLLAPSE])
    call = panel.window.call
    assert call.headline.text() == "Let it run; note what they want"
    assert call.headline.isVisible()
    assert call.status.isVisible()
    assert not call.prompt.isVisible()
    assert panel.window.height() < before
    panel.press(default_keys()[Act.COLLAPSE])
    assert panel.window.height() == before


def test_a_button_whose_state_is_on_leaves_it(panel: Panel) -> None:
    panel.tell(line(LineState.HOLD))
    click(panel.button(Act.RESUME))
    panel.tell(line(LineState.OPEN, 20))
    click(panel.button(Act.HOLD))
    assert panel.asked == [Act.RESUME, Act.HOLD]


def test_what_is_meant_follows_the_lines() -> None:
    muted = state_of([started(), line(LineState.MUTED, channel=Channel.AGENT)])
    assert meant(Act.MUTE, muted) is Act.UNMUTE
    assert meant(Act.MUTE, state_of([started()])) is Act.MUTE
    assert meant(Act.OTHER, state_of([started(), line(LineState.OTHER)])) is Act.CALLER
    assert meant(Act.UNSCORED, state_of([started(), line(LineState.UNSCORED)])) is Act.SCORED


@pytest.mark.parametrize("away", [LineState.HOLD, LineState.PAUSED, LineState.OTHER, LineState.MUSIC])
def test_scoring_that_is_off_can_be_had_back_while_the_caller_is_away(away: LineState) -> None:
    off, on = (ScoringSet(scored=scored, at_s=20.0) for scored in (False, True))
    before: list[Event] = [started(), line(LineState.UNSCORED), line(away, 10)]
    assert meant(Act.UNSCORED, state_of(before)) is Act.SCORED
    assert meant(Act.UNSCORED, state_of([*before, on])) is Act.UNSCORED
    assert meant(Act.UNSCORED, state_of([started(), line(away, 10)])) is Act.UNSCORED
    assert meant(Act.UNSCORED, state_of([started(), line(away, 10), off])) is Act.SCORED
    assert meant(Act.UNSCORED, state_of([*before, line(LineState.OPEN, 30)])) is Act.UNSCORED


def test_other_keys_take_the_place_of_the_old_ones(panel: Panel) -> None:
    panel.window.dress(panel.window.look, {Act.HELP: "Ctrl+Alt+Shift+F9"})
    panel.press(default_keys()[Act.HELP])
    assert panel.asked == []
    panel.press("Ctrl+Alt+Shift+F9")
    assert panel.asked == [Act.HELP]


def test_the_keys_as_shipped_are_in_nobodys_way() -> None:
    assert conflicts(default_keys()) == []


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (default_keys()[Act.HOLD], "is the key for “Hold”"),
        ("Ctrl+Shift+M", "Teams mutes with it"),
        ("Ctrl+Alt+K", "screen readers take it"),
        ("H", "while typing"),
        ("F", "while typing"),
        ("Shift+H", "while typing"),
        ("Ctrl+C", "other programs take keys like it"),
        ("Ctrl+X, Ctrl+Y", "has to be one key"),
    ],
)
def test_a_key_that_is_taken_is_refused_and_says_by_what(key: str, why: str) -> None:
    assert why in trouble_with(key, Act.HELP, default_keys())


@pytest.mark.parametrize("key", ["F9", "Shift+F1", "Ctrl+Alt+Shift++", "Meta+Shift+H"])
def test_a_key_that_nobody_takes_can_be_had(key: str) -> None:
    assert trouble_with(key, Act.HELP, default_keys()) == ""


def test_an_act_needs_no_key() -> None:
    assert trouble_with("", Act.HELP, default_keys()) == ""


def test_a_key_that_is_held_down_asks_once(panel: Panel) -> None:
    assert not any(shortcut.autoRepeat() for shortcut in panel.window.findChildren(QShortcut))


@pytest.mark.parametrize("act", [Act.HELP, Act.START])
def test_a_key_pressed_anywhere_in_the_system_asks_for_its_act_at_once(panel: Panel, act: Act) -> None:
    other = threading.Thread(target=panel.bridge.press, args=(act.value,))
    other.start()
    other.join()
    panel.bridge.drain()
    assert panel.asked == [Act.END if act is Act.START else act]


def test_no_click_takes_the_keyboard(panel: Panel) -> None:
    for button in panel.window.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_every_button_has_a_name_and_says_what_it_is_for(panel: Panel) -> None:
    for button in panel.window.call.findChildren(QAbstractButton):
        assert button.accessibleName()
