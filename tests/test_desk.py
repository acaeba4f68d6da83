"""The desk with the set-up over it."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from app.adapters.journal import Journal
from app.adapters.settings_files import change_settings, load_settings
from app.compose import open_store
from app.core.consent import Capture, Consent
from app.core.desk import DeskPhase
from app.core.document import CallDocument
from app.core.events import Channel, LineState, Telling
from app.core.ports import Device
from app.core.window_system import WindowSystem
from app.desk import Desk
from app.ui.actions import SPECS, Act
from app.ui.kept_dialog import KeptDialog
from app.ui.practice_dialog import PracticeDialog
from app.ui.settings_dialog import SettingsDialog
from app.ui.setup_dialog import SetupDialog
from app.ui.theme import DARK, LIGHT
from tests.cli.window import load
from tests.conditions import LONG_S
from tests.core.calls import document, started, whole_call
from tests.desktops import HEADSET, Desktop
from tests.ui.mouse import click


class Start(Protocol):
    """Starts a desk."""

    def __call__(self, *, set_up: bool) -> Desk: ...


@pytest.fixture
def desktop() -> Desktop:
    """The devices."""
    return Desktop()


@pytest.fixture
def start(qapp: QApplication, desktop: Desktop) -> Iterator[Start]:
    """Starts a desk on devices of the test's, with the set-up or without; it ends as a window does that is closed."""
    base, started = qapp.font(), list[Desk]()

    def begin(*, set_up: bool) -> Desk:
        desk = Desk(load_settings(), load=load, sound=lambda: desktop)
        started.append(desk)
        desk._window.show()
        desk._begin(None, realtime=True, set_up=set_up)
        return desk

    yield begin
    for desk in started:
        desk._end()
        desk._window.hide()
        desk._window.deleteLater()
    qapp.setFont(base)
    assert desktop.is_free()


class Shield:
    """Notes of each window whether it could be seen already when it was first hidden."""

    def __init__(self) -> None:
        self.was_seen: dict[int, bool] = {}

    def hide(self, window: int, *, wanted: bool) -> None:
        for shown in QApplication.topLevelWidgets():
            if wanted and shown.internalWinId() == window:
                self.was_seen.setdefault(window, shown.windowHandle().isExposed())


def set_up_of(desk: Desk) -> SetupDialog:
    dialog = desk._first_run.dialog
    assert dialog is not None
    return dialog


def press(desk: Desk, act: Act) -> None:
    """Click the button in sight that does an act."""
    found = desk._window.findChildren(QAbstractButton)
    click(next(one for one in found if one.isVisible() and one.text() == SPECS[act].title))


def test_watching_for_calls_rests_while_the_set_up_is_open(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=True)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.READY, timeout=20_000)
    assert not desk._watching._is_wanted
    set_up_of(desk).reject()
    qtbot.waitUntil(lambda: desk._watching._is_wanted)
    assert any("Set up step by step" in told for told in desk._calls.state.notices)


def test_the_panel_says_what_is_kept_by_the_settings_of_now(start: Start) -> None:
    change_settings(load_settings(), {"keep": "nothing"})
    desk = start(set_up=False)
    assert desk._window.health.toolTip() == "Nothing of a call is kept: no words, no figures, no sound."
    desk._save_settings({"keep": "no_text"})
    assert "its figures stay on this computer" in desk._window.health.toolTip()


def test_without_a_first_start_it_does_not_open(start: Start) -> None:
    assert start(set_up=False)._first_run.dialog is None


def test_it_opens_from_the_ready_page_and_from_the_settings(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    desk._do(Act.SETUP)
    set_up_of(desk).done_button.click()
    qtbot.waitUntil(lambda: not desk._first_run.is_open)
    desk._do(Act.SETTINGS)
    click(desk._window.findChildren(SettingsDialog)[-1].set_up_button)
    assert set_up_of(desk).isVisible()


def test_a_lesson_can_be_chosen_after_it(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=True)
    set_up_of(desk).practice_button.click()
    qtbot.waitUntil(lambda: any(found.isVisible() for found in desk._window.findChildren(PracticeDialog)))
    desk._window.findChildren(PracticeDialog)[-1].reject()


def test_a_key_that_is_pressed_over_a_dialog_opens_no_second_one_and_still_serves_the_call(
    qtbot: QtBot, start: Start
) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.READY, timeout=20_000)
    for act in Act.SETTINGS, Act.SETTINGS, Act.PRACTICE, Act.SETUP, Act.DEMO:
        desk._bridge.press(act)
    desk._bridge.drain()
    desk._open_settings()
    [dialog] = desk._window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    assert (desk.practising.dialog, desk._first_run.dialog, desk._calls.state.call_id) == (None, None, None)
    desk._bridge.press(Act.START)
    desk._bridge.drain()
    assert desk._calls.state.call_id is not None
    dialog.reject()


