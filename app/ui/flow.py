"""A layout that puts widgets beside each other, and into the next row where one has no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Rows of one height from left to right; as high as its width makes it."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put each into its place."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [hint for _, hint in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest."""
        widest = max((item.minimumSize().width() for item, _ in self._shown()), default=0)
        return QSize(widest, self.sizeHint().height())

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """What is in sight, and how large each wants to be: asking takes most of the time of laying out."""
        return [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        shown = self._shown()
        height = max((hint.height() for _, hint in shown), default=0)
        x, y = rect.x(), rect.y()
        for item, hint in shown:
            if x > rect.x() and x + hint.width() > rect.x() + rect.width():
                x, y = rect.x(), y + height + self._gap
            if moves:
                item.setGeometry(QRect(QPoint(x, y), QSize(hint.width(), height)))
            x += hint.width() + self._gap
        return y + height - rect.y()
