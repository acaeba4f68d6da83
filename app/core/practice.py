"""The starter course: three calls to practise on, and whose turn it is in one that the agent answers aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.core.errors import InputError
from app.core.events import Stage
from app.core.message import Message

PRACTICE = "practice: "
"""How the source of every call that was practice begins."""

ANSWERED_AFTER_S = 1.2
"""So long after the agent's last word the caller takes their turn."""

PATIENCE_S = 8.0
"""So long the caller waits for an agent who says nothing."""

GOODBYE_S = 4.0
"""So long the line stays open for the agent's last word."""

_LEAST_SPOKEN_S = 0.25
_ECHO_S = 0.4
"""What a loudspeaker or a room still gives back of the caller's last word."""


class Effort(StrEnum):
    """How hard a lesson is."""

    GENTLE = "gentle"
    FIRM = "firm"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One call of the course; `lasts_s` is how long its recording is, `teaches` the stages its prompts go through."""

    name: str
    title: Message
    about: Message
    effort: Effort
    lasts_s: float
    teaches: tuple[Stage, ...]

    @property
    def source(self) -> str:
        """What the call document names as its source."""
        return f"{PRACTICE}{self.name}"


LESSONS = (
    Lesson(
        name="first",
        title=Message("Glasses nobody can read with"),
        about=Message("An annoyed but fair caller, who calms down when you listen."),
        effort=Effort.GENTLE,
        lasts_s=71,
        teaches=(Stage.LISTEN, Stage.VALIDATE, Stage.RESOLVE),
    ),
    Lesson(
        name="second",
        title=Message("The third call about a bike"),
        about=Message("Nobody called back. Say what happened, then promise what you keep."),
        effort=Effort.FIRM,
        lasts_s=96,
        teaches=(Stage.LISTEN, Stage.VALIDATE, Stage.RESOLVE),
    ),
    Lesson(
        name="third",
        title=Message("No tickets, and insults"),
        about=Message("Stay calm, draw the line once, offer the fix."),
        effort=Effort.HARD,
        lasts_s=89,
        teaches=(Stage.BOUNDARY, Stage.RESOLVE),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a lesson is held: whether the agent answers it, and whether it is heard aloud."""

    answers: bool = False
    aloud: bool = True


def is_practice(source: str) -> bool:
    """Whether a call's source says that it was practice."""
    return source.startswith(PRACTICE)


def lesson_of(source: str) -> Lesson | None:
    """The lesson that a call's source names."""
    return next((lesson for lesson in LESSONS if lesson.source == source), None)


def lesson_after(lesson: Lesson) -> Lesson | None:
    """The next one of the course, None after the last."""
    return dict(pairwise(LESSONS)).get(lesson)


def lesson_named(name: str) -> Lesson:
    """The lesson of a name. Raises InputError."""
    for lesson in LESSONS:
        if lesson.name == name:
            return lesson
    names = ", ".join(lesson.name for lesson in LESSONS)
    raise InputError("There is no lesson {name}.", "Choose one of: {names}.", name=repr(name), names=names)


class TurnTaking:
    """Whose turn it is in a call whose caller is recorded and whose agent is not; the agent has the first word.

    What is spoken into the caller's turn counts for nothing here: it is no answer to the whole of it.
    """

    def __init__(self, turns_s: Sequence[float]) -> None:
        self._turns_s = turns_s
        self._next = 0
        self._caller_left_s = 0.0
        self._waited_s = self._spoken_s = self._quiet_s = 0.0
        self.is_over = False

    def hear(self, seconds: float, *, speaks: bool) -> int | None:
        """The agent spoke so long, or did not; the index of the caller's turn that begins now, None for none."""
        if self._caller_left_s > 0:
            self._caller_left_s -= seconds
            return None
        self._listen(seconds, speaks=speaks)
        if not self._is_answered():
            return None
        self._waited_s = self._spoken_s = self._quiet_s = 0.0
        if self._next == len(self._turns_s):
            self.is_over = True
            return None
        self._caller_left_s = self._turns_s[self._next]
        self._next += 1
        return self._next - 1

    def _listen(self, seconds: float, *, speaks: bool) -> None:
        self._waited_s += seconds
        if speaks and (self._waited_s > _ECHO_S or not self._next):
            self._spoken_s += seconds
            self._quiet_s = 0.0
        else:
            self._quiet_s += seconds

    def _is_answered(self) -> bool:
        if self._spoken_s >= _LEAST_SPOKEN_S:
            return self._quiet_s >= ANSWERED_AFTER_S
        patience_s = GOODBYE_S if self._next == len(self._turns_s) else PATIENCE_S
        return self._waited_s >= patience_s and self._quiet_s >= ANSWERED_AFTER_S
