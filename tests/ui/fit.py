"""Whether everything on a window has the room that it needs."""

import re
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

_SLACK_PX = 1
_WORDS = re.compile(r"[^\s\u200b]+")
"""What no line can be broken in."""
_AROUND_LINE_PX = 2
"""What Qt leaves free beside the text of a field of one line."""


def everywhere(window: QWidget) -> list[str]:
    """What has no room on a window and on all that scrolls in it."""
    scrolling = [area.widget() for area in window.findChildren(QScrollArea) if area.isVisible()]
    return [misfit for part in (window, *scrolling) if part is not None for misfit in misfits(part)]


def misfits(window: QWidget) -> list[str]:
    """Labels, buttons and fields that are cut off, lie outside their window, or overlap.

    `window` may be a scrolled page.
    """
    kinds: tuple[type[QWidget], ...] = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
    parts = [part for kind in kinds for part in window.findChildren(kind)]
    shown = [(part, _place(part, window)) for part in parts if _counts(part, window)]
    found = [_name(part) for part, _ in shown if _is_cut(part)]
    found += [f"{_name(part)} outside" for part, place in shown if not window.rect().contains(place)]
    return found + [
        f"{_name(one)} over {_name(other)}"
        for (one, place), (other, beside) in combinations(shown, 2)
        if place.intersects(beside)
    ]


def _counts(part: QWidget, window: QWidget) -> bool:
    """Seen, with something to read; what lies in a scroll area may be anywhere."""
    return part.isVisible() and bool(_words_on(part)) and not _scrolls(part, window)


def _words_on(part: QWidget) -> str:
    if isinstance(part, QPlainTextEdit):
        return part.toPlainText()
    return part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""


def _scrolls(part: QWidget, window: QWidget) -> bool:
    above = part.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, QLineEdit):
        return part.fontMetrics().horizontalAdvance(part.displayText()) > _line_px(part)
    if isinstance(part, QPlainTextEdit):
        bar = part.verticalScrollBar()
        return bar.maximum() > 0 and not bar.isVisible()
    needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
    if part.height() + _SLACK_PX < needed:
        return True
    if isinstance(part, QLabel) and part.wordWrap():
        words = part.fontMetrics()
        return max(words.horizontalAdvance(word) for word in _WORDS.findall(part.text())) > part.contentsRect().width()
    return part.width() + _SLACK_PX < part.sizeHint().width()


def _line_px(field: QLineEdit) -> int:
    """How much room there is for the text of a field of one line."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    return inside.marginsRemoved(field.textMargins()).width() - 2 * _AROUND_LINE_PX + _SLACK_PX


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def _name(part: QWidget) -> str:
    return repr(_words_on(part))
