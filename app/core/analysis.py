"""The analysis of a folder of recordings: what is to be done, what came of it, and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.core.document import CallDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A recording that is to be analysed: its file, how its call is filed, and how long it lasts as far as known."""

    file: str
    call_id: str
    started_at: str
    agent: str | None = None
    reference: str | None = None
    duration_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a recording has no document: what is wrong and what to do."""

    reason: str


Answer = CallDocument | Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A recording of which nothing is stored, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an analysis is.

    `heard_s` of `whole_s` seconds of sound are gone through, those of recordings that failed among them.
    """

    total: int
    whole_s: float
    done: int = 0
    heard_s: float = 0.0
    failures: tuple[Failure, ...] = field(default=())

    @property
    def stored(self) -> int:
        """How many calls are stored."""
        return self.done - len(self.failures)

    def with_done(self, recorded: Recorded, failure: Failure | None) -> "Progress":
        """One recording further."""
        failures = self.failures if failure is None else (*self.failures, failure)
        heard_s = self.heard_s + recorded.duration_s
        return replace(self, done=self.done + 1, heard_s=heard_s, failures=failures)

    def rate(self, took_s: float) -> float:
        """How many times real time, after so many seconds of work; 0 before anything is done."""
        return self.heard_s / took_s if took_s > 0 else 0.0

    def left_s(self, took_s: float) -> float | None:
        """How many seconds it will take from now on, None while nobody can tell."""
        rate = self.rate(took_s)
        return (self.whole_s - self.heard_s) / rate if rate else None


def progress_of(recorded: Sequence[Recorded]) -> Progress:
    """Where it begins."""
    return Progress(total=len(recorded), whole_s=sum(one.duration_s for one in recorded))
