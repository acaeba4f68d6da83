"""What the dialogs with forms share: the theme's look, a page that scrolls above a foot, and a size that fits."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from app.ui.form_look import form_rules
from app.ui.labels import rule
from app.ui.theme import Theme, font, stylesheet

_OF_SCREEN = 0.9
_GAP = 10


class FormDialog(QDialog):
    """A dialog in the theme's colours; `rules` follow those of every form."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None, rules: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("page")
        self.setStyleSheet(stylesheet(theme) + form_rules(theme) + rules)
        self.setFont(font())

    @property
    def room(self) -> QSize:
        """The most that it takes of the screen."""
        return self.screen().availableSize() * _OF_SCREEN

    def fit_screen(self, width: int, height: int, narrowest: int) -> None:
        """Take so many letters and lines, and no more than there is room for; `narrowest` are letters too."""
        self.setMinimumWidth(min(letters(narrowest), self.room.width()))
        self.resize(QSize(letters(width), QFontMetrics(font()).lineSpacing() * height).boundedTo(self.room))

    def lay_out(self, page: QWidget, foot: QLayout, margin: int, *, head: QWidget | None = None) -> None:
        """A head where there is one, the page with all the room that is left, a line, and the foot."""
        foot.setContentsMargins(margin, _GAP, margin, margin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if head is not None:
            head.setContentsMargins(margin, margin, margin, 0)
            whole.addWidget(head)
        whole.addWidget(page, 1)
        whole.addWidget(rule())
        whole.addLayout(foot)


def letters(count: int) -> int:
    """The width of so many letters, in pixels."""
    return QFontMetrics(font()).averageCharWidth() * count
