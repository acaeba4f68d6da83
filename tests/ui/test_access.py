"""Every control of every window has a name in words, in every state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.checklists import Opening
from app.core.desk import DeskState, Offer
from app.core.events import Checklist, Disclosed, Event, LineState, Phase, Stage, Trend
from app.core.setting_list import SETTINGS, SettingRow
from app.ui.actions import Act, default_keys
from app.ui.settings_dialog import SettingsDialog
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import LIGHT
from app.ui.tray import Tray
from app.ui.wrong_dialog import WrongDialog
from tests.ui.access import name_of, nameless
from tests.ui.calls import MemoryStore, document, line, point, prompt, started, whole_call
from tests.ui.panel import Panel, opened

TELL = "Say that it is written down"
OPENING = Opening(items=("Greet", TELL), disclosing=TELL)
HOT = whole_call()[:11]
READY = DeskState().loaded()
STATES: dict[str, list[Event]] = {
    "ready": [],
    "begun": [started(), Disclosed(told=False, how=None, at_s=0.0), Checklist(at_s=0.0, items=("A",), done=(False,))],
    "call": HOT,
    "hold": [*HOT, line(LineState.HOLD)],
    "paused": [*HOT, line(LineState.PAUSED)],
    "unscored": [*HOT, line(LineState.UNSCORED)],
    "ended": whole_call(),
}


@pytest.mark.parametrize("state", STATES)
def test_every_control_of_the_panel_has_a_name(qtbot: QtBot, state: str) -> None:
    with opened(qtbot, *STATES[state], opening=OPENING) as panel:
        assert nameless(panel.window) == []
        for act in (Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE):
            panel.window.act(act)
            QApplication.processEvents()
            assert nameless(panel.window) == []


@pytest.mark.parametrize("desk", [READY.offers(Offer.START), READY.tells("Something to tell."), READY.fetches("base")])
def test_every_control_of_what_the_desk_tells_has_a_name(qtbot: QtBot, desk: DeskState) -> None:
    with opened(qtbot) as panel:
        panel.show(desk)
        assert nameless(panel.window) == []


def test_every_control_of_the_card_after_a_call_has_a_name_also_new_lines(qtbot: QtBot) -> None:
    with opened(qtbot, *whole_call()) as panel:
        panel.card.wants.add.click()
        panel.card.promises.add.click()
        QApplication.processEvents()
        assert nameless(panel.window) == []


def settings(_: Path) -> QWidget:
    rows = [
        SettingRow(setting=setting, value=setting.default, is_locked=name == "keep")
        for name, setting in SETTINGS.items()
        if setting.group is not None and not setting.is_table
    ]
    return SettingsDialog(rows, lambda _: None, notices=("settings.toml, line 3: not understood.",))


def supervisor(folder: Path) -> QWidget:
    store = MemoryStore()
    store.save(document())
    window = SupervisorWindow(store, SqlTeamStore(folder / "calls.sqlite3"))
    window.open_call("call-1")
    return window


def wrong(_: Path) -> QWidget:
    shell = QWidget()
    WrongDialog("third time", is_hotter=True, parent=shell).show()
    return shell


@pytest.mark.parametrize("make", [settings, supervisor, wrong])
def test_every_control_of_the_other_windows_has_a_name(
    qtbot: QtBot, tmp_path: Path, make: Callable[[Path], QWidget]
) -> None:
    window = make(tmp_path)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    assert nameless(window) == []


@pytest.mark.usefixtures("qapp")
def test_every_entry_of_the_trays_menu_has_a_name() -> None:
    tray = Tray(LIGHT, lambda _: None, lambda: None, lambda: None)
    shell = QWidget()
    tray.menu.setParent(shell)
    assert len(tray.menu.actions()) > 4
    assert nameless(shell) == []


def test_a_control_without_a_name_or_with_a_sign_alone_is_found(qtbot: QtBot) -> None:
    shell = QWidget()
    qtbot.addWidget(shell)
    for text in ("", "×", "Close"):
        QPushButton(text, shell)
    shell.show()
    assert nameless(shell) == ["QPushButton ''", "QPushButton '×'"]


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    with opened(qtbot, started()) as made:
        return made


def test_the_level_is_told_in_words_that_change_with_it(panel: Panel) -> None:
    level = panel.window.call.status.level
    assert (name_of(level), level.accessibleDescription()) == ("The caller's level", "Not known yet")
    panel.tell(point(5, 0.8, Phase.HOT))
    assert level.accessibleDescription() == "Hot, getting angrier"
    panel.tell(point(9, 0.1, Phase.CALM, Trend.FALLING))
    assert level.accessibleDescription() == "Calm, getting calmer"
    panel.tell(line(LineState.HOLD))
    assert level.accessibleDescription() == "Calm, when last scored"


def test_the_steps_are_told_in_words_that_change_with_them(panel: Panel) -> None:
    ladder = panel.window.call.ladder
    assert (name_of(ladder), ladder.accessibleDescription()) == ("Steps", "Listen, Ask, Validate, Resolve")
    panel.tell(prompt(Stage.LISTEN), prompt(Stage.VALIDATE))
    assert ladder.accessibleDescription() == "Listen shown, Ask, Validate now, Resolve"


def test_a_prompt_is_said_on_its_key_and_never_by_itself(panel: Panel) -> None:
    said: list[str] = []
    panel.window.announced.connect(said.append)
    panel.press(default_keys()[Act.SPEAK])
    panel.tell(prompt(Stage.LISTEN))
    assert said == []
    panel.press(default_keys()[Act.SPEAK])
    assert said == ["Let it run; note what they want. Mm-hm."]


def test_signs_are_not_read_out(qtbot: QtBot) -> None:
    with opened(qtbot, opening=OPENING) as panel:
        assert "Greet: to do" in names(panel.window.ready)
        panel.tell(started(), Checklist(at_s=0.0, items=("Greet", "Ask"), done=(True, False)), point(5, 0.8, Phase.HOT))
        assert "Greet: done. Ask: to do" in names(panel.window.call.prompt)
        assert {"Hot", "getting angrier"} <= names(panel.window.call.status)


def names(part: QWidget) -> set[str]:
    return {name_of(one) for one in part.findChildren(QLabel) if one.isVisible()}


def test_the_curve_is_told_in_words(panel: Panel) -> None:
    panel.window.act(Act.CURVE)
    panel.tell(point(5, 0.8, Phase.HOT), point(40, 0.1, Phase.CALM, Trend.FALLING))
    curve = panel.window.call.curve
    assert name_of(curve) == "The caller's anger over the call"
    assert curve.accessibleDescription() == "Calm now; highest Hot, at 0:05"
