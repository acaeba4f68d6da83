"""How far an analysis is, for a person who looks and for a file that lines are kept in."""

from io import StringIO

import pytest

from app.core.analysis import Failure, Progress, Recorded, progress_of
from app.terminal.progress import ProgressLine, about

FIRST, SECOND = (
    Recorded(file=name, call_id=name, started_at="2026-01-02T03:04:05+00:00", duration_s=60.0)
    for name in ("first.wav", "second.wav")
)
BEGUN = progress_of([FIRST, SECOND])
HALF = BEGUN.with_done(FIRST, None)
WHOLE = HALF.with_done(SECOND, Failure(file="second.wav", reason="It is empty."))


class Terminal(StringIO):
    """Where a person looks."""

    def isatty(self) -> bool:
        """A terminal."""
        return True


class Clock:
    """Four seconds go by at each look."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 4.0
        return self._now


def shown(out: StringIO, *, is_quiet: bool = False) -> list[str]:
    line = ProgressLine(out, is_quiet=is_quiet, clock=Clock())
    line.begin(BEGUN)
    steps: list[tuple[Progress, Recorded]] = [(HALF, FIRST), (WHOLE, SECOND)]
    for progress, recorded in steps:
        line.tell(progress, recorded)
    line.end()
    return out.getvalue().replace("\r", "\n").splitlines()


def test_a_person_sees_one_line_that_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    out = Terminal()
    before, half, whole = [line.rstrip() for line in shown(out) if line]
    assert before == "[....................] 0/2"
    assert half == "[##########..........] 1/2   7.5 times real time   8 s left"
    assert whole == "[####################] 2/2   10.0 times real time   0 s left   1 failed"
    assert out.getvalue().count("\n") == 1


def test_the_line_fits_into_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert max(len(line) for line in shown(Terminal())) < 30


def test_elsewhere_each_recording_has_a_plain_line() -> None:
    assert shown(StringIO()) == [
        "1/2   15.0 times real time   4 s left   first.wav",
        "2/2   15.0 times real time   0 s left   1 failed   second.wav   failed",
    ]


@pytest.mark.parametrize("out", [StringIO(), Terminal()])
def test_nothing_is_shown_where_nobody_wants_it(out: StringIO) -> None:
    assert shown(out, is_quiet=True) == []


@pytest.mark.parametrize(("seconds", "said"), [(0.4, "0 s"), (59, "59 s"), (150, "2 min"), (7320, "2 h 2 min")])
def test_a_length_of_time_is_said_as_who_waits_wants_it(seconds: float, said: str) -> None:
    assert about(seconds) == said
