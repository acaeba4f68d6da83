"""Words that Whisper invents where nobody speaks: what its users report most, after the load of the processor."""

import numpy as np
from numpy.typing import NDArray

from app.core.ports import SAMPLE_RATE_HZ

NOTHING_DBFS = -65.0
"""What never gets louder is not written down at all."""

_NEAR_SILENCE_DBFS = -50.0
_WINDOW = round(0.03 * SAMPLE_RATE_HZ)
_NO_SOUND_DBFS = -120.0

_STOCK_PHRASES = frozenset(
    {
        "applause",
        "bye",
        "bye bye",
        "i",
        "music",
        "oh",
        "please subscribe",
        "silence",
        "so",
        "thank you",
        "thank you for watching",
        "thank you so much for watching",
        "thank you very much",
        "thanks for watching",
        "the end",
        "you",
    }
)
"""Said in the films and talks that Whisper learnt from, over their silent ends."""


def loudest_dbfs(voice: NDArray[np.float32]) -> float:
    """Level of the loudest 30 ms, in decibels below full scale."""
    whole = len(voice) - len(voice) % _WINDOW
    if not whole:
        return _NO_SOUND_DBFS
    power = np.mean(np.square(voice[:whole].reshape(-1, _WINDOW)), axis=1).max()
    return max(_NO_SOUND_DBFS, 10 * float(np.log10(power + 1e-12)))


def is_invented(text: str, level_dbfs: float) -> bool:
    """Whether a text is a stock phrase heard in near-silence; in a louder voice the same words are believed."""
    bare = "".join(letter if letter.isalpha() else " " for letter in text.casefold())
    return level_dbfs < _NEAR_SILENCE_DBFS and " ".join(bare.split()) in _STOCK_PHRASES
