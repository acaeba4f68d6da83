"""How loud a channel is while nobody speaks."""

from collections import deque
from statistics import median

from app.core.ports import FRAME_S

_MEMORY_FRAMES = round(2.0 / FRAME_S)
_KNOWN_FRAMES = round(0.5 / FRAME_S)
_NOISY = 10 ** (-60 / 20)
_STANDS_OUT = 10 ** (9 / 20)


class NoiseFloor:
    """The median level of the last 2 s without an utterance; levels are root mean squares in 0..1."""

    def __init__(self) -> None:
        self._levels: deque[float] = deque(maxlen=_MEMORY_FRAMES)

    def hear(self, level: float) -> None:
        """Take a frame outside of every utterance."""
        self._levels.append(level)

    def is_below(self, level: float) -> bool:
        """Whether a frame is 9 dB louder than a noise (-60 dBFS or more); on a quiet line every click would be."""
        if len(self._levels) < _KNOWN_FRAMES:
            return False
        floor = median(self._levels)
        return floor >= _NOISY and level >= _STANDS_OUT * floor
