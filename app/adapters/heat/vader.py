"""vaderSentiment as one layer of evidence."""

from collections.abc import Collection

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from app.core.evidence import Evidence
from app.core.wording import Wording

NEGATIVE, POSITIVE = "vader_negative", "vader_positive"


class VaderLayer:
    """VADER's compound score of the words, shared out to the words with a valence of the same sign."""

    def __init__(self) -> None:
        self._analyser = SentimentIntensityAnalyzer()

    def compound(self, text: str) -> float:
        """VADER's score, -1..1."""
        return float(self._analyser.polarity_scores(text)["compound"])

    def read(self, wording: Wording, without: Collection[int] = ()) -> list[Evidence]:
        """Evidence of the words but those `without` (indexes of the words as said)."""
        kept = [index for index in range(len(wording.said)) if index not in without]
        compound = self.compound(" ".join(wording.said[index].lower() for index in kept))
        if not compound:
            return []
        valences = {index: self._valence(wording.said[index]) for index in kept}
        same = {index: abs(valence) for index, valence in valences.items() if valence * compound > 0}
        name = POSITIVE if compound > 0 else NEGATIVE
        if not same:
            return [Evidence(name=name, amount=abs(compound))]
        total = sum(same.values())
        return [
            Evidence(name=name, amount=abs(compound) * valence / total, words=(index,))
            for index, valence in same.items()
        ]

    def _valence(self, word: str) -> float:
        return float(self._analyser.lexicon.get(word.lower().strip(" .,!?;:\"'"), 0.0))
