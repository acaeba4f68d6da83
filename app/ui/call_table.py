"""The list of ended calls, as its table asks for it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.call_search import COURSES, CallPage, CallRow, FoundNote, SortKey
from app.core.call_words import clock, mood_word
from app.core.score_words import standing_told, standing_words
from app.core.standing import Standing
from app.ui.call_pages import PAGE
from app.ui.tr import tr
from app.ui.words import moment

AnyIndex = QModelIndex | QPersistentModelIndex

COLUMNS = ("When", "Agent", "Source", "Length", "Peak", "Hot", "Score", "Marks")
SORTED_BY = (
    SortKey.STARTED,
    SortKey.AGENT,
    SortKey.SOURCE,
    SortKey.DURATION,
    SortKey.PEAK,
    SortKey.ESCALATIONS,
    SortKey.SCORE,
)
"""What a press on the head of a column puts the list in order of; nothing for marks."""
PEAK = COLUMNS.index("Peak")
LEVEL_ROLE = int(Qt.ItemDataRole.UserRole)
_TEXT_ROLE, _TIP_ROLE = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_TOLD_ROLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ROW_ROLES = frozenset({_TEXT_ROLE, _TIP_ROLE, _TOLD_ROLE, LEVEL_ROLE})
AGENT, SOURCE = COLUMNS.index("Agent"), COLUMNS.index("Source")
_SCORE, _MARKS = COLUMNS.index("Score"), COLUMNS.index("Marks")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ALIGNED = {
    COLUMNS.index("Length"): Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    COLUMNS.index("Hot"): Qt.AlignmentFlag.AlignCenter,
}
"""All others are at the left; counts stand apart from the score beside them."""
_TOP = QModelIndex()
_SHORT = "d MMM, HH:mm"
_TIPS = {
    "Hot": "How often the caller turned hot",
    "Peak": "The highest point of the caller's anger. Nearly hot: one line alone makes nobody hot.",
    "Score": "What the scorecard came to. ! is disputed by the agent, = is agreed on by several reviewers.",
    "Marks": "Flagged, reviewed, found by a note",
}
_FLAG, _DONE, _NOTE = "⚑", "✓", "✎"
_NARROW = {"Marks": _FLAG}
"""Heads that would take more room than what stands below them."""
_FLAG_TIP, _DONE_TIP = "Flagged: it wants another look.", "Reviewed."
_NOTE_TIP = "In a note: “{note}”"
_HELD_TIP = "On legal hold: nothing of it is deleted."
_AGENT = "The agent"


class CallTableModel(QAbstractTableModel):
    """Rows of the call store as text; of a long list only the pages that were looked at, `ask` reads another one."""

    def __init__(self, parent: QObject | None = None, ask: Callable[[int], object] = lambda _: None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._rows: dict[int, CallRow] = {}
        self._standings: dict[str, Standing] = {}
        self._notes: dict[str, FoundNote] = {}
        self._cells: dict[int, tuple[str, ...]] = {}
        self._total = 0
        self._asked: set[int] = set()

    def show_page(self, page: CallPage) -> None:
        """Replace the list by one that begins with these rows."""
        self.beginResetModel()
        self._rows, self._asked = dict(enumerate(page.rows)), {0, *(place // PAGE for place in range(len(page.rows)))}
        self._standings, self._notes = {**page.standings}, {**page.notes}
        self._cells.clear()
        self._total = page.total
        self.endResetModel()

    def add_page(self, offset: int, page: CallPage) -> None:
        """Put a page that was asked for into its place."""
        self._rows.update(enumerate(page.rows, start=offset))
        self._standings.update(page.standings)
        self._notes.update(page.notes)
        for place in range(offset, offset + len(page.rows)):
            self._cells.pop(place, None)
        last = offset + len(page.rows) - 1
        if last >= offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(COLUMNS) - 1))

    def forget_page(self, offset: int) -> None:
        """A page that was asked for does not come: it is asked for again once it is looked at."""
        self._asked.discard(offset // PAGE)

    def call_id(self, row: int) -> str | None:
        """Which call a row is about, None where that was not read yet."""
        found = self._rows.get(row)
        return found.call_id if found else None

    def row(self, call_id: str | None) -> CallRow | None:
        """What is listed of a call, as far as it was read."""
        return next((row for row in self._rows.values() if row.call_id == call_id), None)

    def note(self, call_id: str) -> FoundNote | None:
        """The note in which words stand that are looked for."""
        return self._notes.get(call_id)

    def row_of(self, call_id: str) -> int | None:
        """Where a call stands in the list, as far as that was read."""
        return next((n for n, row in self._rows.items() if row.call_id == call_id), None)

    def change(self, changed: CallRow) -> None:
        """Show other marks of a call."""
        place = self.row_of(changed.call_id)
        if place is not None:
            self._rows[place] = changed
            self._show_anew(place)

    def change_standing(self, call_id: str, standing: Standing | None) -> None:
        """Show how far a call is scored now."""
        self._standings.pop(call_id, None)
        if standing is not None:
            self._standings[call_id] = standing
        place = self.row_of(call_id)
        if place is not None:
            self._show_anew(place)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """Number of calls."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _NARROW.get(COLUMNS[section]) or tr(COLUMNS[section])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(COLUMNS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_TIPS.get(COLUMNS[section], ""))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; its level for the delegate of the peak."""
        if role not in _ROW_ROLES:
            return None
        place = index.row()
        row = self._rows.get(place)
        if row is None:
            return self._waiting(index, role)
        if role == _TEXT_ROLE:
            return self._texts(place, row)[index.column()]
        if role == LEVEL_ROLE:
            return row.peak_level
        standing, note = self._standings.get(row.call_id), self._notes.get(row.call_id)
        if role == _TIP_ROLE:
            return "\n".join(_told(row, standing, note))
        return _read_out(index.column(), row, standing, note)

    def _texts(self, place: int, row: CallRow) -> tuple[str, ...]:
        """Made once: a table asks for each cell again whenever it is painted and whenever it measures its columns."""
        if place not in self._cells:
            self._cells[place] = _cells(row, self._standings.get(row.call_id), self._notes.get(row.call_id))
        return self._cells[place]

    def _show_anew(self, place: int) -> None:
        self._cells.pop(place, None)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def _waiting(self, index: AnyIndex, role: int) -> str | None:
        page = index.row() // PAGE
        if page not in self._asked:
            self._asked.add(page)
            self._ask(page * PAGE)
        return "…" if role == _TEXT_ROLE and index.column() == 0 else None


