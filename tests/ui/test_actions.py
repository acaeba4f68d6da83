"""Keys and buttons: what can be pressed, what it does, and which keys are refused."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.core.checklists import Opening
from app.core.consent import Begin, Capture, Consent
from app.core.desk import DeskState
from app.core.events import CallStarted, Channel, Event, LineState, Phase, ScoringSet
from app.ui.action_bar import AT_HAND, BY_HAND, IN_MENU, ActButton
from app.ui.actions import SPECS, Act, conflicts, default_keys, meant, trouble_with
from app.ui.hand_panel import MOODS, STEPS
from tests.ui.calls import line, point, prompt, started, state_of, whole_call
from tests.ui.mouse import click
from tests.ui.panel import Panel, opened, texts

OWN = (Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE, Act.SPEAK)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    with opened(qtbot, replace(started(), consent=Consent.TELL), prompt()) as made:
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


@pytest.mark.parametrize("act", [*(act for act in AT_HAND if act not in BY_HAND), Act.USED, Act.DISMISS])
def test_each_button_at_hand_asks_for_its_act(panel: Panel, act: Act) -> None:
    click(panel.button(act))
    assert panel.asked == [act]


@pytest.mark.parametrize("act", [act for act in IN_MENU if act not in OWN])
def test_each_entry_of_the_menu_asks_for_its_act(panel: Panel, act: Act) -> None:
    entry = next(one for one in panel.window.call.menu.actions() if one.text().startswith(SPECS[act].title))
    entry.trigger()
    assert panel.asked == [act]


@pytest.mark.parametrize("act", [*sorted(BY_HAND), *MOODS, *STEPS, Act.MOMENT, Act.HELP, Act.END])
def test_each_button_of_a_call_by_hand_asks_for_its_act(panel: Panel, act: Act) -> None:
    panel.tell(replace(started(), capture=Capture.NONE))
    buttons = [
        one for one in panel.window.findChildren(ActButton) if one.isVisible() and one.text() == SPECS[act].title
    ]
    click(buttons[0])
    assert panel.asked == [act]


@pytest.mark.parametrize("act", [*MOODS, *STEPS])
def test_each_mood_and_step_has_a_key(panel: Panel, act: Act) -> None:
    panel.tell(replace(started(), capture=Capture.NONE))
    panel.press(default_keys()[act])
    assert panel.asked == [act]


def test_what_is_of_sound_is_not_offered_where_nothing_is_heard(panel: Panel) -> None:
    panel.tell(replace(started(), capture=Capture.NONE))
    seen = {one.text() for one in panel.window.findChildren(ActButton) if one.isVisible()}
    entries = {one.text().partition("\t")[0] for one in panel.window.call.menu.actions() if one.isVisible()}
    of_sound = (Act.PAUSE, Act.HOLD, Act.MUTE, Act.OTHER, Act.UNSCORED, Act.TOLD, Act.REFUSED, Act.TRANSCRIPT)
    assert not (seen | entries) & {SPECS[act].title for act in of_sound}


@pytest.mark.parametrize(
    ("call", "is_real"),
    [
        (replace(started(), consent=Consent.TELL), True),
        (started(), False),
        (replace(started(), consent=Consent.TELL, source="practice: first"), False),
    ],
)
def test_only_a_real_caller_can_say_no(qtbot: QtBot, call: CallStarted, *, is_real: bool) -> None:
    with opened(qtbot, call) as panel:
        entries = {one.text().partition("\t")[0]: one for one in panel.window.call.menu.actions()}
        assert entries[SPECS[Act.REFUSED].title].isEnabled() is is_real


def test_what_was_said_of_the_caller_last_stays_pressed(panel: Panel) -> None:
    panel.tell(replace(started(), capture=Capture.NONE), replace(point(3, 0.7, Phase.HOT), by_hand=True))
    moods = panel.window.call.hand.moods
    assert [act for act, button in moods.items() if button.isChecked()] == [Act.MOOD_HOT]
    click(moods[Act.MOOD_CALM])
    assert [act for act, button in moods.items() if button.isChecked()] == [Act.MOOD_HOT]


def test_a_call_by_hand_says_that_nothing_is_heard(panel: Panel) -> None:
    panel.tell(replace(started(), capture=Capture.NONE))
    assert "Not listening. Nothing is heard." in panel.window.health.facts.text()
    assert not panel.window.health.source.isVisible()


def test_while_the_caller_is_to_be_told_the_panel_says_what_to_say_and_waits(qtbot: QtBot) -> None:
    with opened(qtbot, opening=Opening(disclosing="Tell them", saying="May I write this down?")) as panel:
        panel.show(DeskState().loaded().begins("call-1", asks=True))
        assert "“May I write this down?”" in texts(panel.window)
        assert "Not listening yet" in panel.window.health.facts.text()
        ask = panel.window.ask
        for button in (ask.told, ask.refused, ask.stop):
            click(button)
        panel.press(default_keys()[Act.TOLD])
        panel.press(default_keys()[Act.REFUSED])
        assert panel.asked == [Act.TOLD, Act.REFUSED, Act.END, Act.TOLD, Act.REFUSED]
        panel.tell(started())
        assert not ask.isVisible()
        assert panel.window.call.isVisible()


def test_a_call_without_listening_starts_from_the_ready_page(qtbot: QtBot) -> None:
    with opened(qtbot) as panel:
        click(panel.window.ready.by_hand)
        assert panel.asked == [Act.START_BY_HAND]


def test_where_no_call_is_listened_to_the_ready_page_says_so_and_starts_one_way(qtbot: QtBot) -> None:
    with opened(qtbot, opening=Opening(begin=Begin.BY_HAND)) as panel:
        assert not panel.window.ready.by_hand.isVisible()
        assert "nothing is heard" in panel.window.ready.about.text()


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
