"""What the engine says more than once where it was said once: in loops, and for want of silence behind a voice."""

import re
import zlib
from collections.abc import Callable, Sequence
from itertools import takewhile

_LOOP = re.compile(r"(\D{1,60}?)\1{5,}")
_COMPRESSES = 2.4
_SAME_START = 3  # tokens

Tokens = list[int]


def without_loop(text: str) -> str:
    """Say a stretch once that the engine repeats six times or more in a row; a number is left whole, to be masked."""
    return _LOOP.sub(r"\1", text).strip()


def is_monotonous(text: str) -> bool:
    """Whether a text packs so well that it says the same over and over; the bound is Whisper's own."""
    raw = text.encode()
    return len(raw) > _COMPRESSES * len(zlib.compress(raw))


def without_echo(segments: Sequence[Tokens], is_number: Callable[[Tokens], bool]) -> list[Tokens]:
    """Leave out what a short window makes the engine say again: all from a segment that is like an earlier one.

    One of the two may break off. A number may be the same twice.
    """
    kept: list[Tokens] = []
    for segment in segments:
        if any(_is_again(segment, earlier) for earlier in kept) and not is_number(segment):
            break
        kept.append(_said_once(segment, is_number))
    return kept


def _is_again(segment: Tokens, earlier: Tokens) -> bool:
    shared = min(len(segment), len(earlier))
    return segment == earlier or (shared >= _SAME_START and segment[:shared] == earlier[:shared])


def _said_once(segment: Tokens, is_number: Callable[[Tokens], bool]) -> Tokens:
    """Leave out the end of a segment where it says again what it began with, or for the third time what was before."""
    for period in range(_SAME_START, len(segment) - _SAME_START + 1):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(segment[::-1], segment[-period - 1 :: -1], strict=False))
        again = sum(1 for _ in same)
        from_start = again + period == len(segment) and again >= _SAME_START
        if (from_start or again >= 2 * period) and not is_number(segment[-period:]):
            return segment[: len(segment) - again]
    return segment
