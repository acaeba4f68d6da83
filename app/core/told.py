"""What a caller has told so far, as the curve knows it: the course of the call, and what is angry by itself.

Who pauses within a sentence is remembered alike and gives no more evidence for it: an utterance that goes on with a
breath is told anew together with what it goes on with, which by then has not been said.
"""

from copy import deepcopy
from dataclasses import dataclass, field

from app.core.course import Course, heat_as_first_words
from app.core.ports import Heat

_KEPT = 3
"""Utterances of which is kept what was known before them: more are never joined."""


@dataclass(slots=True)
class _Known:
    """The course, and the evidence of anger as its seconds and heats."""

    course: Course = field(default_factory=Course)
    evidence: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """An utterance: its words, how surely they were heard (0..1), and what was known before it."""

    words: int
    sure: float
    before: _Known


class Told:
    """Evidence is a heat of `evidence_from` or more within `evidence_s` that holds whatever was said before."""

    def __init__(self, *, evidence_from: float, evidence_s: float) -> None:
        self._from = evidence_from
        self._for_s = evidence_s
        self._known = _Known()
        self._parts: list[_Part] = []

    def hear(self, heat: Heat, words: int, sure: float, at_s: float) -> float:
        """How angry (0..1) the caller is in the call with so many new words that end at `at_s`, heard so surely (0..1).

        What was heard unsurely is less evidence, by the square; a breath was heard as surely as its words on average.
        """
        breath = [*(self._parts[-heat.joined :] if heat.joined else ()), _Part(words, sure, self._known)]
        self._parts = [*self._parts, breath[-1]][-_KEPT:]
        spoken = sum(part.words for part in breath)
        surely = sum(part.words * part.sure for part in breath) / spoken if spoken else sure
        self._known = deepcopy(breath[0].before)
        value = self._known.course.hear(heat, spoken, surely)
        self._note(surely**2 * heat_as_first_words(heat), at_s)
        return value

    def evidence(self) -> float:
        """Sum of the recent heats; nothing as long as there is only one."""
        found = self._known.evidence
        return sum(heat for _, heat in found) if len(found) > 1 else 0.0

    def _note(self, heat: float, at_s: float) -> None:
        found = [kept for kept in self._known.evidence if kept[0] >= at_s - self._for_s]
        self._known.evidence = [*found, (at_s, heat)] if heat >= self._from else found
