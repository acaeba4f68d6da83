"""Clicks as a person makes them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Press and release the left button at a place of a widget, or in its middle."""
    middle = widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or middle)
