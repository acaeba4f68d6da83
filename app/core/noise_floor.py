"""How loud a channel is where nobody speaks."""

from collections import deque
from statistics import median

from app.core.ports import FRAME_S

_MEMORY_FRAMES = round(2.0 / FRAME_S)
_KNOWN_FRAMES = round(0.5 / FRAME_S)
_LEAST_FLOOR = 10 ** (-60 / 20)
"""On a quieter line every click would stand out."""

_TIMES_FLOOR = 10 ** (9 / 20)


class NoiseFloor:
    """The median level of the last 2 s without a voice; levels are root mean squares in 0..1."""

    def __init__(self) -> None:
        self._levels: deque[float] = deque(maxlen=_MEMORY_FRAMES)

    def hear(self, level: float) -> None:
        """Take a frame that is no clear voice."""
        self._levels.append(level)

    def is_below(self, level: float) -> bool:
        """Whether a frame is 9 dB louder than a noise of at least -60 dBFS."""
        if len(self._levels) < _KNOWN_FRAMES:
            return False
        floor = median(self._levels)
        return floor >= _LEAST_FLOOR and level >= _TIMES_FLOOR * floor
