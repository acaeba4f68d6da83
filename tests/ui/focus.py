"""Where the keyboard is, moved by its own keys, and whether that can be seen."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.ui.contrast import contrast
from tests.ui.keyboard import press

_LEAST = 3.0
"""What WCAG asks of marks, between the same place with and without the focus."""


def stop() -> QWidget:
    """What has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def type_text(text: str) -> None:
    """Type in place of what stands there."""
    QTest.keyClick(stop(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(stop(), text)
    QApplication.processEvents()


def stops_to(wanted: QWidget, *, back: bool = False) -> list[QWidget]:
    """Go on with Tab or Shift+Tab until the keyboard is there; every stop on the way, each of them to be seen."""
    stops: list[QWidget] = []
    while not wanted.hasFocus():
        press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        assert stop() not in stops, f"no way to {wanted.accessibleName()}"
        stops.append(stop())
        assert has_frame(stop()), f"{stop().accessibleName()} does not show that it has the keyboard"
    return stops


def has_frame(focused: QWidget) -> bool:
    """Whether a frame as long as its outline comes with the focus and stands out."""
    shown = _picture(focused)
    focused.clearFocus()
    QApplication.processEvents()
    plain = _picture(focused)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    outline = 2 * (focused.width() + focused.height())
    return _differing(shown, plain) >= 0.8 * outline


def _picture(part: QWidget) -> QImage:
    """As it lies on its window."""
    return part.window().grab(QRect(part.mapTo(part.window(), QPoint()), part.size())).toImage()


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels differ so that it is seen."""
    pairs = [
        (one.pixel(x, y), other.pixel(x, y))
        for x in range(min(one.width(), other.width()))
        for y in range(min(one.height(), other.height()))
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    known = {pair: contrast(*(QColor(shade).name() for shade in pair)) for pair in set(pairs)}
    return sum(known[pair] >= _LEAST for pair in pairs)


def in_reading_order(stops: list[QWidget]) -> bool:
    """Whether each stop is below or right of the one before, where both scroll together."""
    return all(_comes_after(one, other) for one, other in pairwise(stops) if _scrolls_in(one) is _scrolls_in(other))


def _comes_after(one: QWidget, other: QWidget) -> bool:
    here, there = (part.mapTo(part.window(), part.rect().center()) for part in (one, other))
    slack = one.height() // 2
    return there.y() - here.y() > slack or (abs(there.y() - here.y()) <= slack and there.x() > here.x())


def _scrolls_in(part: QWidget) -> QWidget | None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
