"""A card that is one of several to choose; a click anywhere on it chooses it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton

from app.ui.form_look import form_palette
from app.ui.theme import Theme


class ChoiceCard(QFrame):
    """Stands out where it is chosen, and has a frame while the keyboard is on it; then `focused` is sent."""

    focused = Signal()

    def __init__(self, theme: Theme, title: str = "") -> None:
        super().__init__()
        self.choice = QRadioButton(title)
        self.choice.setPalette(form_palette(theme))
        self.choice.installEventFilter(self)
        self.choice.toggled.connect(lambda is_chosen: self._mark("chosen", is_so=is_chosen))
        self.setProperty("choice", "true")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show whether the keyboard is here."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            is_here = event.type() is QEvent.Type.FocusIn
            self._mark("keyboard", is_so=is_here)
            if is_here:
                self.focused.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if self.choice.isEnabled() and event.button() is Qt.MouseButton.LeftButton:
            self.choice.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choice.setChecked(True)

    def _mark(self, name: str, *, is_so: bool) -> None:
        self.setProperty(name, "true" if is_so else "false")
        self.style().polish(self)
