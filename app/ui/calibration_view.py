"""How far reviewers who scored a call blind agree: each item with everybody's answer, and the kappa of all."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.calibration import Blind, ItemAgreement, alike, calibrate
from app.core.message import Joined, Message
from app.core.score_port import Score, plain_name
from app.core.score_words import agreement_words, answer_word, item_words
from app.core.scorecard import Scorecard
from app.core.scoring import Answer
from app.ui.labels import label, rule
from app.ui.tr import tr

_GAP = 10
_MARGIN = 4
_DIFFER = "≠"
_WHO = "{reviewer}: {answer}"


class CalibrationView(QWidget):
    """One call's blind scores by a card, beside the other calls that the same reviewers scored blind by it.

    `here` are the scores of the call, `rounds` those of all calls, this one too.
    """

    def __init__(self, card: Scorecard, here: Sequence[Score], rounds: Sequence[Sequence[Score]]) -> None:
        super().__init__()
        blind = blind_of(here)
        found = calibrate(card, [blind])
        over = calibrate(card, alike([blind_of(one, here) for one in rounds], frozenset(blind)) or [blind])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        self.agreement = label(tr(agreement_words(found)), wrap=True)
        self.over = label(tr(agreement_words(over)) if over.calls > 1 else "", muted=True, wrap=True)
        rows.addWidget(self.agreement)
        rows.addWidget(self.over)
        self.over.setVisible(over.calls > 1)
        pairs = zip(found.items, over.items, strict=True)
        self.items = [_ItemView(one, found.reviewers, all_) for one, all_ in pairs]
        for view in self.items:
            rows.addWidget(rule())
            rows.addWidget(view)
        rows.addStretch(1)


class _ItemView(QWidget):
    """One item: what everybody answered here, and how far it is answered alike, here or over all calls."""

    def __init__(self, here: ItemAgreement, reviewers: Sequence[str], over: ItemAgreement) -> None:
        super().__init__()
        [answers] = here.answers
        sign = "" if here.is_agreed else f"{_DIFFER} "
        self.question = label(f"{sign}{here.item.question}", bold=not here.is_agreed, wrap=True)
        self.answers = label(tr(_told(reviewers, answers)), wrap=True)
        self.share = label(tr(item_words(over)), muted=True, wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for part in (self.question, self.answers, self.share):
            rows.addWidget(part)


def blind_of(scores: Sequence[Score], named: Sequence[Score] = ()) -> Blind:
    """Blind scores of one call by their reviewers, whose names are spelled as in other scores that name them."""
    names = {plain_name(one.reviewer): one.reviewer for one in (*scores, *named)}
    return {names[plain_name(score.reviewer)]: score.answers for score in scores}


def _told(reviewers: Sequence[str], answers: Sequence[Answer]) -> Message:
    pairs = zip(reviewers, answers, strict=True)
    return Joined(", ", (Message(_WHO, reviewer=name, answer=answer_word(answer)) for name, answer in pairs))
