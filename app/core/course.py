"""The course of a call: what the caller said before, as evidence of how angry they are now."""

from collections.abc import Sequence

from app.core.heat import chance_of
from app.core.ports import Heat

KEPT = (0.5, 0.9)
"""Share of each memory that is left once another `FULL_WORDS` words were said: of the last turns, of the whole call."""

FULL_WORDS = 12
IN_CALL = (0.8, 0.1, 0.1)
"""What the chances that the caller is at least annoyed, angry, furious count for how angry they are in the call.

One turn says little of whether somebody is angry or more than annoyed; that they are surely annoyed, turn after turn,
says much. With a third each, 13 of 36 angry calls of the dialogues that may be looked at turn hot too late; with these
11.
"""
BEND = 0.66, 0.455
"""Where that sum comes to the first, the heat is the second, and it is straight below and above: so a level says what
it said before, to playbooks and in stored calls."""
_LONGEST = 2.0
"""An utterance makes memories fade by so many times `FULL_WORDS` words at most."""


def shares(words: int, sure: float = 1.0) -> tuple[float, ...]:
    """The share (0..1) of each memory that an utterance of so many words takes the place of, heard so surely (0..1)."""
    spans = sure * min(_LONGEST, words / FULL_WORDS)
    return tuple(1 - kept**spans for kept in KEPT)


class Course:
    """Memories of what was said, as log-odds of each degree of anger; all are 0 at the beginning of a call.

    Mild words of a caller who has been let down all along say more than by themselves, and so does one hot word in a
    friendly call. The weights of both were learned from whole calls (benchmarks/train_course.py).
    """

    def __init__(self) -> None:
        self._memories = [[0.0, 0.0, 0.0] for _ in KEPT]

    def hear(self, heat: Heat, words: int, sure: float) -> float:
        """How angry (0..1) the caller is with this utterance of so many words, which is then remembered.

        What was heard unsurely (0..1) leaves less of a memory. An utterance without a bearing is as angry as it is by
        itself, and leaves none.
        """
        bearing = heat.bearing
        if bearing is None:
            return heat.value
        odds = [own + sum(before) for own, *before in zip(bearing.own, *self._memories, strict=True)]
        for memory, later, share in zip(self._memories, bearing.later, shares(words, sure), strict=True):
            memory[:] = [before + share * (new - before) for before, new in zip(memory, later, strict=True)]
        return _heat_of(odds)


def heat_as_first_words(heat: Heat) -> float:
    """How angry (0..1) the caller would be in a call that begins with this utterance: no memory speaks for it."""
    return heat.value if heat.bearing is None else _heat_of(heat.bearing.own)


def _heat_of(odds: Sequence[float]) -> float:
    angry = sum(share * chance_of(one) for share, one in zip(IN_CALL, odds, strict=True))
    bend, heat = BEND
    if angry < bend:
        return angry * heat / bend
    return heat + (angry - bend) * (1 - heat) / (1 - bend)
