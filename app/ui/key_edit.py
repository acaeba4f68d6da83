"""A field that takes the next key pressed, with what is held beside it."""

from PySide6.QtCore import QEvent, QKeyCombination, QLineF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit

from app.ui.tr import tr

_NONE, _PRESS = "No key", "Press the new key"
_TAKE_AWAY = "Take the key away"
_HOW = "Press the new key. Backspace takes the key away."
_MARK_PX = 64
_AWAY = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAVING = [
    QKeyCombination(Qt.Key.Key_Tab),
    QKeyCombination(Qt.Key.Key_Backtab),
    QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab),
]
_EMPTY = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class KeyEdit(QKeySequenceEdit):
    """One key; Backspace empties it, Tab, Enter and Escape do what they do everywhere."""

    settled = Signal()
    """Another key is on it than before."""
    listens = Signal(bool)
    """The next key that is pressed is meant for it, or not any more."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self._is_pressing = self._is_begun = False
        self.setMaximumSequenceLength(1)
        self.setToolTip(tr(_HOW))
        self._line = self.findChildren(QLineEdit)[0]
        self.away = self._line.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self.away.setToolTip(tr(_TAKE_AWAY))
        self.away.triggered.connect(lambda _checked: self.show_key(""))
        self.setFinishingKeyCombinations(_LEAVING)
        self.keySequenceChanged.connect(self._note)
        self.editingFinished.connect(self._finish)

    def key(self) -> str:
        """The key on it, as settings write it."""
        return self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def show_key(self, key: str) -> None:
        """Put a key on it."""
        self.setKeySequence(QKeySequence(key, QKeySequence.SequenceFormat.PortableText))
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, but for those that lead away and those that empty the field."""
        is_plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if is_plain and event.key() in _AWAY:
            event.ignore()
            return
        if is_plain and event.key() in _EMPTY:
            self.clear()
            return
        self._is_pressing = True
        super().keyPressEvent(event)
        self._is_pressing = False

    def changeEvent(self, event: QEvent) -> None:
        """Draw the mark that takes the key away in the colour of quiet words."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.EnabledChange}:
            self.away.setIcon(_cross(self.palette().color(QPalette.ColorRole.PlaceholderText)))
            self._invite()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Listen for a key."""
        super().focusInEvent(event)
        self._invite()
        self.listens.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop listening."""
        super().focusOutEvent(event)
        self._invite()
        self.listens.emit(False)

    def _invite(self) -> None:
        """Say while it is empty what it waits for; Qt takes that off whenever it changes."""
        self._line.setPlaceholderText(tr(_PRESS) if self.hasFocus() else tr(_NONE))
        self.away.setVisible(bool(self.key()) and self.isEnabled())

    def _note(self) -> None:
        """A press begins with an empty field, which counts for nothing until Qt says that the key has come."""
        if self._is_pressing:
            self._is_begun = True
        elif not self._is_begun:
            self._settle()

    def _finish(self) -> None:
        """Where nothing came after Ctrl, Alt or Shift, the key stays as it was."""
        came = not self._is_begun or not self.keySequence().isEmpty()
        self._is_begun = False
        if came:
            self._settle()
        else:
            self.show_key(self._last)

    def _settle(self) -> None:
        self._invite()
        if self.key() != self._last:
            self._last = self.key()
            self.settled.emit()


def _cross(colour: QColor) -> QIcon:
    picture = QPixmap(_MARK_PX, _MARK_PX)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _MARK_PX / 12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    near, far = _MARK_PX * 0.3, _MARK_PX * 0.7
    painter.drawLines([QLineF(near, near, far, far), QLineF(near, far, far, near)])
    painter.end()
    return QIcon(picture)
