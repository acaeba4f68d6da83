"""A control for each kind of setting: what is on it is a value, and a value can be put on it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.core.message import Message
from app.core.setting_kinds import Key, Number, OneOf, Switch, Text, Value
from app.core.setting_list import Offers, SettingRow
from app.ui.choosers import Chooser, Stepper
from app.ui.key_edit import KeyEdit
from app.ui.tr import tr, tr_message

_ON, _OFF = "On", "Off"
_TALLNESS = 1.8
"""Of a control, in heights of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A widget, what is on it, and the signal that it is another value now.

    `offer` replaces what there is to choose from; what is chosen must be among it, and stays.
    """

    widget: QWidget
    read: Callable[[], Value]
    show: Callable[[Value], None]
    changed: SignalInstance
    offer: Callable[[Offers], None] = lambda _: None


def control_of(row: SettingRow) -> Control:
    """The control that fits a setting, with its value on it."""
    made = _made(row)
    made.show(False if row.unavailable and isinstance(row.setting.kind, Switch) else row.value)
    made.widget.setMinimumHeight(round(made.widget.fontMetrics().lineSpacing() * _TALLNESS))
    made.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.widget.installEventFilter(_CalmWheel(made.widget))
    return made


def _made(row: SettingRow) -> Control:
    kind = row.setting.kind
    if row.offers:
        return _combo(row.offers)
    match kind:
        case OneOf(titles=titles):
            return _combo(tuple((value, Message(title)) for value, title in titles.items()))
        case Number():
            return _spin(kind)
        case Switch(label=words):
            return _check(words)
        case Key():
            return _key()
        case Text(longest=longest):
            return _line(longest)
        case _:
            raise TypeError(row.setting.name)


def _combo(offers: Offers) -> Control:
    combo = Chooser()
    values: list[Value] = []

    def offer(offers: Offers) -> None:
        chosen = values[combo.currentIndex()] if values else offers[0][0]
        values[:] = [value for value, _ in offers]
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems([tr_message(title) for _, title in offers])
            combo.setCurrentIndex(values.index(chosen))
        combo.setToolTip(combo.currentText())

    offer(offers)
    return Control(
        widget=combo,
        read=lambda: values[combo.currentIndex()],
        show=lambda value: combo.setCurrentIndex(values.index(value)),
        changed=combo.currentIndexChanged,
        offer=offer,
    )


def _spin(kind: Number) -> Control:
    spin = Stepper(tr(kind.top).capitalize() if kind.top else "")
    spin.setRange(kind.low, kind.high)
    spin.setSingleStep(kind.step)
    spin.setSuffix(f"\N{NO-BREAK SPACE}{tr(kind.unit)}" if kind.unit else "")
    if kind.zero and kind.low == 0:
        spin.setSpecialValueText(tr(kind.zero).capitalize())
    return Control(
        widget=spin,
        read=spin.value,
        show=lambda value: spin.setValue(value if isinstance(value, int) else kind.low),
        changed=spin.valueChanged,
    )


def _check(words: str) -> Control:
    check = QCheckBox(tr(words or _OFF))
    if not words:
        check.toggled.connect(lambda is_on: check.setText(tr(_ON) if is_on else tr(_OFF)))
    return Control(
        widget=check, read=check.isChecked, show=lambda value: check.setChecked(bool(value)), changed=check.toggled
    )


def _line(longest: int) -> Control:
    line = QLineEdit()
    line.setMaxLength(longest)
    return Control(
        widget=line,
        read=lambda: line.text().strip(),
        show=lambda value: line.setText(str(value or "")),
        changed=line.textChanged,
    )


def _key() -> Control:
    edit = KeyEdit()
    return Control(widget=edit, read=edit.key, show=lambda value: edit.show_key(str(value or "")), changed=edit.settled)


class _CalmWheel(QObject):
    """Lets the wheel scroll the page: it changes nothing that happens to lie below it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand a turn of the wheel on to the page, unless the control was chosen first."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
