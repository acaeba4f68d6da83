"""The lines of a transcript as Qt's list model; it tells its view only what changed."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.call_words import NOT_COUNTED, UNSURE, clock
from app.core.events import TextPartial
from app.core.moods import SPEAKERS
from app.core.state import Turn
from app.ui.tr import tr

Line = Turn | TextPartial
AnyIndex = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
_TOP = QModelIndex()


class TranscriptModel(QAbstractListModel):
    """Turns in order of time, then the open utterances."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines

    def show_lines(self, turns: Sequence[Turn], partials: Sequence[TextPartial] = ()) -> None:
        """Take the new lines; only the stretch between the common start and the common end is touched."""
        new: list[Line] = [*turns, *sorted(partials, key=lambda partial: partial.start_s)]
        old = self._lines
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        old_part, new_part = old[start : len(old) - end], new[start : len(new) - end]
        both = min(len(old_part), len(new_part))
        if both:
            self._lines[start : start + both] = new_part[:both]
            self.dataChanged.emit(self.index(start), self.index(start + both - 1))
        self._insert(start + both, new_part[both:])
        self._remove(start + both, len(old_part) - both)

    def _insert(self, row: int, lines: Sequence[Line]) -> None:
        if lines:
            self.beginInsertRows(_TOP, row, row + len(lines) - 1)
            self._lines[row:row] = lines
            self.endInsertRows()

    def _remove(self, row: int, count: int) -> None:
        if count:
            self.beginRemoveRows(_TOP, row, row + count - 1)
            del self._lines[row : row + count]
            self.endRemoveRows()

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """Number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line itself for the delegate, a sentence for screen readers."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            notes = [UNSURE] * is_unsure(line) + [NOT_COUNTED] * is_unscored(line)
            said = ", ".join([tr(SPEAKERS[line.channel]), clock(line.start_s), *map(tr, notes)])
            return tr("{said}: {words}", said=said, words=text_of(line))
        return None


def is_unscored(line: Line) -> bool:
    """Whether it was said on the caller's channel and could not or was not to be scored."""
    return isinstance(line, Turn) and line.is_unscored


def is_unsure(line: Line) -> bool:
    """Whether it is written down, in words that may be others."""
    return isinstance(line, Turn) and line.is_unsure


def unsure_from(line: Line) -> int:
    """Where in its words those begin that may be others: the guessed ones, all, or none."""
    if isinstance(line, TextPartial):
        return len(text_of(line)) - len(line.guess)
    return 0 if is_unsure(line) else len(line.text)


def text_of(line: Line) -> str:
    """The words of a line, the guessed ones included."""
    if isinstance(line, Turn):
        return line.text
    return f"{line.stable} {line.guess}".strip()


def line_at(index: AnyIndex) -> Line:
    """The line behind a row of the model."""
    return cast("Line", index.data(LINE_ROLE))


def _common(old: Sequence[Line], new: Sequence[Line]) -> int:
    """How many lines both begin with."""
    for n, (before, after) in enumerate(zip(old, new, strict=False)):
        if before is not after:
            return n
    return min(len(old), len(new))
