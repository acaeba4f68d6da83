"""Labels, buttons and cards as the windows use them: in the desktop's font, never the cause of a wider window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import font


def label(
    text: str = "",
    *,
    scale: float = 1.0,
    bold: bool = False,
    muted: bool = False,
    wrap: bool = False,
) -> QLabel:
    """A plain-text label; text from a call is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(scale, bold=bold))
    made.setWordWrap(wrap)
    if muted:
        made.setProperty("tone", "muted")
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def tint(shown: QLabel, colour: str) -> None:
    """Give a label a colour of its own; does nothing when it has it already."""
    rule = f"color: {colour};"
    if shown.styleSheet() != rule:
        shown.setStyleSheet(rule)


def describe(part: QWidget, words: str) -> None:
    """Tell screen readers what a widget shows, only where that is new."""
    if part.accessibleDescription() != words:
        part.setAccessibleDescription(words)


def card(content: QWidget, margin: int = 5) -> QFrame:
    """A white sheet with round corners around some content."""
    frame = QFrame()
    frame.setProperty("card", "true")
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(margin, margin, margin, margin)
    rows.addWidget(content)
    return frame


def rule() -> QFrame:
    """A thin line between two parts."""
    line = QFrame()
    line.setProperty("rule", "true")
    line.setFixedHeight(1)
    return line


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """Content that scrolls up and down when there is more of it than room; the keyboard knows it by its name."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def push_button(text: str, act: Callable[[], None], *, is_main: bool = False) -> QPushButton:
    """A button that does one thing."""
    button = QPushButton(text)
    button.setProperty("main", is_main)
    button.clicked.connect(lambda _checked: act())
    return button
