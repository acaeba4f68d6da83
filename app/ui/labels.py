"""Labels, buttons and cards as the windows use them: in the desktop's font, never the cause of a wider window."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

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


def set_shown(part: QWidget, *, shown: bool) -> None:
    """Show or hide it; where it held the keyboard that goes to the window, not to a control that nobody chose."""
    focused = part.window().focusWidget()
    if not shown and focused is not None and (part is focused or part.isAncestorOf(focused)):
        part.window().setFocus()
    part.setVisible(shown)


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


_AROUND_PX = 8


class Scrolled(QScrollArea):
    """Scrolls to all of what has the keyboard, also where that comes from outside."""

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focused)

    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is None or content is None or not content.isAncestorOf(now):
            return
        top = now.mapTo(content, QPoint()).y()
        for y in (top + now.height(), top):
            self.ensureVisible(0, y, 0, _AROUND_PX)


def scrolled(content: QWidget, name: str, *, is_stop: bool = True) -> QScrollArea:
    """Content that scrolls up and down when there is more of it than room.

    It is a stop of the keyboard, unless all that is in it is one.
    """
    return fill_area(Scrolled(), content, name, is_stop=is_stop)


def fill_area(area: QScrollArea, content: QWidget, name: str, *, is_stop: bool) -> QScrollArea:
    """Give an area its content and its name; whether it is a stop of the keyboard."""
    area.setAccessibleName(name)
    set_stop(area, is_stop=is_stop)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class _Column(Scrolled):
    """As wide as its content needs at least."""

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(bar + (content.minimumSizeHint().width() if content else 0), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def column(content: QWidget, name: str) -> QScrollArea:
    """A part of a window that scrolls where the screen is too low for it; never narrower than it needs."""
    return fill_area(_Column(), content, name, is_stop=False)


def bring_in_sight(part: QWidget) -> None:
    """Scroll to a part, where it can scroll away, once it has its place."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        QTimer.singleShot(0, part, partial(above.ensureWidgetVisible, part, 0, _AROUND_PX))


def set_stop(area: QScrollArea, *, is_stop: bool) -> None:
    """Make it a stop of the keyboard, or leave that to what is in it."""
    area.setProperty("stop", is_stop)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.NoFocus)
    area.style().polish(area)


class Kind(StrEnum):
    """How much a button draws the eye."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"


def push_button(text: str, act: Callable[[], object] | None = None, kind: Kind = Kind.PLAIN) -> QPushButton:
    """A button that does one thing, or what the box of buttons that it is put in does."""
    button = QPushButton(text)
    button.setProperty("kind", kind.value)
    button.setAccessibleName(text.replace("&", ""))
    if act is not None:
        button.clicked.connect(lambda _checked: act())
    return button
