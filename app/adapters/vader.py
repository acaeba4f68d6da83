"""Scorers on vaderSentiment: plain, as a baseline, and with the call-centre layer in front."""

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from app.core.heat import combine, pressure_of
from app.core.lexicon import Lexicon
from app.core.ports import Heat

_MOST_EXCLAMATIONS = 3


class VaderScorer:
    """VADER's compound score alone: its negative side is the heat."""

    name = "vader"

    def __init__(self) -> None:
        self._analyser = SentimentIntensityAnalyzer()

    def score(self, text: str) -> Heat:
        """Heat of one caller utterance."""
        return Heat(value=max(0.0, -self._compound(text)))

    def _compound(self, text: str) -> float:
        return float(self._analyser.polarity_scores(text)["compound"])


class CallCentreScorer(VaderScorer):
    """Call-centre signals first; VADER judges what is left once topic words are taken out."""

    name = "calmline"

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def score(self, text: str) -> Heat:
        """Heat of one caller utterance."""
        emphasis = "!" * min(text.count("!"), _MOST_EXCLAMATIONS)
        compound = self._compound(self._lexicon.without_topics(text) + emphasis)
        return combine(self._lexicon.signals(text), max(0.0, -compound), pressure_of(text))
