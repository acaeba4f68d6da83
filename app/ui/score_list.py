"""What there is of a call's scores: each of them, calibrations that may be seen, and a new one to begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from app.core.score_port import CallScores, Kind, Score, ScoreStore, round_of
from app.core.score_words import title_of
from app.core.scorecard import Scorecard
from app.ui.choosers import Chooser
from app.ui.labels import set_shown
from app.ui.saver import Saves
from app.ui.tr import tr
from app.ui.words import moment

_SCORES = "Scores of this call"
_NEW = "A new score"
_ROUND = "Calibration: {title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """What scoring needs: the store, what saves, the cards there are with faults of others, and the person's name."""

    store: ScoreStore
    saves: Saves
    cards: Callable[[], tuple[Sequence[Scorecard], Sequence[str]]]
    name: Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A score, a calibration by a card with its `blind` scores, or neither, where a new one begins."""

    score: Score | None = None
    card: Scorecard | None = None
    blind: Sequence[Score] = field(default=())

    @property
    def key(self) -> str:
        """What it is known by."""
        if self.score is not None:
            return str(self.score.number)
        return f"{self.card.name} {self.card.version}" if self.card else ""

    @property
    def is_draft(self) -> bool:
        """Whether it is a score that is still being given."""
        return self.score is not None and not self.score.is_done


class ScoreList(Chooser):
    """`opened` gives the entry that somebody has chosen."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = (Entry(),)
        self.setAccessibleName(tr(_SCORES))
        self.activated.connect(lambda index: self.opened.emit(self.entries[index]))

    def show_scores(self, found: CallScores, *, with_rounds: bool) -> None:
        """List what somebody is shown of a call's scores."""
        scores = [Entry(score=score) for score in found.scores]
        self.entries = (Entry(), *scores, *(_rounds(found) if with_rounds else ()))
        self.clear()
        for entry in self.entries:
            self.addItem(_title(entry), entry.key)
        set_shown(self, shown=len(self.entries) > 1)

    def entry(self, key: str | None) -> Entry:
        """The entry of a key; of None what is to be done or read next: one's own draft, else the last score."""
        if key is not None:
            return next((one for one in self.entries if one.key == key), self.entries[0])
        scores = [one for one in self.entries if one.score is not None]
        return next((one for one in scores if one.is_draft), scores[-1] if scores else self.entries[0])

    def choose(self, entry: Entry) -> None:
        """Show which one is open."""
        self.setCurrentIndex(max(0, self.findData(entry.key)))


def _rounds(found: CallScores) -> list[Entry]:
    """The calibrations of which everything is shown."""
    cards = {(one.card.name, one.card.version): one.card for one in found.scores if one.kind is Kind.BLIND}
    rounds = [(card, *round_of(found.scores, card)) for card in cards.values()]
    return [Entry(card=card, blind=blind) for card, now, blind in rounds if now.is_open]


def _title(entry: Entry) -> str:
    if entry.score is not None:
        return tr(title_of(entry.score, moment(entry.score.done_at or "")))
    return tr(_ROUND, title=entry.card.title) if entry.card else tr(_NEW)
