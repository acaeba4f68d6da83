"""The keyboard as a person uses it: keys go to whatever has it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST_STOPS = 30


def press(key: Qt.Key) -> None:
    """A key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def tab_to(wanted: QWidget) -> None:
    """Go on by Tab alone until it has the keyboard."""
    for _ in range(_MOST_STOPS):
        if QApplication.focusWidget() is wanted:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(wanted)
