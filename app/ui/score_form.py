"""A score as a form: the items of its card under their headings."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.score_port import Score
from app.core.score_words import failure_of, words_of
from app.core.scoring import NOTHING, Given
from app.ui.labels import label, rule, tint
from app.ui.score_item import GivenItem, ScoreItem, TimeOf
from app.ui.theme import Theme
from app.ui.tr import tr

_KEYS = "On the keys: 1 pass, 2 fail, 3 not applicable, R for the chosen line"
_GAP = 12
_MARGIN = 4


class ScoreForm(QWidget):
    """`changed` gives another answer by its item; `left` where the keyboard goes on behind the last item.

    `takes` asks for the line that is chosen for an item, `goes_to` for that of a turn's number.
    """

    changed = Signal(object)
    left = Signal()
    takes = Signal(object)
    goes_to = Signal(int)

    def __init__(self, score: Score, time_of: TimeOf, theme: Theme, *, is_editable: bool) -> None:
        super().__init__()
        self._score, self._answers = score, dict(score.answers)
        self.items: list[ScoreItem] = []
        self.given: list[GivenItem] = []
        self.words = label(muted=True, wrap=True)
        self.failure = label(wrap=True)
        tint(self.failure, theme.hot)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        if is_editable:
            rows.addWidget(label(tr(_KEYS), muted=True, wrap=True))
        rows.addWidget(self.words)
        rows.addWidget(self.failure)
        for number, section in enumerate(score.card.section):
            if number:
                rows.addWidget(rule())
            rows.addWidget(label(section.title, bold=True, wrap=True))
            for item in section.item:
                given = self._answers.get(item.id, NOTHING)
                rows.addWidget(
                    self._editable(ScoreItem(item, given, time_of))
                    if is_editable
                    else self._readable(GivenItem(item, given, time_of, theme))
                )
        rows.addStretch(1)
        self.changed.connect(lambda _: self._show_result())
        self._show_result()

    @property
    def answers(self) -> dict[str, Given]:
        """What is given now, with what is known of items that the card has not."""
        return {**self._answers, **{part.item.id: part.given for part in self.items}}

    def focus_open(self) -> None:
        """Hand the keyboard to the first item without an answer, or to the first one."""
        wanted = next((part for part in self.items if part.given.answer is None), None)
        if self.items:
            (wanted or self.items[0]).focus()

    def _editable(self, part: ScoreItem) -> ScoreItem:
        self.items.append(part)
        part.changed.connect(lambda: self.changed.emit({part.item.id: part.given}))
        part.answered.connect(partial(self._go_on, part, 1))
        part.left.connect(partial(self._go_on, part))
        part.takes.connect(partial(self.takes.emit, part))
        part.goes_to.connect(self.goes_to)
        part.focused.connect(partial(self._activate, part))
        return part

    def _readable(self, part: GivenItem) -> GivenItem:
        self.given.append(part)
        part.goes_to.connect(self.goes_to)
        return part

    def _show_result(self) -> None:
        """Say how the score comes about, and plainly which critical items failed."""
        now = replace(self._score, answers=self.answers)
        self.words.setText(tr(words_of(now)))
        self.failure.setText(tr(failure_of(now.result)))
        self.failure.setVisible(bool(self.failure.text()))

    def _activate(self, chosen: ScoreItem) -> None:
        """One item at a time shows all that can be given."""
        for part in self.items:
            part.set_active(is_active=part is chosen)

    def _go_on(self, part: ScoreItem, step: int) -> None:
        place = self.items.index(part) + step
        if place >= len(self.items):
            self.left.emit()
        elif place >= 0:
            self.items[place].focus()
