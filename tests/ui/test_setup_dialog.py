"""The first run, with every control pressed as a person does, on a bench that shows what a test says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.checkup import PHRASE
from app.core.errors import InputError, SettingError
from app.core.events import Channel, Health, HealthCode
from app.core.setting_kinds import Value
from app.core.setting_list import SettingRow
from app.core.setup import ModelPhase, ModelState, SetupPage, SetupState, ToneState, Verdict
from app.ui.setup_dialog import SetupDialog
from app.ui.theme import CONTRAST, DARK, LIGHT, Theme, set_text_size
from tests.core.setups import (
    BROKEN,
    CAME_BACK,
    CAMERA,
    DEVICES,
    EARPIECE,
    FAILED,
    FETCHING,
    HEADSET,
    LEAKED,
    LOOKED,
    NOT_BACK,
    SOFTPHONE,
    TROUBLE,
    at_work,
    final,
    silent,
    tried,
)
from tests.ui.fit import misfits
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click
from tests.ui.setups import Bench, rows

VOICE, CALLER, TRIAL, KEEPING, READY = SetupPage


@pytest.fixture(autouse=True)
def desktop_font() -> Iterator[None]:
    """Leave the font of the desktop as it was."""
    base = QApplication.font()
    yield
    QApplication.setFont(base)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def shown(qtbot: QtBot, bench: Bench, given: dict[str, SettingRow] | None = None) -> SetupDialog:
    dialog = SetupDialog(bench, given or rows(), lambda: bench.asked.append("practice"), theme=LIGHT)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def at(qtbot: QtBot, bench: Bench, page: SetupPage, given: dict[str, SettingRow] | None = None) -> SetupDialog:
    dialog = shown(qtbot, bench, given)
    for _ in range(page):
        click(dialog.next_button)
    return dialog


def texts(dialog: SetupDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def values(kept: Sequence[dict[str, Value]]) -> dict[str, Value]:
    return {name: value for changes in kept for name, value in changes.items()}


def test_the_whole_first_run_can_be_walked_by_the_keyboard_alone(qtbot: QtBot, bench: Bench) -> None:
    dialog = shown(qtbot, bench)
    assert bench.page is VOICE
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    tab_to(dialog.voice.look)
    press(Qt.Key.Key_Space)
    tab_to(dialog.next_button)
    press(Qt.Key.Key_Return)
    assert (bench.page, values(bench.kept)) == (CALLER, {"microphone": CAMERA.id})
    press(Qt.Key.Key_Down)
    tab_to(dialog.caller.play)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    tab_to(dialog.next_button)
    press(Qt.Key.Key_Return)
    assert (bench.page, values(bench.kept)["caller"]) == (TRIAL, EARPIECE.id)
    bench.state = replace(LOOKED, trial=tried())
    dialog.look()
    tab_to(dialog.trial.play)
    press(Qt.Key.Key_Space)
    tab_to(dialog.back_button)
    press(Qt.Key.Key_Return)
    assert bench.page is CALLER
    press(Qt.Key.Key_Return)
    assert bench.page is TRIAL
    tab_to(dialog.next_button)
    press(Qt.Key.Key_Return)
    assert bench.page is KEEPING
    press(Qt.Key.Key_Down)
    tab_to(dialog.keeping.fields["consent"].control.widget)
    press(Qt.Key.Key_Down)
    tab_to(dialog.next_button)
    press(Qt.Key.Key_Return)
    assert bench.page is READY
    assert values(bench.kept) == {
        "microphone": CAMERA.id, "caller": EARPIECE.id, "keep": "no_text", "consent": "announced"
    }  # fmt: skip
    press(Qt.Key.Key_Return)
    assert bench.asked == ["look", ("tone", EARPIECE.id), "voice", "practice"]
    assert not dialog.isVisible()


def test_done_closes_without_a_practice_call(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, READY)
    tab_to(dialog.done_button)
    press(Qt.Key.Key_Space)
    assert dialog.result() == SetupDialog.DialogCode.Accepted
    assert bench.asked == []


def test_what_was_chosen_is_kept_when_the_dialog_is_closed_half_way(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, CALLER)
    click(dialog.caller.list.rows[3])
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == SetupDialog.DialogCode.Rejected
    assert values(bench.kept) == {"caller": SOFTPHONE.id}


def test_back_keeps_too_and_shows_what_was_chosen(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, VOICE)
    assert not dialog.back_button.isVisible()
    click(dialog.voice.list.rows[2])
    click(dialog.next_button)
    click(dialog.back_button)
    assert dialog.page is VOICE
    assert [row.choice.isChecked() for row in dialog.voice.list.rows] == [False, False, True, False]


def test_a_device_that_does_not_open_says_why_and_what_to_do(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, VOICE)
    broken = dialog.voice.list.rows[-1]
    assert broken.note.text() == TROUBLE
    assert broken.choice.accessibleDescription() == TROUBLE
    click(broken)
    assert dialog.voice.status.text.text() == TROUBLE
    assert dialog.voice.status.sign.isVisible()


def test_what_is_plugged_in_appears_and_the_choice_and_the_keyboard_stay(qtbot: QtBot, bench: Bench) -> None:
    bench.state = replace(LOOKED, devices=DEVICES[1:])
    dialog = at(qtbot, bench, VOICE)
    press(Qt.Key.Key_Down)
    assert dialog.voice.list.value == CAMERA.id
    bench.state = LOOKED
    dialog.look()
    assert [row.value for row in dialog.voice.list.rows] == [None, HEADSET.id, CAMERA.id, BROKEN.id]
    assert dialog.voice.list.value == CAMERA.id
    assert dialog.voice.list.rows[2].choice.hasFocus()
    bench.state = replace(LOOKED, devices=())
    dialog.look()
    assert [row.value for row in dialog.voice.list.rows] == [None, CAMERA.id]
    assert "plug it in" in dialog.voice.list.rows[1].note.text()


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (SetupState(), "Looking for devices"),
        (SetupState(has_looked=True), "There is no device."),
        (SetupState(has_looked=True, trouble="The sound server does not answer. Start it."), "Start it."),
        (replace(LOOKED, devices=(replace(DEVICES[0], loudest_dbfs=-100.0),)), "Nothing comes from it yet."),
        (replace(LOOKED, devices=(replace(DEVICES[0], loudest_dbfs=-55.0),)), "Only a faint sound"),
        (replace(LOOKED, devices=(replace(DEVICES[0], level_dbfs=None),)), "Opening"),
        (
            replace(LOOKED, devices=(replace(DEVICES[0], device=replace(HEADSET, is_muted=True)),)),
            "It is muted.",
        ),
        (LOOKED, "Sound comes from it."),
    ],
)
def test_the_page_of_the_microphone_says_what_to_do_and_never_that_it_works(
    qtbot: QtBot, bench: Bench, state: SetupState, says: str
) -> None:
    bench.state = state
    dialog = at(qtbot, bench, VOICE)
    assert says in dialog.voice.status.text.text()
    assert "works" not in texts(dialog).lower()


@pytest.mark.parametrize(
    ("tone", "says"),
    [
        (ToneState(), "Press “Play a sound”"),
        (ToneState(is_playing=True), "Listening for the tone"),
        (CAME_BACK, "The tone came back: what is played there is heard."),
        (NOT_BACK, "The tone did not come back."),
        (LEAKED, "your microphone heard it too"),
    ],
)
def test_the_tone_says_whether_it_came_back(qtbot: QtBot, bench: Bench, tone: ToneState, says: str) -> None:
    bench.state = replace(LOOKED, tone=tone)
    dialog = at(qtbot, bench, CALLER)
    assert says in dialog.caller.status.text.text()
    assert dialog.caller.play.isEnabled() is not tone.is_playing


def test_what_the_tone_said_of_one_device_is_not_said_of_another(qtbot: QtBot, bench: Bench) -> None:
    bench.state = replace(LOOKED, tone=CAME_BACK)
    dialog = at(qtbot, bench, CALLER)
    click(dialog.caller.list.rows[2])
    assert dialog.caller.status.text.text().startswith("Press “Play a sound”")
    click(dialog.caller.list.rows[3])
    assert not dialog.caller.play.isEnabled()
    assert "Sound comes from it" in dialog.caller.status.text.text()
    click(dialog.caller.list.rows[4])
    assert "Sound comes from it" in dialog.caller.status.text.text()


def test_the_words_of_each_side_appear_and_only_then_it_works(qtbot: QtBot, bench: Bench) -> None:
    bench.state = replace(LOOKED, trial=tried(reads=False))
    dialog = at(qtbot, bench, TRIAL)
    you, caller = dialog.trial.sides[Channel.AGENT], dialog.trial.sides[Channel.CALLER]
    assert PHRASE in you.task.text()
    assert (you.words.text(), you.status.text.text()) == ("", "Listening …")
    bench.state = replace(LOOKED, trial=tried())
    dialog.look()
    assert you.words.text() == PHRASE
    assert you.status.text.text() == "This works: your words were read."
    assert caller.words.text() == "Hi. I am calling about a washing"
    assert "works" not in caller.status.text.text()
    bench.state = replace(LOOKED, trial=tried().follows(final(Channel.CALLER, "Hi. I am calling.")))
    dialog.look()
    assert caller.status.text.text() == "This works: the caller's words were read."


def test_on_silence_nothing_works_and_it_is_said_what_to_do(qtbot: QtBot, bench: Bench) -> None:
    bench.state = replace(LOOKED, trial=silent())
    dialog = at(qtbot, bench, TRIAL)
    assert "works" not in texts(dialog).lower()
    assert "No sound comes from your microphone." in texts(dialog)
    bench.state = replace(LOOKED, trial=silent().plays().has_played())
    dialog.look()
    assert "The voice was played and nothing of it came back." in texts(dialog)
    bench.state = replace(LOOKED, tried=dict.fromkeys((Channel.AGENT, Channel.CALLER), Verdict.FLAT))
    click(dialog.next_button)
    click(dialog.next_button)
    assert "works" not in texts(dialog).lower()
    assert texts(dialog).count("Tried: no sound came.") == 2


def test_without_a_try_the_end_says_that_it_was_not_tried(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, READY, rows(microphone=CAMERA.id, keep="nothing", consent="announced"))
    said = texts(dialog)
    assert said.count("Not tried yet.") == 2
    assert CAMERA.name in said
    assert f"The computer's default: {EARPIECE.name}" in said
    assert "Nothing" in said
    assert "Before the call, by an announcement." in said


def test_troubles_of_the_devices_are_said_on_the_page_that_tries_them(qtbot: QtBot, bench: Bench) -> None:
    gone = Health(code=HealthCode.DEVICE_LOST, advice="The headset is gone. Plug it in.", lag_s=0.0, at_s=1.0)
    bench.state = replace(LOOKED, trial=tried().follows(gone))
    dialog = at(qtbot, bench, TRIAL)
    assert "The headset is gone. Plug it in." in texts(dialog)
    click(dialog.trial.again)
    assert bench.page is TRIAL


def test_in_an_application_no_voice_can_be_played(qtbot: QtBot, bench: Bench) -> None:
    bench.state = replace(LOOKED, trial=tried())
    dialog = at(qtbot, bench, TRIAL, rows(caller=SOFTPHONE.id))
    assert not dialog.trial.play.isEnabled()
    assert "Let your softphone play something" in dialog.trial.sides[Channel.CALLER].task.text()


def test_long_words_show_their_newest_part(qtbot: QtBot, bench: Bench) -> None:
    bench.state = replace(LOOKED, trial=tried().follows(final(Channel.AGENT, "word " * 60 + "end", number=2)))
    dialog = at(qtbot, bench, TRIAL)
    shown_words = dialog.trial.sides[Channel.AGENT].words.text()
    assert shown_words.startswith("… word")
    assert shown_words.endswith("end")


@pytest.mark.parametrize("name", ["keep", "consent"])
def test_what_the_centre_has_set_is_shown_and_cannot_be_changed(qtbot: QtBot, bench: Bench, name: str) -> None:
    dialog = at(qtbot, bench, KEEPING, rows(locked=(name,)))
    field = dialog.keeping.fields[name]
    assert not field.control.widget.isEnabled()
    assert field.locked.isVisible()
    click(dialog.next_button)
    assert values(bench.kept) == {}


def test_a_device_that_the_centre_has_set_cannot_be_changed(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, VOICE, rows(locked=("microphone",), microphone=CAMERA.id))
    assert "Set by your centre." in texts(dialog)
    click(dialog.voice.list.rows[1])
    assert dialog.voice.list.value == CAMERA.id
    assert not any(row.choice.isEnabled() for row in dialog.voice.list.rows)
    click(dialog.next_button)
    assert values(bench.kept) == {}


def test_what_cannot_be_kept_is_said_and_stops_nobody(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, VOICE)
    bench.error = InputError("The file cannot be written.", "Check the folder.")
    click(dialog.voice.list.rows[1])
    click(dialog.next_button)
    assert dialog.page is CALLER
    assert dialog.wrong.text.text() == "This could not be kept. The file cannot be written. Check the folder."
    bench.error = None
    click(dialog.back_button)
    assert not dialog.wrong.isVisible()
    assert values(bench.kept) == {}
    click(dialog.next_button)
    assert values(bench.kept) == {"microphone": HEADSET.id}


def test_a_setting_that_cannot_be_so_is_said_beside_its_control(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, KEEPING)
    bench.error = SettingError("keep", "keep cannot be changed.", "Ask.")
    press(Qt.Key.Key_Down)
    click(dialog.next_button)
    assert dialog.page is KEEPING
    assert dialog.keeping.fields["keep"].wrong.text() == "keep cannot be changed. Ask."


def test_the_speech_model_is_told_on_every_page_and_can_be_fetched(qtbot: QtBot, bench: Bench) -> None:
    dialog = shown(qtbot, bench)
    for page in SetupPage:
        assert "The speech model is ready." in texts(dialog)
        if page is not READY:
            click(dialog.next_button)
    bench.state = replace(LOOKED, model=ModelState(phase=ModelPhase.LOADING))
    dialog.look()
    assert "is being loaded" in dialog.model.text.text()
    bench.state = replace(LOOKED, model=FAILED)
    dialog.look()
    assert dialog.model.trouble.text.text() == FAILED.trouble
    click(dialog.model.fetch)
    assert bench.asked == ["fetch"]
    bench.state = replace(LOOKED, model=FETCHING)
    dialog.look()
    assert "48 of 145 MB" in dialog.model.text.text()
    assert (dialog.model.bar.isVisible(), dialog.model.bar.value(), dialog.model.bar.maximum()) == (True, 48, 145)
    bench.state = replace(LOOKED, model=ModelState(phase=ModelPhase.FETCHING))
    dialog.look()
    assert not dialog.model.bar.isVisible()


def test_every_control_has_a_name(qtbot: QtBot, bench: Bench) -> None:
    dialog = shown(qtbot, bench)
    for page in SetupPage:
        for button in dialog.findChildren(QAbstractButton):
            assert not button.isVisible() or button.accessibleName() or button.text()
        for row in dialog.voice.list.rows:
            assert row.meter.accessibleName().startswith("Level of ")
        if page is not READY:
            click(dialog.next_button)


def test_a_page_that_is_longer_than_the_window_scrolls_by_the_keyboard(qtbot: QtBot, bench: Bench) -> None:
    dialog = at(qtbot, bench, READY)
    assert dialog.area(READY).focusPolicy() is Qt.FocusPolicy.NoFocus
    dialog.resize(dialog.width(), 240)
    dialog.look()
    tab_to(dialog.area(READY))
    press(Qt.Key.Key_PageDown)
    assert dialog.area(READY).verticalScrollBar().value() > 0


STATES: list[tuple[SetupPage, SetupState]] = [
    *at_work(),
    (VOICE, replace(LOOKED, model=FAILED)),
    (KEEPING, replace(LOOKED, model=FETCHING)),
    (READY, replace(LOOKED, model=FAILED)),
    (VOICE, SetupState(has_looked=True)),
    (VOICE, replace(LOOKED, devices=(replace(DEVICES[0], loudest_dbfs=-100.0),))),
    (CALLER, replace(LOOKED, tone=LEAKED)),
    (TRIAL, replace(LOOKED, trial=silent().plays().has_played("Nothing plays. Plug it in."))),
    (TRIAL, replace(LOOKED, trial=tried().follows(final(Channel.AGENT, "word " * 60, number=2)))),
]


def fits(part: QWidget) -> None:
    assert misfits(part) == []


@pytest.mark.parametrize("text_size", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_every_page_has_its_room_as_things_change_on_it(qtbot: QtBot, theme: Theme, text_size: float) -> None:
    set_text_size(QApplication.font(), text_size)
    bench = Bench()
    dialog = SetupDialog(bench, rows(locked=("keep",)), lambda: None, theme=theme)
    qtbot.addWidget(dialog)
    dialog.show()
    size = dialog.size()
    for page, bench.state in sorted(STATES, key=lambda one: one[0]):
        if page is not dialog.page:
            dialog.next_button.click()
        dialog.resize(size)
        dialog.look()
        assert dialog.page is page
        for part in (dialog, dialog.pages[page], dialog.voice.list, dialog.caller.list):
            qtbot.waitUntil(partial(fits, part))


def test_the_list_of_devices_is_as_high_as_its_rows_as_soon_as_one_says_what_is_wrong(qtbot: QtBot) -> None:
    bench = Bench(replace(LOOKED, devices=LOOKED.devices[:2]))
    dialog = shown(qtbot, bench)
    bench.state = LOOKED
    dialog.look()
    area, rows_px = dialog.voice.area, dialog.voice.list.heightForWidth
    qtbot.waitUntil(lambda: area.height() == rows_px(area.width()))
    assert area.verticalScrollBar().maximum() == 0


def test_an_announcement_that_tells_callers_can_be_chosen(qtbot: QtBot, bench: Bench) -> None:
    box = at(qtbot, bench, KEEPING).keeping.fields["consent"].control.widget
    assert isinstance(box, QComboBox)
    box.setCurrentText("By an announcement")
    assert box.currentText() == "By an announcement"
