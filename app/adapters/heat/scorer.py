"""The scorers: VADER alone as a baseline, and all layers added up by trained weights."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.adapters.heat.vader import VaderLayer
from app.core.evidence import Evidence, of_form, of_phrases, of_pieces, pushes_of
from app.core.heat import heat_of
from app.core.lexicon import TEAM, Lexicon
from app.core.ports import Heat, Scorer
from app.core.wording import Wording

if TYPE_CHECKING:
    from app.adapters.heat.bearing import BearingLayer
    from app.adapters.heat.minilm import SentenceLayer, SentenceModel
    from app.adapters.heat.weights import Weights

CALMLINE, WORDS_ONLY = "calmline", "calmline, words only"

NO_WORDS = (".",)
"""What the sentence model reads where all words are misleading."""

_TEAM_WEIGHT = 1.2
"""Log-odds of a phrase that a team found to be angrier: about those of a demand for a manager."""


class VaderScorer:
    """VADER's compound score alone: its negative side is the heat."""

    name = "vader"

    def __init__(self) -> None:
        self._vader = VaderLayer()

    def score(self, text: str) -> Heat:
        """Heat of one caller utterance."""
        return Heat(value=max(0.0, -self._vader.compound(text)))


class WordLayers:
    """What needs no sentence model: phrases, form and VADER; also which words all layers pass over."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._vader = VaderLayer()

    def read(self, wording: Wording) -> tuple[list[Evidence], Wording]:
        """Evidence, and the wording without misleading words, for the other layers; VADER passes over topics too."""
        reading = self._lexicon.read(wording)
        kept = wording.without(reading.misleading)
        ignored = reading.misleading.union(
            owner
            for word, owner in zip(wording.plain, wording.plain_owner, strict=True)
            if word in self._lexicon.topic_words
        )
        return [*of_phrases(reading), *of_form(kept), *self._vader.read(wording, ignored)], kept


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentence model, and the head that reads anger in it."""

    model: "SentenceModel"
    anger: "SentenceLayer"


class CalmlineScorer:
    """All layers, added up; without the sentence model by weights trained for that.

    Without `bearing` an utterance is judged by itself alone.
    """

    def __init__(
        self,
        words: WordLayers,
        weights: "Weights",
        sentences: Sentences | None = None,
        *,
        bearing: "BearingLayer | None" = None,
        team: str = "",
    ) -> None:
        self._words = words
        self._bearing = bearing
        self._biases = weights.biases
        self._by_name = {**weights.by_name, TEAM: _TEAM_WEIGHT}
        self._team = team
        self._pieces: list[float] = weights.pieces.tolist()
        self._sentences = sentences

    @property
    def name(self) -> str:
        """The name tells which of its layers were there, and which version of the team's lexicon."""
        name = CALMLINE if self._sentences is not None else WORDS_ONLY
        return f"{name}, team lexicon {self._team}" if self._team else name

    def score(self, text: str) -> Heat:
        """Heat of one caller utterance."""
        wording = Wording.of(text)
        evidence, kept = self._words.read(wording)
        if not kept.plain and not any(one.is_phrase for one in evidence):
            return Heat(value=0.0)
        evidence += of_pieces(self._pieces, kept)
        states = self._sentences.model.read(kept.plain or NO_WORDS) if self._sentences else None
        if self._sentences and states and kept.plain:
            evidence += self._sentences.anger.read(states, kept)
        heat = heat_of(wording, self._biases, pushes_of(evidence, self._by_name))
        if self._bearing is None or states is None:
            return heat
        return replace(heat, bearing=self._bearing.read(heat.value, len(wording.said), states.mean))


def is_without_sentences(scorer: Scorer) -> bool:
    """Whether a scorer lacks the sentence model that it could have."""
    return scorer.name.startswith(WORDS_ONLY)
