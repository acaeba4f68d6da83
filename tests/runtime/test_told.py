"""What a call that is told something does."""

from pathlib import Path

import pytest

from app.core.errors import PipeError
from app.core.events import Channel, LineState, Mark
from app.runtime.told import ONLY_BY_HAND, VERBS, teller


class Runner:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.lines: list[tuple[Channel, LineState]] = []
        self.marks: list[Mark] = []
        self.is_stopped = False
        self.paused: list[str] = []
        self.scored: list[bool] = []

    def pause(self) -> None:
        self.paused.append("pause")

    def resume(self) -> None:
        self.paused.append("resume")

    def set_scored(self, *, scored: bool) -> None:
        self.scored.append(scored)

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
        ("other", Channel.CALLER, LineState.OTHER),
        ("caller", Channel.CALLER, LineState.OPEN),
    ],
)
def test_a_verb_says_what_is_on_a_channel(verb: str, channel: Channel, state: LineState) -> None:
    runner = Runner()
    assert teller(runner, "c1")(verb, None)
    assert (runner.lines, runner.is_stopped) == ([(channel, state)], False)


def test_scoring_is_turned_off_and_on_again() -> None:
    runner = Runner()
    tell = teller(runner, "c1")
    assert "until calmline call scored" in tell("unscored", None)
    tell("scored", None)
    assert (runner.scored, runner.lines) == ([False, True], [])


def test_end_stops_the_call_and_changes_no_line() -> None:
    runner = Runner()
    assert "last words" in teller(runner, "c1")("end", None)
    assert (runner.lines, runner.is_stopped) == ([], True)


def test_every_verb_answers_in_one_line() -> None:
    refused = {"start", "start-without-listening"}
    tell = teller(Runner(), "c1", is_by_hand=True)
    assert all("\n" not in tell(verb, None) for verb in VERBS if verb not in refused)


@pytest.mark.parametrize("verb", sorted(ONLY_BY_HAND))
def test_what_goes_by_hand_is_refused_by_a_call_that_is_listened_to(verb: str) -> None:
    with pytest.raises(PipeError, match="listened to"):
        teller(Runner(), "c1")(verb, None)


@pytest.mark.parametrize(
    ("verb", "mark"),
    [
        ("abuse", Mark.ABUSE),
        ("warned", Mark.WARNED),
        ("used", Mark.USED),
        ("dismiss", Mark.DISMISSED),
        ("help", Mark.HELP),
        ("moment", Mark.MOMENT),
    ],
)
def test_a_verb_says_something_of_the_call_or_of_the_card(verb: str, mark: Mark) -> None:
    runner = Runner()
    assert teller(runner, "c1")(verb, None)
    assert (runner.marks, runner.lines, runner.is_stopped) == ([mark], [], False)


def test_a_pause_and_its_end_are_told_as_they_are() -> None:
    runner = Runner()
    for verb in ("pause", "resume"):
        assert teller(runner, "c1")(verb, None)
    assert (runner.paused, runner.lines) == (["pause", "resume"], [])


def test_a_verb_for_another_call_does_nothing_and_one_for_this_call_does_it() -> None:
    runner = Runner()
    with pytest.raises(PipeError, match="The running call is not c2"):
        teller(runner, "c1")("mute", "c2")
    assert runner.lines == []
    teller(runner, "c1")("mute", "c1")
    assert runner.lines == [(Channel.AGENT, LineState.MUTED)]


def test_a_call_from_a_terminal_is_answered_already_and_no_other_starts_beside_it() -> None:
    runner = Runner()
    assert teller(runner, "c1")("answer", "c2") == "A call is running."
    with pytest.raises(PipeError, match="started in a terminal"):
        teller(runner, "c1")("start", "c2")
    assert (runner.lines, runner.marks, runner.is_stopped) == ([], [], False)


def test_every_verb_is_documented_with_its_help() -> None:
    page = (Path(__file__).parents[2] / "docs" / "CALL_VERBS.md").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("| `")][: len(VERBS)] == [
        f"| `{verb}` | {told.about} |" for verb, told in VERBS.items()
    ]
