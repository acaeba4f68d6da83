"""What the window shows before a call."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.labels import label

_ABOUT = (
    "During a call Calmline writes down both sides on this computer, follows how the caller feels from their words, "
    "and shows one short prompt when it can help."
)


class ReadyView(QWidget):
    """A friendly start: what happens next, and what can be done meanwhile."""

    def __init__(self, open_calls: Callable[[], None], play_demo: Callable[[], None] | None) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 0, 20, 0)
        rows.setSpacing(14)
        rows.addStretch(2)
        title = label("Ready for the next call", scale=1.8, bold=True, wrap=True)
        about = label(_ABOUT, scale=1.1, muted=True, wrap=True)
        for part in (title, about):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(part)
        rows.addSpacing(8)
        rows.addLayout(_buttons(open_calls, play_demo))
        rows.addStretch(3)


def _buttons(open_calls: Callable[[], None], play_demo: Callable[[], None] | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch()
    if play_demo is not None:
        row.addWidget(push_button("Play the demo call", play_demo, is_main=True))
    row.addWidget(push_button("Calls", open_calls))
    row.addStretch()
    return row


def push_button(text: str, act: Callable[[], None], *, is_main: bool = False) -> QPushButton:
    """A button that does one thing."""
    button = QPushButton(text)
    button.setProperty("main", is_main)
    button.clicked.connect(lambda _checked: act())
    return button