def test_the_settings_open_before_it_is_known_which_devices_there_are(
    qtbot: QtBot, start: Start, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, listed = start(set_up=False), Event()

    def devices() -> list[Device]:
        listed.wait(LONG_S)
        return Desktop().devices()

    monkeypatch.setattr(desktop, "devices", devices)
    desk._open_settings()
    [dialog] = desk._window.findChildren(SettingsDialog)
    combo = dialog.fields["microphone"].control.widget
    assert isinstance(combo, QComboBox)
    assert combo.count() == 1
    listed.set()
    qtbot.waitUntil(lambda: combo.count() > 1)
    combo.setCurrentText(HEADSET.name)
    click(dialog.save_button)
    assert load_settings().microphone == HEADSET.id


def test_the_buttons_of_a_call_work_while_the_settings_are_open(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.READY, timeout=20_000)
    press(desk, Act.SETTINGS)
    [dialog] = desk._window.findChildren(SettingsDialog)
    assert QApplication.activeModalWidget() is None
    name = dialog.fields["agent_name"].control.widget
    QTest.keyClicks(name, "Sam")
    press(desk, Act.START)
    qtbot.waitUntil(lambda: desk._bridge.state.started is not None, timeout=20_000)
    press(desk, Act.PAUSE)
    qtbot.waitUntil(lambda: desk._bridge.state.line(Channel.CALLER) is LineState.PAUSED, timeout=20_000)
    assert dialog.isVisible()
    click(dialog.save_button)
    assert (dialog.isVisible(), desk._settings.agent_name) == (False, "Sam")
    desk._do(Act.END)
    qtbot.waitUntil(lambda: desk._calls.state.call_id is None, timeout=20_000)


def test_the_buttons_of_the_panel_open_no_second_dialog_beside_the_settings(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.READY, timeout=20_000)
    for act in Act.SETTINGS, Act.PRACTICE, Act.SETUP, Act.SETTINGS:
        press(desk, act)
    [dialog] = desk._window.findChildren(QDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.reject()
    press(desk, Act.PRACTICE)
    assert desk.practising.dialog is not None
    desk.practising.dialog.reject()


def test_the_panel_is_hidden_from_captures_before_it_is_seen(qapp: QApplication) -> None:
    base, shield = qapp.font(), Shield()
    desk = Desk(load_settings(), load=load, sound=Desktop, system=lambda _: WindowSystem(shield=shield))
    desk._show_window()
    qapp.processEvents()
    panel = desk._window.internalWinId()
    desk._end()
    desk._window.hide()
    desk._window.deleteLater()
    qapp.setFont(base)
    assert shield.was_seen[panel] is False


def test_the_panel_docks_where_the_agent_says_and_that_is_kept(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    area = desk._window.screen().availableGeometry()
    qtbot.waitUntil(lambda: desk._window.frameGeometry().right() == area.right())
    desk._do(Act.DOCK_LEFT)
    assert (desk._window.frameGeometry().left(), load_settings().dock) == (area.left(), "left")
    desk._save_settings({"dock": "right"})
    assert desk._window.frameGeometry().right() == area.right()


def test_during_a_call_it_stays_closed(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.READY, timeout=20_000)
    desk._do(Act.DEMO)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.LISTENING, timeout=20_000)
    desk._do(Act.SETUP)
    assert desk._first_run.dialog is None
    assert "The set-up can be opened when the call is over." in desk._calls.state.notices


def test_no_device_is_listened_to_once_no_start_is_to_be_offered(qtbot: QtBot, start: Start, desktop: Desktop) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: bool(desktop.wires) and not desktop.is_free(), timeout=20_000)
    desk._save_settings({"offer_start": False})
    qtbot.waitUntil(desktop.is_free, timeout=20_000)


def stored_days_ago(*days: int) -> None:
    """Have calls of these ages in the store."""
    store = open_store(load_settings())
    for one in days:
        began = datetime.now().astimezone() - timedelta(days=one)
        store.save(document(*whole_call(), call=started(f"d{one}", began.isoformat(timespec="seconds"))))
    store.close()


def kept_words() -> dict[str, bool]:
    """Whether each stored call has its words."""
    store = open_store(load_settings())
    found = {row.call_id: row.has_words for row in store.rows()}
    store.close()
    return found


def test_what_is_old_goes_at_the_start(qtbot: QtBot, start: Start) -> None:
    stored_days_ago(1, 40, 400)
    start(set_up=False)
    qtbot.waitUntil(lambda: kept_words() == {"d1": True, "d40": False}, timeout=20_000)


def test_a_journal_that_could_not_be_stored_outlives_the_start_however_old(qtbot: QtBot, start: Start) -> None:
    home = load_settings().home
    journal = Journal(home)
    journal.write(started("left"))
    journal.close()
    [lines] = (home / "journals").glob("*.jsonl")
    os.utime(lines, (0, 0))
    load_settings().store_file.write_bytes(b"no database, " * 100)
    desk = start(set_up=False)
    asked = Event()
    desk._keeping.keeper.do(lambda _: asked.set())
    qtbot.waitUntil(asked.is_set, timeout=20_000)
    assert lines.exists()


def test_nothing_goes_during_a_call_and_what_is_old_goes_after_it(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.READY, timeout=20_000)
    desk._do(Act.DEMO)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.LISTENING, timeout=20_000)
    stored_days_ago(400)
    desk._keeping.purging._done = None
    desk._keeping.purging.look()
    asked = Event()
    desk._keeping.keeper.do(lambda _: asked.set())
    qtbot.waitUntil(asked.is_set, timeout=20_000)
    assert kept_words() == {"d400": True}
    desk._do(Act.END)
    qtbot.waitUntil(lambda: desk._calls.state.call_id is None, timeout=20_000)
    desk._keeping.purging.look()
    qtbot.waitUntil(lambda: "d400" not in kept_words(), timeout=20_000)


