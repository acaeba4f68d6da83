"""What a screen reader is told of the controls of a window."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QScrollBar,
    QSlider,
    QWidget,
)

_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QSlider)
_PARTS = (QHeaderView, QScrollBar)
"""Parts of another control, which has the name."""


def controls(window: QWidget) -> Iterator[QWidget]:
    """All in sight that can be reached, pressed or read: what Qt has for that, and what we paint ourselves."""
    for part in window.findChildren(QWidget):
        if part.isVisible() and _is_control(part) and not _is_part(part):
            yield part


def name_of(part: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(window: QWidget) -> list[str]:
    """Controls without a name in words."""
    unnamed = [f"{_kind(part)} {name_of(part)!r}" for part in controls(window) if not _is_words(name_of(part))]
    return unnamed + [
        f"entry {entry.text()!r}"
        for menu in (*window.findChildren(QMenu), *([window] if isinstance(window, QMenu) else []))
        for entry in menu.actions()
        if not entry.isSeparator() and not _is_words(entry.text().partition("\t")[0])
    ]


def _is_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _is_control(part: QWidget) -> bool:
    is_painted = any("paintEvent" in vars(kind) for kind in type(part).__mro__ if kind.__module__.startswith("app."))
    is_focusable = part.focusPolicy() != Qt.FocusPolicy.NoFocus
    return isinstance(part, _CONTROLS) or is_painted or is_focusable


def _is_part(part: QWidget) -> bool:
    """Whether it belongs to a control that has the name: Qt's own inner widgets do."""
    inner = part.objectName().startswith("qt_") or isinstance(part, _PARTS)
    above = part.parentWidget()
    return inner or isinstance(above, QAbstractSpinBox | QComboBox | QAbstractItemView)


def _kind(part: QWidget) -> str:
    return type(part).__name__
