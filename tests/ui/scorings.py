"""Scores of calls for the tests of the windows."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.score_port import Kind, Score
from app.core.scorecard import Item, Scorecard
from app.core.scoring import Answers
from app.ui.score_list import Scoring
from tests.core.cards import card, item
from tests.memory_scores import MemoryScores
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce
from tests.ui.calls import document

CARD = card(
    Item(id="greeting", question="Did they greet the caller?", help="Passes with a name."),
    Item(id="owned", question="Did they make it their own?", weight=3),
    Item(id="safety", question="Did safety come first?", critical=True),
    Item(id="extra", question="Did they do a little more?", counts=False),
)
LONG = card(*(item(f"i{number}") for number in range(12)), name="long")


@dataclass
class Desk:
    """A call of Joe with its scores, and what a person who scores has."""

    store: MemoryScores
    name: str = "Ann"
    cards: Sequence[Scorecard] = (CARD,)
    faults: Sequence[str] = ()

    @property
    def scoring(self) -> Scoring:
        return Scoring(
            store=self.store, saves=AtOnce(), cards=lambda: (self.cards, self.faults), name=lambda: self.name
        )

    def done(self, reviewer: str, answers: Answers, kind: Kind = Kind.REVIEW, card_: Scorecard = CARD) -> Score:
        return self.store.finish(self.store.begin("call-1", card_, kind, reviewer, answers).number)

    def scores(self, viewer: str = "Ann") -> list[Score]:
        return [*self.store.of_call("call-1", viewer).scores]


def desk(name: str = "Ann") -> Desk:
    calls = MemoryStore()
    for call_id in ("call-1", "call-2"):
        calls.save(document(call_id, "Joe"))
    return Desk(MemoryScores(calls), name)
