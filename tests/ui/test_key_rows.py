"""The keys in the dialog of settings, each chosen by pressing it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS, SettingRow
from app.ui.actions import SPECS, Act, default_keys
from app.ui.key_edit import KeyEdit
from app.ui.key_rows import key_rows
from app.ui.setting_field import SettingField
from app.ui.settings_dialog import SettingsDialog
from app.ui.theme import CONTRAST, DARK, LIGHT, Theme, set_text_size
from tests.ui.mouse import click

SHOWN = [row.setting.name for row in key_rows(default_keys(), lambda _: False)]
OPPOSITES = {"keys.end", "keys.resume", "keys.unmute", "keys.caller", "keys.scored"}
NEW = "Ctrl+Alt+Shift+F12"


class Keys:
    """A dialog with keys alone, and what was kept of it."""

    def __init__(self, qtbot: QtBot, *, locked: str = "", **keys: str) -> None:
        self.kept: list[Mapping[str, Value]] = []
        self.listened: list[bool] = []
        chosen = default_keys() | {Act(name): key for name, key in keys.items()}
        switch = SettingRow(setting=SETTINGS["keys_everywhere"], value=True)
        rows = [switch, *key_rows(chosen, lambda name: name == locked)]
        self.dialog = SettingsDialog(rows, self.kept.append)
        self.dialog.listens.connect(self.listened.append)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        with qtbot.waitActive(self.dialog):
            """Only there can a field have the keyboard."""

    def field(self, act: Act) -> SettingField:
        return self.dialog.fields[f"keys.{act}"]

    def edit(self, act: Act) -> KeyEdit:
        found = self.field(act).control.widget
        assert isinstance(found, KeyEdit)
        return found

    def press(self, act: Act, key: str) -> None:
        self.edit(act).setFocus()
        QTest.keySequence(self.edit(act), QKeySequence(key))

    def save(self) -> list[Mapping[str, Value]]:
        click(self.dialog.save_button)
        return self.kept


def test_every_act_has_a_row_and_an_opposite_only_with_a_key_of_its_own(qtbot: QtBot) -> None:
    assert {f"keys.{act}" for act in Act} == {*SHOWN} | OPPOSITES
    keys = Keys(qtbot, resume="F9")
    assert "keys.resume" in keys.dialog.fields
    assert keys.field(Act.HOLD).title.text() == "Hold / Carry on"
    assert keys.field(Act.HELP).title.text() == SPECS[Act.HELP].title


def test_every_key_is_changed_by_pressing_the_new_one_and_taken_back(qtbot: QtBot) -> None:
    keys = Keys(qtbot)
    for name in SHOWN:
        act = Act(name.partition(".")[2])
        keys.press(act, NEW)
        assert keys.dialog.changes() == {name: NEW}
        click(keys.field(act).back)
        assert keys.dialog.changes() == {}


@pytest.mark.parametrize("names", [SHOWN[::2], SHOWN[1::2]], ids=["one half", "the other"])
def test_every_new_key_is_kept(qtbot: QtBot, names: list[str]) -> None:
    keys = Keys(qtbot)
    new = {name: f"Ctrl+Alt+Shift+F{number}" for number, name in enumerate(names, start=1)}
    for name, key in new.items():
        keys.press(Act(name.partition(".")[2]), key)
    assert keys.save() == [new]


def test_a_key_is_taken_away_by_backspace_or_the_mark_in_its_field(qtbot: QtBot) -> None:
    keys = Keys(qtbot)
    keys.press(Act.HELP, "Backspace")
    line = keys.edit(Act.PAUSE).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    click(line.findChildren(QToolButton)[0])
    assert keys.save() == [{"keys.help": "", "keys.pause": ""}]


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (default_keys()[Act.PAUSE], "is the key for “Pause”"),
        ("Ctrl+Alt+K", "screen readers take it"),
        ("Ctrl+Shift+M", "Teams mutes with it"),
        ("Ctrl+C", "other programs"),
        ("H", "while typing"),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_at_once_with_the_reason(qtbot: QtBot, key: str, why: str) -> None:
    keys = Keys(qtbot)
    for _ in range(2):
        keys.press(Act.HELP, key)
        field = keys.field(Act.HELP)
        assert field.wrong.isVisible()
        assert why in field.wrong.text()
        assert field.control.read() == default_keys()[Act.HELP]
    keys.press(Act.HELP, NEW)
    assert not keys.field(Act.HELP).wrong.isVisible()
    assert keys.save() == [{"keys.help": NEW}]


def test_a_key_that_was_given_up_can_be_taken_by_another_act(qtbot: QtBot) -> None:
    keys = Keys(qtbot)
    keys.press(Act.PAUSE, "Backspace")
    keys.press(Act.HELP, default_keys()[Act.PAUSE])
    click(keys.field(Act.PAUSE).back)
    assert "is the key for “Stuck”" in keys.field(Act.PAUSE).wrong.text()
    assert keys.save() == [{"keys.pause": "", "keys.help": default_keys()[Act.PAUSE]}]


def test_a_key_that_the_centre_has_set_is_shown_and_cannot_be_changed(qtbot: QtBot) -> None:
    keys = Keys(qtbot, locked="keys.pause", pause="F9")
    field = keys.field(Act.PAUSE)
    assert (field.control.read(), field.control.widget.isEnabled()) == ("F9", False)
    assert field.locked.text() == "Set by your centre"
    assert not field.back.isVisible()


def test_while_a_field_waits_for_a_key_the_others_are_to_rest(qtbot: QtBot) -> None:
    keys = Keys(qtbot)
    keys.edit(Act.HELP).setFocus()
    assert keys.listened == [True]
    QTest.keyClick(keys.edit(Act.HELP), Qt.Key.Key_Tab)
    assert keys.listened == [True, False, True]
    keys.dialog.save_button.setFocus()
    assert keys.listened[-1] is False


def test_tab_enter_and_escape_do_what_they_do_everywhere(qtbot: QtBot) -> None:
    keys = Keys(qtbot)
    keys.edit(Act.PAUSE).setFocus()
    QTest.keyClick(keys.edit(Act.PAUSE), Qt.Key.Key_Tab)
    assert keys.dialog.focusWidget() is keys.edit(Act.HOLD)
    QTest.keyClick(keys.edit(Act.HOLD), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert keys.dialog.focusWidget() is keys.edit(Act.PAUSE)
    assert keys.dialog.changes() == {}
    keys.press(Act.PAUSE, NEW)
    QTest.keyClick(keys.edit(Act.PAUSE), Qt.Key.Key_Return)
    assert keys.kept == [{"keys.pause": NEW}]
    keys = Keys(qtbot)
    keys.press(Act.PAUSE, NEW)
    QTest.keyClick(keys.edit(Act.PAUSE), Qt.Key.Key_Escape)
    assert not keys.dialog.isVisible()
    assert keys.kept == []


def test_a_field_says_what_it_waits_for_and_what_it_is_for(qtbot: QtBot) -> None:
    keys = Keys(qtbot)
    edit = keys.edit(Act.DEMO)
    line = edit.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == "No key"
    edit.setFocus()
    assert line.placeholderText() == "Press the new key"
    assert edit.accessibleName() == SPECS[Act.DEMO].title
    assert SPECS[Act.DEMO].about in edit.accessibleDescription()
    assert keys.field(Act.DEMO).back.accessibleName() == "Back to default: Play the demo call"


@contextmanager
def text_size(size: float) -> Iterator[None]:
    base = QApplication.font()
    set_text_size(base, size)
    yield
    QApplication.setFont(base)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [0.8, 1.0, 1.5, 2.0])
def test_no_key_is_cut_off_in_any_look(qtbot: QtBot, theme: Theme, size: float) -> None:
    with text_size(size):
        longest = default_keys() | dict.fromkeys(default_keys(), "Ctrl+Alt+Shift+PgDown")
        dialog = SettingsDialog(key_rows(longest, lambda _: False), lambda _: None, theme=theme)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.fields["keys.help"].show_wrong("Ctrl+Alt+Shift+P is the key for “Pause”.")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
        for field in dialog.fields.values():
            line = field.control.widget.findChild(QLineEdit)
            assert isinstance(line, QLineEdit)
            assert line.height() >= line.minimumSizeHint().height()
            assert line.fontMetrics().horizontalAdvance(line.text()) < line.width()
            assert field.geometry().right() <= dialog.area.viewport().width()
            for part in field.findChildren(QLabel):
                assert not part.isVisible() or part.height() >= part.heightForWidth(part.width())
