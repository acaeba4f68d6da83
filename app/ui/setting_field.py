"""One setting in the dialog: title and help on the left, its control on the right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.core.setting_kinds import Value
from app.core.setting_list import SettingRow
from app.ui.labels import Kind, label, push_button
from app.ui.setting_controls import Control, control_of
from app.ui.tr import tr

_BACK = "Back to default"
_BACK_OF = "Back to default: {title}"
_LOCKED = "Set by your centre"
_WORDS, _CONTROL = 7, 5
"""Shares of the width."""
_BETWEEN = 16
_BESIDE = ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2))
_STACKED = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 2), (3, 0, 1, 2), (4, 0, 1, 2))
"""Row, column and spans of title, help, control, what stands below it, and what is wrong."""

Trouble = Callable[[Value], str]
"""Why a value cannot be had beside the others, "" where it can."""


def _no_trouble(_value: Value) -> str:
    return ""


class SettingField(QWidget):
    """A control with everything that is said about it; a value that makes `trouble` is refused at once.

    `focused` carries this widget.
    """

    focused = Signal(QWidget)

    def __init__(self, row: SettingRow, title: str, trouble: Trouble = _no_trouble) -> None:
        super().__init__()
        self._row = row
        self._trouble = trouble
        self._off = tr(row.unavailable) if row.unavailable else tr(_LOCKED) if row.is_locked else ""
        self.group = row.setting.group
        self.control: Control = control_of(row)
        self._first = self._last = self.control.read()
        self.title = label(title, wrap=True)
        self.title.setBuddy(self.control.widget)
        self.help = label(tr(row.setting.help), scale=0.92, muted=True, wrap=True)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.locked = label(self._off, scale=0.92, muted=True, wrap=True)
        self.locked.setVisible(bool(self._off))
        self.back = push_button(tr(_BACK), self._go_back, Kind.LINK)
        self.back.setAutoDefault(False)
        self.wrong = label(scale=0.92, wrap=True)
        self.wrong.setProperty("tone", "wrong")
        self._name_for_readers()
        self.control.widget.setEnabled(not self._off)
        self.control.widget.installEventFilter(self)
        self.control.changed.connect(self._note_change)
        self._grid = self._laid_out()
        self._is_stacked: bool | None = None
        self.stack(is_stacked=False)
        self._show_changed()

    def is_changed(self) -> bool:
        """Whether the control shows another value than at first."""
        return self.control.read() != self._first

    def change(self) -> Value:
        """The value on the control, None where that is the default."""
        value = self.control.read()
        return None if value == self._row.setting.default else value

    def show_wrong(self, line: str) -> None:
        """Say below the control what is wrong with its value."""
        self.wrong.setText(line)
        self.wrong.show()
        self.control.widget.setAccessibleDescription(f"{line} {tr(self._row.setting.help)}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the control has the focus."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit(self)
        return super().eventFilter(watched, event)

    def _note_change(self) -> None:
        value = self.control.read()
        if trouble := self._trouble(value):
            self.control.show(self._last)
            self.show_wrong(tr(trouble))
            return
        self._last = value
        self._show_changed()

    def _show_changed(self) -> None:
        self.wrong.hide()
        self._describe()
        self.back.setVisible(self._last != self._row.setting.default and not self._off)

    def _go_back(self) -> None:
        self.control.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.control.show(self._row.setting.default)

    def _name_for_readers(self) -> None:
        title = tr(self._row.setting.title)
        self.control.widget.setAccessibleName(title)
        self.back.setAccessibleName(tr(_BACK_OF, title=title))

    def _describe(self) -> None:
        off = f"{self._off.rstrip('.')}. " if self._off else ""
        self.control.widget.setAccessibleDescription(f"{off}{tr(self._row.setting.help)}")

    def stack(self, *, is_stacked: bool) -> None:
        """Put the control below its words, or beside them where there is room for both."""
        if is_stacked == self._is_stacked:
            return
        self._is_stacked = is_stacked
        places = _STACKED if is_stacked else _BESIDE
        for part, place in zip(
            (self.title, self.help, self.control.widget, self.below, self.wrong), places, strict=True
        ):
            self._grid.addWidget(part, *place)

    def _laid_out(self) -> QGridLayout:
        self.below = QWidget()
        under = QHBoxLayout(self.below)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.locked, 1, Qt.AlignmentFlag.AlignTop)
        under.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        under.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, _WORDS)
        grid.setColumnStretch(1, _CONTROL)
        return grid
