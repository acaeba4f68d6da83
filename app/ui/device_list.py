"""Devices to choose one from, each with its level."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from app.core.ports import DeviceKind
from app.core.setup import Offered
from app.ui.choice_card import ChoiceCard
from app.ui.labels import label
from app.ui.level_meter import LevelMeter
from app.ui.theme import Theme
from app.ui.tr import tr, tr_message

_DEFAULT = "The computer's default"
_NO_DEFAULT = "There is none now"
_AWAY = "Not there now: plug it in, or choose another."
_MUTED = "Muted in the system's sound settings"
_KINDS = {
    DeviceKind.PLAYBACK: "All that is played on it",
    DeviceKind.APPLICATION: "This application alone",
    DeviceKind.INPUT: "A second input",
}
_GAP, _MARGIN = 6, 10


class DeviceRow(ChoiceCard):
    """One device."""

    def __init__(self, row: Offered, theme: Theme, *, tells_kind: bool) -> None:
        super().__init__(theme)
        self.value = row.value
        self._tells_kind = tells_kind
        self.name = label(_name(row), wrap=True)
        self.note = label(scale=0.92, muted=True, wrap=True)
        self.meter = LevelMeter(theme, self.name.text())
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARGIN, _GAP, _MARGIN, _GAP)
        grid.setHorizontalSpacing(_MARGIN)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.choice, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.meter, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.note, 1, 1, 1, 2)
        self.show_row(row)

    def show_row(self, row: Offered) -> None:
        """Show how loud it is, and what is to be said of it."""
        self.meter.show_level(row.metered.level_dbfs if row.metered else None)
        self.meter.setVisible(row.metered is not None)
        note = self._note(row)
        if note != self.note.text() or not self.choice.accessibleName():
            self.note.setText(note)
            self.note.setVisible(bool(note))
            self.choice.setAccessibleName(self.name.text())
            self.choice.setAccessibleDescription(note)

    def _note(self, row: Offered) -> str:
        metered = row.metered
        if metered is None:
            return tr(_NO_DEFAULT if row.is_default else _AWAY)
        if metered.trouble:
            return tr_message(metered.trouble)
        name = [metered.device.name] if row.is_default else []
        kind = [tr(_KINDS[metered.device.kind])] if self._tells_kind and not row.is_default else []
        muted = [tr(_MUTED)] if metered.device.is_muted else []
        return " · ".join([*name, *kind, *muted])


class DeviceList(QWidget):
    """The rows below one another; arrow keys go up and down. `focused` carries the row with the keyboard."""

    chosen = Signal()
    focused = Signal(QWidget)

    def __init__(self, theme: Theme, *, tells_kind: bool, is_locked: bool) -> None:
        super().__init__()
        self._theme = theme
        self._tells_kind = tells_kind
        self._is_locked = is_locked
        self._wants_focus = False
        self.rows: list[DeviceRow] = []
        self.value: str | None = None
        self._buttons = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addStretch()

    def show_rows(self, rows: Sequence[Offered]) -> None:
        """Show what there is to choose; rows that stay keep the keyboard."""
        if [row.value for row in rows] != [row.value for row in self.rows] or self._has_new_name(rows):
            self._lay_out(rows)
        for row, offered in zip(self.rows, rows, strict=True):
            row.show_row(offered)

    def choose(self, value: str | None) -> None:
        """Choose one, as a person does."""
        self.value = value
        for row in self.rows:
            row.choice.setChecked(row.value == value)

    def focus(self) -> None:
        """Give the keyboard to the chosen row, as soon as there is one."""
        self._wants_focus = not self.rows
        for row in self.rows:
            if row.value == self.value:
                row.choice.setFocus(Qt.FocusReason.TabFocusReason)

    def _has_new_name(self, rows: Sequence[Offered]) -> bool:
        return any(row.name.text() != _name(offered) for row, offered in zip(self.rows, rows, strict=True))

    def _lay_out(self, offered: Sequence[Offered]) -> None:
        had_focus = self._wants_focus or any(row.choice.hasFocus() for row in self.rows)
        before = {(row.value, row.name.text()): row for row in self.rows}
        kept: list[DeviceRow] = []
        for one in offered:
            known = before.pop((one.value, _name(one)), None)
            kept.append(self._made(one) if known is None else known)
        for gone in before.values():
            self._buttons.removeButton(gone.choice)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(kept):
            self._layout.insertWidget(place, row)
            row.show()
        for upper, lower in pairwise(kept):
            QWidget.setTabOrder(upper.choice, lower.choice)
        self.rows = kept
        self.choose(self.value)
        if had_focus:
            self.focus()

    def _made(self, offered: Offered) -> DeviceRow:
        row = DeviceRow(offered, self._theme, tells_kind=self._tells_kind)
        row.choice.setEnabled(not self._is_locked)
        row.focused.connect(lambda: self.focused.emit(row))
        row.choice.toggled.connect(lambda is_on: self._toggled(row) if is_on else None)
        self._buttons.addButton(row.choice)
        return row

    def _toggled(self, row: DeviceRow) -> None:
        if row.value != self.value:
            self.choose(row.value)
            self.chosen.emit()


def _name(row: Offered) -> str:
    if row.is_default:
        return tr(_DEFAULT)
    return row.metered.device.name if row.metered else str(row.value)
