"""Heat of one utterance from the call-centre layer and a general-purpose sentiment."""

from collections.abc import Iterable

from app.core.anger import INSULT_SIGNAL
from app.core.lexicon import Signal
from app.core.phrases import words_of
from app.core.ports import Heat

SENTIMENT_WEIGHT = 0.4
"""How far a wholly negative sentiment alone heats an utterance."""

_AGAIN = 0.5
_EXCLAIMING, _FULL_EXCLAMATIONS = 0.3, 2
_ADDRESSING, _FULL_ADDRESS = 0.2, 4
_RANTING, _FULL_LENGTH = 0.15, 50
_YOU = {"you", "your", "yours", "yourself"}
_COOLING = 0.85
_WORDS = 3
_NEVER_COOLED = {INSULT_SIGNAL, "threat"}


def pressure_of(text: str) -> float:
    """How much an utterance presses by its form alone (0..1): exclamations, words aimed at "you", and length.

    Weak on its own; together with words that name a grievance it tells the angry ones apart.
    """
    words = words_of(text)
    at_you = sum(word in _YOU for word in words)
    exclaims = min(1.0, text.count("!") / _FULL_EXCLAMATIONS)
    return _either(
        [
            _EXCLAIMING * exclaims,
            _ADDRESSING * min(1.0, at_you / _FULL_ADDRESS),
            _RANTING * min(1.0, len(words) / _FULL_LENGTH),
        ]
    )


def combine(signals: Iterable[Signal], negative: float, pressure: float = 0.0) -> Heat:
    """Noisy-or of the heating signals, the negative sentiment and the pressure (0..1), cooled by thanks and relief.

    Each category counts in full once; further phrases of it add half of their weight each.
    """
    found = list(signals)
    heating = [signal for signal in found if signal.weight > 0]
    cooling = [signal for signal in found if signal.weight < 0]
    heat = _either([*_weights(heating), SENTIMENT_WEIGHT * negative, pressure])
    if not _NEVER_COOLED.intersection(signal.category for signal in heating):
        heat *= 1 - _COOLING * _either(_weights(cooling))
    strongest = sorted(found, key=lambda signal: -abs(signal.weight))
    return Heat(
        value=heat,
        words=tuple(dict.fromkeys(signal.words for signal in strongest))[:_WORDS],
        signals=tuple(dict.fromkeys(signal.category for signal in strongest)),
    )


def _weights(signals: list[Signal]) -> list[float]:
    seen: set[str] = set()
    weights: list[float] = []
    for signal in signals:
        weights.append(abs(signal.weight) * (_AGAIN if signal.category in seen else 1))
        seen.add(signal.category)
    return weights


def _either(chances: Iterable[float]) -> float:
    none = 1.0
    for chance in chances:
        none *= 1 - chance
    return 1 - none
