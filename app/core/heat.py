"""Heat of one utterance from the call-centre layer and a general-purpose sentiment."""

from collections.abc import Iterable

from app.core.anger import INSULT_SIGNAL
from app.core.lexicon import Signal
from app.core.ports import Heat

SENTIMENT_WEIGHT = 0.4
"""How far a wholly negative sentiment alone heats an utterance."""

_AGAIN = 0.5
_COOLING = 0.85
_WORDS = 3
_NEVER_COOLED = {INSULT_SIGNAL, "threat", "sarcasm"}


def combine(signals: Iterable[Signal], negative: float) -> Heat:
    """Noisy-or of the heating signals and the negative sentiment (0..1), cooled by thanks, relief and siding.

    Each category counts in full once; further phrases of it add half of their weight each.
    """
    found = list(signals)
    heating = [signal for signal in found if signal.weight > 0]
    cooling = [signal for signal in found if signal.weight < 0]
    heat = _either([*_weights(heating), SENTIMENT_WEIGHT * negative])
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
