"""The panel's page: notices above, the page that belongs to now, the health line below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from app.ui.labels import scrolled
from app.ui.tr import tr

_MARGIN = 12
_GAP = 10


class PanelPage(QWidget):
    """Where there is less room than all of it needs, what lies between notices and health line can scroll."""

    def __init__(self, notices: QWidget, pages: Sequence[QWidget], health: QWidget) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts = (notices, *pages, health)
        self._middle = QWidget()
        self._middle.setObjectName("page")
        self._inner = QVBoxLayout(self._middle)
        self._inner.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            self._inner.addWidget(page, 1)
        self._area = scrolled(QWidget(), tr("Panel"), is_stop=False)
        self._area.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._rows.setSpacing(_GAP)
        self._rows.addWidget(notices)
        self._rows.addWidget(self._middle, 1)
        self._rows.addWidget(self._area, 1)
        self._rows.addWidget(health)

    @property
    def scrolls(self) -> bool:
        """Whether there is less room than it needs."""
        return self._area.widget() is self._middle

    def let_scroll(self, *, wanted: bool) -> None:
        """Let the middle scroll, or show all of it; the keyboard stays where it is."""
        if wanted is self.scrolls:
            return
        focused = self.window().focusWidget()
        if wanted:
            self._area.setWidget(self._middle)
            bar_px = self._area.verticalScrollBar().sizeHint().width()
            self._area.setMinimumWidth(self._middle.minimumSizeHint().width() + bar_px)
        else:
            self._rows.insertWidget(1, self._area.takeWidget(), 1)
        self._area.setVisible(wanted)
        self._middle.show()
        if focused is not None and self._middle.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def needed(self, width: int) -> tuple[int, int]:
        """The width that it takes where it is to have this one, and the height that goes with it."""
        for part in (*(part.layout() for part in self._parts), self._inner, self._rows):
            if isinstance(part, QLayout):
                part.invalidate()
                part.activate()
        width = max(width, self._rows.totalMinimumSize().width())
        return width, max(self._rows.totalHeightForWidth(width), self._rows.totalMinimumSize().height())