def stored(desk: Desk) -> list[CallDocument]:
    """The calls that are kept so far."""
    store = open_store(desk._settings)
    documents = [store.load(row.call_id) for row in store.rows()]
    store.close()
    return documents


def test_where_callers_have_to_be_told_first_no_device_is_opened_before(
    qtbot: QtBot, start: Start, desktop: Desktop
) -> None:
    change_settings(load_settings(), {"region": "all_agree"})
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.is_loaded, timeout=20_000)
    press(desk, Act.START)
    qtbot.waitUntil(desk._window.ask.isVisible)
    assert desk._calls.state.phase is DeskPhase.ASKING
    assert desktop.is_free()
    click(desk._window.ask.told)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.LISTENING, timeout=20_000)
    qtbot.waitUntil(lambda: not desktop.is_free(), timeout=20_000)
    desk._calls.tell("end", None)
    qtbot.waitUntil(lambda: len(stored(desk)) == 1, timeout=20_000)
    [kept] = stored(desk)
    assert (kept.disclosure.how, kept.disclosure.rule) == (Telling.TICKED, Consent.REQUIRED)
    assert kept.call.capture is Capture.SOUND


def test_a_caller_who_says_no_is_never_heard_and_the_call_is_kept_as_such(
    qtbot: QtBot, start: Start, desktop: Desktop
) -> None:
    change_settings(load_settings(), {"consent": "required"})
    desk = start(set_up=False)
    desk._calls.tell("start", None, "C-17")
    qtbot.waitUntil(desk._window.ask.isVisible)
    click(desk._window.ask.refused)
    qtbot.waitUntil(desk._window.call.hand.isVisible, timeout=20_000)
    click(desk._window.call.hand.moods[Act.MOOD_HOT])
    qtbot.waitUntil(lambda: bool(desk._bridge.state.curve), timeout=5_000)
    click(desk._window.call.hand.steps[Act.STEP_VALIDATE])
    qtbot.waitUntil(lambda: desk._bridge.state.prompt is not None, timeout=5_000)
    assert desktop.is_free()
    desk._calls.tell("end", None)
    qtbot.waitUntil(lambda: len(stored(desk)) == 1, timeout=20_000)
    [kept] = stored(desk)
    assert (kept.call.capture, kept.call.reference, kept.turns) == (Capture.NONE, "C-17", ())
    assert (kept.disclosure.how, kept.disclosure.rule) == (Telling.REFUSED, Consent.REQUIRED)
    assert kept.summary.escalations == 1


def test_a_caller_who_says_no_while_listened_to_frees_the_devices_and_leaves_no_word(
    qtbot: QtBot, start: Start, desktop: Desktop
) -> None:
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.is_loaded, timeout=20_000)
    desk._calls.tell("start", "call-1", "C-17")
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.LISTENING, timeout=20_000)
    desk._window.act(Act.REFUSED)
    qtbot.waitUntil(desk._window.call.hand.isVisible, timeout=20_000)
    qtbot.waitUntil(desktop.is_free, timeout=20_000)
    desk._calls.tell("end", "call-1")
    qtbot.waitUntil(lambda: len(stored(desk)) == 1, timeout=20_000)
    [kept] = stored(desk)
    assert (kept.call.capture, kept.call.reference, kept.turns) == (Capture.NONE, "C-17", ())
    assert (kept.disclosure.how, kept.disclosure.rule) == (Telling.REFUSED, Consent.TELL)
    qtbot.waitUntil(lambda: not list((desk._settings.home / "journals").glob("*.jsonl")), timeout=20_000)


