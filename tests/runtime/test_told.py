"""What a call that is told something does."""

import pytest

from app.core.events import Channel, LineState, Mark
from app.runtime.told import VERBS, teller


class Runner:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.lines: list[tuple[Channel, LineState]] = []
        self.marks: list[Mark] = []
        self.is_stopped = False

    def mark(self, mark: Mark) -> None:
        self.marks.append(mark)

    def set_line(self, channel: Channel, state: LineState) -> None:
        self.lines.append((channel, state))

    def stop(self) -> None:
        self.is_stopped = True


@pytest.mark.parametrize(
    ("verb", "channel", "state"),
    [
        ("mute", Channel.AGENT, LineState.MUTED),
        ("unmute", Channel.AGENT, LineState.OPEN),
        ("hold", Channel.CALLER, LineState.HOLD),
        ("resume", Channel.CALLER, LineState.OPEN),
        ("other", Channel.CALLER, LineState.OTHER),
        ("caller", Channel.CALLER, LineState.OPEN),
    ],
)
def test_a_verb_says_what_is_on_a_channel(verb: str, channel: Channel, state: LineState) -> None:
    runner = Runner()
    assert teller(runner)(verb)
    assert (runner.lines, runner.is_stopped) == ([(channel, state)], False)


def test_end_stops_the_call_and_changes_no_line() -> None:
    runner = Runner()
    assert "last words" in teller(runner)("end")
    assert (runner.lines, runner.is_stopped) == ([], True)


def test_every_verb_answers_in_one_line() -> None:
    assert all("\n" not in teller(Runner())(verb) for verb in VERBS)


@pytest.mark.parametrize(
    ("verb", "mark"),
    [("abuse", Mark.ABUSE), ("warned", Mark.WARNED), ("used", Mark.USED), ("dismiss", Mark.DISMISSED)],
)
def test_a_verb_says_something_of_the_call_or_of_the_card(verb: str, mark: Mark) -> None:
    runner = Runner()
    assert teller(runner)(verb)
    assert (runner.marks, runner.lines, runner.is_stopped) == ([mark], [], False)
