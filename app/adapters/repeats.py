"""What the engine says more than once where it was said once: in loops, and for want of silence behind a voice."""

import re
import zlib
from collections.abc import Sequence
from itertools import takewhile

_LOOP = re.compile(r"(.{1,60}?)\1{5,}")
_COMPRESSES = 2.4
_SAME_START = 3  # tokens


def without_loop(text: str) -> str:
    """Say a stretch once that the engine repeats six times or more in a row."""
    return _LOOP.sub(r"\1", text).strip()


def is_monotonous(text: str) -> bool:
    """Whether a text packs so well that it says the same over and over; the bound is Whisper's own."""
    raw = text.encode()
    return len(raw) > _COMPRESSES * len(zlib.compress(raw))


def without_echo(segments: Sequence[list[int]]) -> list[list[int]]:
    """Leave out what a short window makes the engine say again: all from a segment that begins like another."""
    kept: list[list[int]] = []
    for segment in segments:
        if any(segment[:_SAME_START] == earlier[:_SAME_START] for earlier in kept):
            break
        kept.append(_said_once(segment))
    return kept


def _said_once(segment: list[int]) -> list[int]:
    """Leave out the end of a segment where it says again what it began with, or for the third time what was before."""
    for period in range(_SAME_START, len(segment) - _SAME_START + 1):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(segment[::-1], segment[-period - 1 :: -1], strict=False))
        again = sum(1 for _ in same)
        from_start = again + period == len(segment) and again >= _SAME_START
        if from_start or again >= 2 * period:
            return segment[: len(segment) - again]
    return segment
