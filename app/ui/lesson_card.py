"""One lesson to choose, of the course or a stored call."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout

from app.core.call_words import span
from app.core.practice import Effort, Lesson
from app.core.read_practice import SavedLesson
from app.ui.choice_card import ChoiceCard
from app.ui.labels import label
from app.ui.theme import Theme, font
from app.ui.tr import tr

BESIDE_MARK = 8
"""How far words stand from the mark of a choice, in pixels."""

_TO_READ = "You read the caller and answer aloud; nothing is heard."
_EFFORTS = {Effort.GENTLE: "●○○  Gentle", Effort.FIRM: "●●○  Firm", Effort.HARD: "●●●  Hard"}
_MARGIN = 10


class LessonCard(ChoiceCard):
    """One lesson, with all that helps to choose it."""

    def __init__(self, lesson: Lesson, theme: Theme) -> None:
        super().__init__(theme, tr(lesson.title))
        self.lesson = lesson
        self.choice.setFont(font(1.1, bold=True))
        facts = f"{tr(_EFFORTS[lesson.effort])}  ·  {tr(span(lesson.lasts_s))}"
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


class SavedLessonCard(ChoiceCard):
    """A stored call to be read."""

    def __init__(self, lesson: SavedLesson, theme: Theme) -> None:
        super().__init__(theme, lesson.title.replace("&", "&&"))
        self.lesson = lesson
        self.choice.setFont(font(1.1, bold=True))
        self.choice.setAccessibleName(lesson.title)
        self.choice.setAccessibleDescription(tr(_TO_READ))
        words = QVBoxLayout()
        words.setContentsMargins(QFontMetrics(font()).ascent() + BESIDE_MARK, 0, 0, 0)
        words.addWidget(label(tr(_TO_READ), muted=True, wrap=True))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(4)
        rows.addWidget(self.choice)
        rows.addLayout(words)
