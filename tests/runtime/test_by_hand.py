"""Runs a call of which nothing is heard on a clock of its own."""

from collections.abc import Callable

from app.core.by_hand import HandCall
from app.core.events import (
    AngerPoint,
    CallEnded,
    CallStarted,
    Channel,
    Event,
    LineChanged,
    LineState,
    Mark,
    Marked,
)
from app.runtime.by_hand import HandRunner, NoSound
from tests.core.calls import started
from tests.core.situations import playbook


class Clock:
    """Time that passes as it is waited for, with something that is done at some seconds."""

    def __init__(self, at: dict[int, Callable[[], None]]) -> None:
        self.now_s = 100.0
        self._at = at

    def __call__(self) -> float:
        return self.now_s

    def wait(self, seconds: float) -> None:
        """Let it pass."""
        del seconds
        self.now_s += 1.0
        self._at.get(round(self.now_s - 100.0), lambda: None)()


def run(at: Callable[[HandRunner], dict[int, Callable[[], None]]]) -> list[Event]:
    """What is told of a call in which something is said at some seconds."""
    acts: dict[int, Callable[[], None]] = {}
    clock = Clock(acts)
    runner = HandRunner(HandCall(playbook()), clock, clock.wait)
    acts.update(at(runner))
    told: list[Event] = []
    runner.run(NoSound(), started(), told.append)
    return told


def test_what_is_said_by_hand_is_told_at_its_second_until_the_end() -> None:
    told = run(lambda runner: {3: lambda: runner.mark(Mark.HOT), 5: runner.stop})
    assert isinstance(told[0], CallStarted)
    assert [(point.at_s, point.by_hand) for point in told if isinstance(point, AngerPoint)] == [
        (3.0, True), (4.0, False), (5.0, False),
    ]  # fmt: skip
    assert told[-1] == CallEnded(at_s=5.0, duration_s=5.0)


def test_what_is_said_just_before_the_end_still_counts() -> None:
    def both(runner: HandRunner) -> None:
        runner.mark(Mark.MOMENT)
        runner.stop()

    assert Marked(kind=Mark.MOMENT, at_s=2.0) in run(lambda runner: {2: lambda: both(runner)})


def test_a_softphones_hold_is_told_and_what_is_of_sound_is_not() -> None:
    def softphone(runner: HandRunner) -> None:
        runner.pause()
        runner.set_scored(scored=False)
        runner.set_line(Channel.CALLER, LineState.HOLD)
        runner.resume()

    told = run(lambda runner: {2: lambda: softphone(runner), 3: runner.stop})
    assert [event.state for event in told if isinstance(event, LineChanged)] == [LineState.HOLD, LineState.OPEN]


def test_the_source_of_such_a_call_has_no_channel_and_no_sound() -> None:
    assert (NoSound().channels, list(NoSound().chunks())) == ((), [])
