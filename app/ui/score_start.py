"""Where a score of a call begins: by which card, openly or blind, and by whom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.score_port import CallScores, Kind
from app.core.score_words import round_words
from app.core.scorecard import Scorecard
from app.ui.choosers import Chooser
from app.ui.flow import FlowLayout
from app.ui.labels import Kind as ButtonKind
from app.ui.labels import label, push_button
from app.ui.tr import tr

_GAP = 8
_MARGIN = 4
_NAME = "Your name"
_CARD = "Scorecard"
_VERSION = "{title}, version {version}"
_FOR_COACHING = "Scores are for the agent and for coaching. Nobody is ranked by them."
_BLIND_HOW = "Blind: two or more score without seeing each other's, then see how far they agree, and settle on one."
_NO_CARD = "There is no scorecard that can be used."


class ScoreStart(QWidget):
    """`begins` gives the kind and the card of a score that is wanted, `named` that another name was written."""

    begins = Signal(object, object)
    named = Signal(str)

    def __init__(self, cards: Sequence[Scorecard], faults: Sequence[str], name: str, typed: str = "") -> None:
        super().__init__()
        self._cards, self._known_name = cards, name
        self._found = CallScores()
        self.name = QLineEdit(typed)
        self.name.setPlaceholderText(tr(_NAME))
        self.name.setAccessibleName(tr(_NAME))
        self.name.editingFinished.connect(lambda: self.named.emit(self.name.text().strip()))
        self.card = Chooser()
        self.card.setAccessibleName(tr(_CARD))
        for card in cards:
            self.card.addItem(tr(_VERSION, title=card.title, version=card.version), card.name)
        self.card.currentIndexChanged.connect(lambda _: self._show_round())
        self.score = push_button(tr("Score this call"), lambda: self._begin(Kind.REVIEW), ButtonKind.MAIN)
        self.blind = push_button(tr("Score blind"), lambda: self._begin(Kind.BLIND))
        self.round = label(wrap=True)
        self.faults = label("\n".join([*faults, *([] if cards else [tr(_NO_CARD)])]), wrap=True)
        self.faults.setProperty("tone", "wrong")
        self._lay_out()
        self.name.setVisible(not name)

    @property
    def chosen(self) -> Scorecard | None:
        """The card that is chosen."""
        index = self.card.currentIndex()
        return self._cards[index] if index >= 0 else None

    def give(self, *, may_begin: bool) -> None:
        """Begin an open score, where one may; else hand the keyboard to what is missing.

        While somebody scores blind by the card it is left to whoever scores which kind it is.
        """
        card = self.chosen
        if not (self._known_name or self.name.text().strip()):
            self.name.setFocus(Qt.FocusReason.TabFocusReason)
        elif may_begin and card is not None and not self._found.round_by(card).begun:
            self.score.click()
        else:
            self.score.setFocus(Qt.FocusReason.TabFocusReason)

    def show_scores(self, found: CallScores) -> None:
        """Say how far the blind scores by the chosen card are."""
        self._found = found
        self._show_round()

    def _show_round(self) -> None:
        card = self.chosen
        text = tr(round_words(self._found.round_by(card))) if card else ""
        self.round.setText(text)
        self.round.setVisible(bool(text))

    def _begin(self, kind: Kind) -> None:
        if self.chosen is not None:
            self.begins.emit(kind, self.chosen)

    def _lay_out(self) -> None:
        for button in (self.score, self.blind, self.card):
            button.setEnabled(bool(self._cards))
        buttons = FlowLayout()
        buttons.addWidget(self.score)
        buttons.addWidget(self.blind)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        for part in (self.name, self.card):
            rows.addWidget(part)
        rows.addLayout(buttons)
        rows.addWidget(self.round)
        rows.addWidget(label(tr(_BLIND_HOW), muted=True, wrap=True))
        rows.addWidget(label(tr(_FOR_COACHING), muted=True, wrap=True))
        rows.addWidget(self.faults)
        self.faults.setVisible(bool(self.faults.text()))
        rows.addStretch(1)