def _cells(row: CallRow, standing: Standing | None, note: FoundNote | None) -> tuple[str, ...]:
    peak = tr("Not known") if row.peak_level is None else tr(mood_word(row.peak_level, turned_hot=row.escalations > 0))
    hot = "-" if row.peak_level is None else str(row.escalations)
    source = tr("Legal hold: {source}", source=row.source) if row.is_held else row.source
    marks = "".join(mark for mark, holds in zip((_FLAG, _DONE, _NOTE), _marks(row, note), strict=True) if holds)
    score = tr(standing_words(standing)) if standing else ""
    began = moment(row.started_at, tr(_SHORT))
    return (began, row.agent or "-", source, clock(row.duration_s), peak, hot, score, marks)


def _scored(row: CallRow, standing: Standing) -> list[str]:
    """How far a call is scored, in sentences."""
    done_at = standing.score.done_at if standing.score else None
    return [tr(line) for line in standing_told(standing, moment(done_at or ""), row.agent or tr(_AGENT))]


def _marks(row: CallRow, note: FoundNote | None) -> tuple[bool, bool, bool]:
    return row.is_flagged, row.is_reviewed, note is not None


def _marked(row: CallRow, note: FoundNote | None) -> Iterator[str]:
    """The marks in sentences."""
    for text, holds in zip((_FLAG_TIP, _DONE_TIP, _NOTE_TIP), _marks(row, note), strict=True):
        if holds:
            yield tr(text, note=note.text if note else "")


def _read_out(column: int, row: CallRow, standing: Standing | None, note: FoundNote | None) -> str | None:
    """In place of signs; None where a cell has words."""
    lines = _scored(row, standing) if column == _SCORE and standing else _marked(row, note) if column == _MARKS else ()
    return "\n".join(lines) or None


def _told(row: CallRow, standing: Standing | None, note: FoundNote | None) -> Iterator[str]:
    """All that there is to say of a row."""
    yield tr("{when}, {source}", when=moment(row.started_at), source=row.source)
    if row.course is not None:
        yield tr(COURSES[row.course])
    if standing is not None:
        yield from _scored(row, standing)
    if row.is_held:
        yield tr(_HELD_TIP)
    yield from _marked(row, note)


def alignment(column: int) -> Qt.AlignmentFlag:
    """Of a column's head and of its cells."""
    return _ALIGNED.get(column, _LEFT)