def test_with_listening_off_a_start_hears_nothing_and_nothing_watches(
    qtbot: QtBot, start: Start, desktop: Desktop
) -> None:
    change_settings(load_settings(), {"listen": False})
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.is_loaded, timeout=20_000)
    press(desk, Act.START)
    qtbot.waitUntil(lambda: desk._calls.state.phase is DeskPhase.BY_HAND, timeout=20_000)
    assert not desk._watching._is_wanted
    assert desktop.is_free()


@pytest.mark.parametrize("phase", [DeskPhase.LISTENING, DeskPhase.BY_HAND])
def test_a_call_goes_on_where_the_centres_playbook_is_wrong_and_the_desk_says_which_file(
    qtbot: QtBot, start: Start, tmp_path: Path, phase: DeskPhase
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('name = "ours"\ncolour = 1\n', encoding="utf-8")
    change_settings(load_settings(), {"playbook": str(file)})
    desk = start(set_up=False)
    desk._calls.start(is_by_hand=phase is DeskPhase.BY_HAND)
    qtbot.waitUntil(lambda: desk._calls.state.phase is phase, timeout=20_000)
    [notice] = [one for one in desk._calls.state.notices if "ours.toml" in one]
    assert "line 2: unknown key 'colour'." in notice
    assert notice.endswith("Until then the playbook General is used instead.")


def test_what_is_kept_opens_once_and_the_list_of_calls_follows_it(qtbot: QtBot, start: Start) -> None:
    desk = start(set_up=False)
    store = open_store(desk._settings)
    store.save(document(*whole_call(), call=started("old", datetime.now().astimezone().isoformat())))
    store.close()
    desk._do(Act.CALLS)
    desk._do(Act.KEPT)
    desk._do(Act.KEPT)
    [dialog] = desk._window.findChildren(KeptDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=5_000)
    click(dialog.every)
    click(dialog.delete)
    click(dialog.delete)
    assert desk._review.window is not None
    rows = desk._review.window.calls
    qtbot.waitUntil(lambda: rows.rowCount() == 0, timeout=5_000)
    dialog.reject()
    desk._review.window.close()


def on_the_line(qtbot: QtBot, start: Start) -> Desk:
    """A desk in a call that is listened to."""
    desk = start(set_up=False)
    qtbot.waitUntil(lambda: desk._calls.state.is_loaded, timeout=20_000)
    desk._calls.tell("start", "call-1")
    qtbot.waitUntil(lambda: desk._bridge.state.started is not None, timeout=20_000)
    return desk


@pytest.mark.parametrize("leave", [Desk._end, Desk._log_out])
def test_a_call_that_is_on_when_the_window_closes_is_kept_and_told_at_the_next_start_once(
    qtbot: QtBot, start: Start, leave: Callable[[Desk], None]
) -> None:
    desk = on_the_line(qtbot, start)
    leave(desk)
    desk._end()
    assert [call.call.id for call in stored(desk)] == ["call-1"]
    assert [told_of_closing(start(set_up=False)) for _ in range(2)] == [1, 0]


def test_a_call_that_was_over_when_the_window_closed_is_not_told(qtbot: QtBot, start: Start) -> None:
    desk = on_the_line(qtbot, start)
    desk._calls.tell("end", "call-1")
    qtbot.waitUntil(lambda: len(stored(desk)) == 1 and desk._bridge.state.ended is not None, timeout=20_000)
    desk._end()
    assert told_of_closing(start(set_up=False)) == 0


def told_of_closing(desk: Desk) -> int:
    return sum("was still on when Calmline was closed" in told for told in desk._calls.state.notices)


def test_what_was_typed_of_the_last_call_is_saved_at_a_log_out(qtbot: QtBot, start: Start) -> None:
    desk = on_the_line(qtbot, start)
    desk._calls.tell("end", "call-1")
    qtbot.waitUntil(lambda: desk._window.call.summary.after.is_open, timeout=20_000)
    desk._window.call.summary.after.note.setPlainText("Rang the depot.")
    desk._log_out()
    qtbot.waitUntil(lambda: notes(desk) == ["Rang the depot."], timeout=20_000)


def notes(desk: Desk) -> list[str | None]:
    return [call.after.note if call.after else None for call in stored(desk)]


@pytest.mark.parametrize(("chosen", "follows"), [("system", True), ("light", False)])
def test_the_colours_follow_the_desktop_while_the_window_is_open(
    qapp: QApplication, start: Start, chosen: str, *, follows: bool
) -> None:
    change_settings(load_settings(), {"theme": chosen})
    desk, before = start(set_up=False), qapp.palette()
    assert desk._window.look.theme is LIGHT
    qapp.setPalette(QPalette(QColor("#202020")))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qapp.setPalette(before)
    assert desk._window.look.theme is (DARK if follows else LIGHT)
