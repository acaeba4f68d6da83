"""How far a sound card's clock has run from ours, and what to do about it."""

from statistics import median

from app.core.ports import SAMPLE_RATE_HZ

TARGET = round(0.020 * SAMPLE_RATE_HZ)
"""Samples kept in hand, which even out when a device delivers."""

_LOOKS = 62
_TOLERANCE = round(0.015 * SAMPLE_RATE_HZ)
_STEP = round(0.020 * SAMPLE_RATE_HZ)
_LEAP = round(0.100 * SAMPLE_RATE_HZ)


class Slack:
    """Watches how many samples a line has in hand; the median of two seconds does not follow what comes in bursts."""

    def __init__(self) -> None:
        self._looks: list[int] = []

    def correction(self, in_hand: int) -> int:
        """Samples to insert, or below zero to leave out: as many as 20 ms, or all where far more are wrong."""
        self._looks.append(in_hand)
        if len(self._looks) < _LOOKS:
            return 0
        wrong = round(TARGET - median(self._looks))
        self._looks.clear()
        if abs(wrong) > _LEAP:
            return wrong
        if abs(wrong) > _TOLERANCE:
            return max(-_STEP, min(_STEP, wrong))
        return 0

    def restart(self) -> None:
        """Forget what was seen before something changed."""
        self._looks.clear()
