"""The dialog of settings, with every control pressed as a person does."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import InputError, SettingError
from app.core.keeping import FOR_GOOD
from app.core.setting_kinds import Number, OneOf, Switch, Value
from app.core.setting_list import SETTINGS, SettingRow
from app.ui.mnemonics import Mnemonics
from app.ui.settings_dialog import SettingsDialog
from app.ui.theme import DARK, LIGHT, Theme
from tests.ui.mouse import click

SHOWN = {name: setting for name, setting in SETTINGS.items() if setting.group is not None and not setting.is_table}
LONG_NAME = "Headset of a make with a very long name, on the third socket of the second hub (input)"
OFFERS: dict[str, tuple[tuple[Value, str], ...]] = {
    "microphone": ((None, "The computer's default"), ("mic", LONG_NAME)),
    "caller": ((None, "The computer's default"), ("phone", "Softphone (application)")),
    "model": (("tiny.en", "tiny.en (built in)"), ("base", "base")),
    "language": (("system", "As the computer"), ("nl", "Nederlands")),
    "playbook": (("general", "General"), ("billing", "Billing")),
}


def rows(*, locked: tuple[str, ...] = (), **values: Value) -> list[SettingRow]:
    return [
        SettingRow(
            setting=setting,
            value=values.get(name, setting.default),
            is_locked=name in locked,
            offers=OFFERS.get(name, ()),
        )
        for name, setting in SHOWN.items()
    ]


class Kept:
    """What the dialog handed over, or the error it meets."""

    def __init__(self) -> None:
        self.changes: list[Mapping[str, Value]] = []
        self.error: InputError | None = None

    def keep(self, changes: Mapping[str, Value]) -> None:
        if self.error is not None:
            raise self.error
        self.changes.append(changes)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def large_text() -> Iterator[None]:
    """Text at 200 %."""
    before = QApplication.font()
    twice = QFont(before)
    twice.setPointSizeF(before.pointSizeF() * 2)
    QApplication.setFont(twice)
    yield
    QApplication.setFont(before)


def shown(qtbot: QtBot, kept: Kept, given: list[SettingRow] | None = None, **options: object) -> SettingsDialog:
    dialog = SettingsDialog(given or rows(), kept.keep, **options)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def press_another_value(widget: QWidget) -> None:
    """Change a control by the keyboard alone."""
    widget.setFocus()
    match widget:
        case QComboBox() | QSpinBox():
            QTest.keyClick(widget, Qt.Key.Key_Down if isinstance(widget, QComboBox) else Qt.Key.Key_Up)
        case QCheckBox():
            QTest.keyClick(widget, Qt.Key.Key_Space)
        case QLineEdit():
            QTest.keyClicks(widget, "Sam")
        case _:
            raise AssertionError(widget)


def another(name: str) -> Value:
    setting = SHOWN[name]
    if name in OFFERS:
        return OFFERS[name][1][0]
    match setting.kind:
        case OneOf(titles=titles):
            return list(titles)[1]
        case Number(step=step):
            assert isinstance(setting.default, int)
            return setting.default + step
        case Switch():
            return not setting.default
        case _:
            return "Sam"


def test_what_there_is_to_choose_can_come_later_and_what_is_chosen_stays(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows(microphone="mic"))
    dialog.offer("microphone", (OFFERS["microphone"][0], ("usb", "Headset"), ("mic", "Camera")))
    combo = dialog.fields["microphone"].control.widget
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == ["The computer's default", "Headset", "Camera"]
    assert (combo.currentText(), combo.toolTip(), dialog.changes()) == ("Camera", "Camera", {})
    QTest.keyClick(combo, Qt.Key.Key_Up)
    click(dialog.save_button)
    assert kept.changes == [{"microphone": "usb"}]


@pytest.mark.parametrize("name", SHOWN)
def test_every_setting_can_be_changed_saved_and_taken_back(qtbot: QtBot, kept: Kept, name: str) -> None:
    dialog = shown(qtbot, kept)
    field = dialog.fields[name]
    assert not field.back.isVisible()
    press_another_value(field.control.widget)
    assert field.back.isVisible()
    assert dialog.changes() == {name: another(name)}
    click(field.back)
    assert dialog.changes() == {}
    assert field.control.read() == SHOWN[name].default
    assert dialog.focusWidget() is field.control.widget
    press_another_value(field.control.widget)
    click(dialog.save_button)
    assert kept.changes == [{name: another(name)}]
    assert dialog.result() == SettingsDialog.DialogCode.Accepted


@pytest.mark.parametrize("name", SHOWN)
def test_a_locked_setting_is_shown_and_cannot_be_changed(qtbot: QtBot, kept: Kept, name: str) -> None:
    dialog = shown(qtbot, kept, rows(locked=(name,), **{name: another(name)}))
    field = dialog.fields[name]
    assert not field.control.widget.isEnabled()
    assert field.locked.isVisible()
    assert field.locked.text() == "Set by your centre"
    assert field.control.widget.accessibleDescription().startswith("Set by your centre.")
    assert not field.back.isVisible()
    assert [one for one in dialog.fields.values() if one.locked.isVisible()] == [field]


@pytest.mark.parametrize("is_locked", [False, True])
def test_what_the_system_cannot_do_is_off_and_says_why(qtbot: QtBot, kept: Kept, *, is_locked: bool) -> None:
    why = "Your system does not let a window hide itself."
    given = [
        replace(row, unavailable=why, is_locked=is_locked) if row.setting.name == "hide_from_capture" else row
        for row in rows()
    ]
    dialog = shown(qtbot, kept, given)
    field = dialog.fields["hide_from_capture"]
    check = field.control.widget
    assert isinstance(check, QCheckBox)
    assert (check.isEnabled(), check.text()) == (False, "Off")
    assert field.locked.isVisible()
    assert field.locked.text() == why
    assert check.accessibleDescription().startswith(why)
    assert not field.back.isVisible()
    assert dialog.changes() == {}
    assert_nothing_is_clipped(dialog)


def test_a_value_goes_back_as_no_value(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows(text_size=150, microphone="mic"))
    for name in ("text_size", "microphone"):
        click(dialog.fields[name].back)
    click(dialog.save_button)
    assert kept.changes == [{"text_size": None, "microphone": None}]


def test_saving_without_a_change_keeps_nothing_and_cancel_neither(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept)
    click(dialog.save_button)
    assert dialog.result() == SettingsDialog.DialogCode.Accepted
    dialog = shown(qtbot, kept)
    press_another_value(dialog.fields["coach"].control.widget)
    click(dialog.cancel_button)
    assert dialog.result() == SettingsDialog.DialogCode.Rejected
    dialog = shown(qtbot, kept)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept.changes == []


def test_what_cannot_be_kept_is_said_beside_its_control_until_it_is_changed(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept)
    dialog.resize(dialog.width(), 300)
    field = dialog.fields["model"]
    press_another_value(field.control.widget)
    kept.error = SettingError("model", "There is no model base.", "Choose another.")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert field.wrong.isVisible()
    assert field.wrong.text() == "There is no model base. Choose another."
    assert dialog.focusWidget() is field.control.widget
    assert field.control.widget.accessibleDescription().startswith("There is no model base.")
    assert not field.visibleRegion().isEmpty()
    QTest.keyClick(field.control.widget, Qt.Key.Key_Up)
    assert not field.wrong.isVisible()


def test_the_way_to_what_is_kept_keeps_what_was_changed_and_closes(qtbot: QtBot, kept: Kept) -> None:
    asked: list[str] = []
    dialog = shown(qtbot, kept, show_kept=lambda: asked.append("kept"))
    press_another_value(dialog.fields["coach"].control.widget)
    click(dialog.kept_button)
    assert (asked, dialog.isVisible(), len(kept.changes)) == (["kept"], False, 1)


def test_set_up_again_keeps_what_was_changed_and_closes(qtbot: QtBot, kept: Kept) -> None:
    asked: list[str] = []
    dialog = shown(qtbot, kept, set_up=lambda: asked.append("set up"))
    press_another_value(dialog.fields["coach"].control.widget)
    kept.error = InputError("The file cannot be written.", "Check the folder.")
    click(dialog.set_up_button)
    assert (asked, dialog.isVisible()) == ([], True)
    kept.error = None
    click(dialog.set_up_button)
    assert (asked, dialog.isVisible()) == (["set up"], False)
    assert list(kept.changes[0]) == ["coach"]
    assert not shown(qtbot, kept).set_up_button.isVisible()


def test_another_error_is_said_above_the_buttons(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept)
    press_another_value(dialog.fields["coach"].control.widget)
    kept.error = InputError("The file cannot be written.", "Check the folder.")
    click(dialog.save_button)
    assert dialog.wrong.isVisible()
    assert dialog.wrong.text() == "The file cannot be written. Check the folder."
    kept.error = None
    click(dialog.save_button)
    assert not dialog.isVisible()


def test_what_is_wrong_in_a_file_stands_at_the_top(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, notices=["settings.toml, line 2: unknown key."])
    assert "settings.toml, line 2: unknown key." in [one.text() for one in dialog.findChildren(QLabel)]


def test_tab_goes_down_the_page_and_brings_what_it_reaches_into_view(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows(locked=("playbook",), text_size=150))
    dialog.resize(dialog.width(), 300)
    first = dialog.fields["agent_name"].control.widget
    first.setFocus()
    reached: list[QWidget] = []
    while (focused := dialog.focusWidget()) not in reached:
        assert focused is not None
        reached.append(focused)
        assert not focused.visibleRegion().isEmpty()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    controls = [field.control.widget for name, field in dialog.fields.items() if name != "playbook"]
    assert [widget for widget in reached if widget in controls] == controls
    assert (
        reached.index(dialog.fields["text_size"].back) == reached.index(dialog.fields["text_size"].control.widget) + 1
    )
    assert reached[-2:] == [dialog.save_button, dialog.cancel_button]


def test_controls_that_share_a_letter_are_gone_to_in_turn(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows())
    by_letter: dict[str, list[QWidget]] = {}
    for field in dialog.fields.values():
        text = field.title.text()
        by_letter.setdefault(text[text.index("&") + 1].lower(), []).append(field.control.widget)
    shared = {letter: widgets for letter, widgets in by_letter.items() if len(widgets) > 1}
    assert shared
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for letter, widgets in shared.items():
        gone_to: list[QWidget | None] = []
        for _ in range(len(widgets) + 1):
            QTest.keyClick(dialog, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
            gone_to.append(dialog.focusWidget())
        assert set(gone_to) == set(widgets)
        assert gone_to[0] is gone_to[-1]


def test_every_control_has_a_letter_a_name_and_a_description(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows(text_size=150))
    letters = [one.text()[one.text().index("&") + 1].lower() for one in (dialog.save_button, dialog.cancel_button)]
    for name, field in dialog.fields.items():
        text = field.title.text()
        letters.append(text[text.index("&") + 1].lower())
        assert text.replace("&", "") == SHOWN[name].title
        assert field.control.widget.accessibleName() == SHOWN[name].title
        assert SHOWN[name].help in field.control.widget.accessibleDescription()
        assert field.title.buddy() is field.control.widget
    shared = len(letters) - len(set(letters))
    assert shared == 0 or (shared <= 2 and len(set(letters)) >= len(ascii_lowercase) - 2)
    assert dialog.fields["text_size"].back.accessibleName() == "Back to default: Text size"


def test_where_letters_run_out_titles_share_them() -> None:
    assert Mnemonics("&ab").marked(["ab", "ba", "ab ab"]) == ["a&b", "&ba", "a&b ab"]


def test_a_title_with_other_letters_makes_room_for_one_without() -> None:
    assert Mnemonics().marked(["ab", "a"]) == ["a&b", "&a"]


def test_the_wheel_scrolls_and_changes_no_control_below_it(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept)
    dialog.fields["agent_name"].control.widget.setFocus()
    spin = dialog.fields["offer_end_after_s"].control.widget
    middle = spin.rect().center()
    turn = QWheelEvent(
        middle, spin.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(spin, turn)
    assert dialog.changes() == {}


def test_a_number_is_shown_with_its_unit_and_zero_in_words(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept)
    spin = dialog.fields["offer_end_after_s"].control.widget
    assert isinstance(spin, QSpinBox)
    assert spin.text() == "20\N{NO-BREAK SPACE}s"
    spin.setValue(0)
    assert spin.text() == "Never"


def test_the_highest_number_of_days_is_shown_in_words_and_can_be_left_again(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept)
    spin = dialog.fields["text_days"].control.widget
    assert isinstance(spin, QSpinBox)
    assert spin.text() == "30"
    spin.setValue(FOR_GOOD)
    assert spin.text() == "For good"
    spin.stepDown()
    assert (spin.text(), dialog.changes()) == (str(FOR_GOOD - 1), {"text_days": FOR_GOOD - 1})


def assert_nothing_is_clipped(dialog: SettingsDialog) -> None:
    """Every text has the room that it asks for, and nothing lies over anything else."""
    page = dialog.area.viewport().width()
    for part in dialog.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QPushButton | QCheckBox | QSpinBox | QComboBox):
            continue
        needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.minimumSizeHint().height()
        assert part.height() >= needed, part
        if not (isinstance(part, QLabel) and part.wordWrap()):
            assert part.width() >= part.minimumSizeHint().width(), part
        assert part.mapTo(dialog, QPoint(part.width(), 0)).x() <= max(page, dialog.width())
    for field in dialog.fields.values():
        assert field.mapTo(dialog, QPoint(field.width(), 0)).x() <= page
        parts = (field.title, field.help, field.control.widget, field.below, field.wrong)
        for one, other in pairwise(sorted((it for it in parts if it.isVisible()), key=lambda it: it.y())):
            assert not one.geometry().intersects(other.geometry()), (one, other)


CHANGED: dict[str, Value] = {"text_size": 150, "microphone": "mic", "motion": "reduced"}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [None, 480])
def test_no_text_is_clipped(qtbot: QtBot, kept: Kept, theme: Theme, width: int | None) -> None:
    dialog = shown(qtbot, kept, rows(locked=("keep", "on_top"), **CHANGED), theme=theme)
    dialog.fields["model"].show_wrong("There is no model base. Choose another, or install it.")
    dialog.resize(width or dialog.width(), dialog.height())
    qtbot.wait(1)
    assert_nothing_is_clipped(dialog)


@pytest.mark.usefixtures("large_text")
def test_no_text_is_clipped_at_twice_the_size(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows(locked=("keep", "on_top"), **CHANGED), notices=["settings.toml is wrong. " * 5])
    dialog.fields["model"].show_wrong("There is no model base. Choose another, or install it.")
    qtbot.wait(1)
    assert_nothing_is_clipped(dialog)


def test_a_long_name_is_shortened_and_told_whole(qtbot: QtBot, kept: Kept) -> None:
    dialog = shown(qtbot, kept, rows(microphone="mic"))
    combo = dialog.fields["microphone"].control.widget
    assert combo.toolTip() == LONG_NAME
    assert combo.width() <= dialog.area.viewport().width() // 2
