"""One lesson to choose."""

from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QVBoxLayout

from app.core.practice import Effort, Lesson
from app.ui.labels import label
from app.ui.theme import font
from app.ui.tr import tr
from app.ui.words import span

BESIDE_MARK = 8
"""How far words stand from the mark of a choice, in pixels."""

_EFFORTS = {Effort.GENTLE: "●○○  Gentle", Effort.FIRM: "●●○  Firm", Effort.HARD: "●●●  Hard"}
_MARGIN = 10


class LessonCard(QFrame):
    """One lesson, with all that helps to choose it; a click anywhere on it chooses it."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self.choice = QRadioButton(tr(lesson.title))
        self.choice.setFont(font(1.1, bold=True))
        self.choice.toggled.connect(self._mark)
        facts = f"{tr(_EFFORTS[lesson.effort])}  ·  {span(lesson.lasts_s)}"
        self.choice.setAccessibleName(tr(lesson.title))
        self.choice.setAccessibleDescription(f"{tr(lesson.about)} {facts}")
        words = QVBoxLayout()
        words.setContentsMargins(QFontMetrics(font()).ascent() + BESIDE_MARK, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(label(tr(lesson.about), wrap=True))
        words.addWidget(label(facts, scale=0.95, muted=True, wrap=True))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(4)
        rows.addWidget(self.choice)
        rows.addLayout(words)
        self._mark(is_chosen=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.choice.setChecked(True)
        event.accept()

    def _mark(self, is_chosen: bool) -> None:
        self.setProperty("choice", "on" if is_chosen else "off")
        self.style().polish(self)
