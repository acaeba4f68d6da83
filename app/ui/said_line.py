"""What a part of a window has to say below its buttons, in a place that may be tight."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy

from app.ui.labels import set_shown, set_stop


class SaidLine(QScrollArea):
    """A label that wraps, as high as its words where there is room; with less they scroll, down to one line of them."""

    def __init__(self, said: QLabel, name: str) -> None:
        super().__init__()
        self._said = said
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setWidget(said)
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_stop(self, is_stop=False)

    def say(self, line: str) -> None:
        """Show a line from its beginning, or nothing where it is ""."""
        self._said.setText(line)
        self.verticalScrollBar().setValue(0)
        set_shown(self, shown=bool(line))

    def sizeHint(self) -> QSize:
        """As high as the words are at its width."""
        return QSize(0, self._said.heightForWidth(self.width()) + self._frame)

    def minimumSizeHint(self) -> QSize:
        """A line."""
        return QSize(0, self._said.fontMetrics().lineSpacing() + self._frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of its width; the keyboard stops at it where it has to scroll."""
        super().resizeEvent(event)
        self.updateGeometry()
        set_stop(self, is_stop=self.height() < self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words need another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @property
    def _frame(self) -> int:
        """What the style leaves around the words."""
        return self.height() - self.viewport().height()
