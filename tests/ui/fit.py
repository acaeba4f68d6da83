"""Whether everything on a window has the room that it needs."""

import re
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

_SLACK_PX = 1
_WORDS = re.compile(r"[^\s\u200b]+")
"""What no line can be broken in."""


def misfits(window: QWidget) -> list[str]:
    """Labels and buttons that are cut off, lie outside their window, or overlap; `window` may be a scrolled page."""
    parts = (*window.findChildren(QLabel), *window.findChildren(QAbstractButton))
    shown = [part for part in parts if _counts(part, window)]
    found = [_name(part) for part in shown if _is_cut(part)]
    found += [f"{_name(part)} outside" for part in shown if not _is_inside(part, window)]
    return found + [
        f"{_name(one)} over {_name(other)}"
        for one, other in combinations(shown, 2)
        if _place(one, window).intersects(_place(other, window))
    ]


def _counts(part: QWidget, window: QWidget) -> bool:
    """Seen, with something to read; what lies in a scroll area may be anywhere."""
    is_named = isinstance(part, QLabel | QAbstractButton) and bool(part.text())
    return part.isVisible() and is_named and not _scrolls(part, window)


def _scrolls(part: QWidget, window: QWidget) -> bool:
    above = part.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _is_cut(part: QWidget) -> bool:
    needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
    if part.height() + _SLACK_PX < needed:
        return True
    if isinstance(part, QLabel) and part.wordWrap():
        words = part.fontMetrics()
        return max(words.horizontalAdvance(word) for word in _WORDS.findall(part.text())) > part.contentsRect().width()
    return part.width() + _SLACK_PX < part.sizeHint().width()


def _is_inside(part: QWidget, window: QWidget) -> bool:
    return window.rect().contains(_place(part, window))


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def _name(part: QWidget) -> str:
    return repr(part.text()) if isinstance(part, QLabel | QAbstractButton) else type(part).__name__
