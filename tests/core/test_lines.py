"""What is on a line: a command counts before what was detected, and changes are told once."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Channel, LineChanged, LineState
from app.core.lines import Lines
from app.core.ports import FRAME_S, Frame
from tests.core.sounds import levels, sounding, syllables

A, C = Channel.AGENT, Channel.CALLER
OPEN, MUTED, PAUSED, HOLD, MUSIC, OTHER, UNSCORED = (
    LineState.OPEN,
    LineState.MUTED,
    LineState.PAUSED,
    LineState.HOLD,
    LineState.MUSIC,
    LineState.OTHER,
    LineState.UNSCORED,
)


def changed(state: LineState, at_s: float, *, detected: bool) -> LineChanged:
    return LineChanged(channel=C, state=state, detected=detected, at_s=at_s)


def test_a_line_is_open_until_something_else_is_said() -> None:
    lines = Lines((A, C))
    assert lines.state(C) is OPEN
    assert lines.set(C, OPEN, 1.0, detected=False) is None
    assert lines.set(C, HOLD, 2.0, detected=False) == changed(HOLD, 2.0, detected=False)
    assert lines.set(C, HOLD, 3.0, detected=False) is None
    assert (lines.state(C), lines.state(A)) == (HOLD, OPEN)


def test_a_command_hides_what_is_detected_until_it_is_taken_back() -> None:
    lines = Lines((A, C))
    lines.set(C, HOLD, 1.0, detected=False)
    assert lines.set(C, MUSIC, 2.0, detected=True) is None
    assert lines.set(C, OPEN, 3.0, detected=False) == changed(MUSIC, 3.0, detected=True)
    assert lines.set(C, OPEN, 4.0, detected=True) == changed(OPEN, 4.0, detected=True)


def test_a_caller_who_is_not_scored_stays_so_through_hold_pause_and_music() -> None:
    lines = Lines((A, C))
    assert lines.set_scored(1.0, scored=False) == changed(UNSCORED, 1.0, detected=False)
    assert lines.set_scored(2.0, scored=False) is None
    lines.set(C, HOLD, 3.0, detected=False)
    assert lines.resume(4.0) == [changed(UNSCORED, 4.0, detected=False)]
    lines.set(C, MUSIC, 5.0, detected=True)
    assert lines.set(C, OPEN, 6.0, detected=True) == changed(UNSCORED, 6.0, detected=False)
    lines.pause(7.0)
    assert lines.resume(8.0)[-1] == changed(UNSCORED, 8.0, detected=False)
    lines.set(C, OTHER, 9.0, detected=False)
    assert lines.set_scored(10.0, scored=True) is None
    assert lines.set(C, OPEN, 11.0, detected=False) == changed(OPEN, 11.0, detected=False)


def states(lines: Lines) -> tuple[LineState, LineState]:
    return lines.state(A), lines.state(C)


def test_a_pause_hides_both_lines_and_gives_back_what_was_there_before() -> None:
    lines = Lines((A, C))
    lines.set(A, MUTED, 1.0, detected=False)
    assert [(change.channel, change.state) for change in lines.pause(2.0)] == [(A, PAUSED), (C, PAUSED)]
    assert lines.pause(3.0) == []
    assert lines.set(A, OPEN, 4.0, detected=False) is None
    lines.set(A, MUTED, 5.0, detected=False)
    assert states(lines) == (PAUSED, PAUSED)
    assert [(change.channel, change.state) for change in lines.resume(6.0)] == [(A, MUTED), (C, OPEN)]


def test_a_hold_before_a_pause_outlasts_it_and_a_hold_within_it_ends_first() -> None:
    lines = Lines((A, C))
    lines.set(C, HOLD, 1.0, detected=False)
    lines.pause(2.0)
    lines.resume(3.0)
    assert states(lines) == (OPEN, HOLD)
    lines.resume(4.0)
    assert states(lines) == (OPEN, OPEN)
    lines.pause(5.0)
    lines.set(C, HOLD, 6.0, detected=False)
    assert lines.resume(7.0) == []
    assert states(lines) == (PAUSED, PAUSED)
    lines.resume(8.0)
    assert states(lines) == (OPEN, OPEN)


def test_nothing_of_a_paused_line_is_kept() -> None:
    lines = Lines((A, C))
    lines.pause(0.0)
    loud = Frame(channel=C, index=0, pcm=b"\1\1" * 512, speech=0.9, level=0.5, peak=0.5)
    _, admitted = lines.hear(loud)
    assert (any(admitted.pcm), admitted.speech, admitted.level, admitted.peak) == (False, 0.0, 0.0, 0.0)


@given(st.lists(st.tuples(st.sampled_from(list(LineState)), st.booleans()), max_size=30))
def test_a_change_is_told_exactly_when_the_line_is_another(said: Sequence[tuple[LineState, bool]]) -> None:
    lines = Lines((C,))
    commanded = detected = shown = OPEN
    for at_s, (state, by_itself) in enumerate(said):
        commanded, detected = (commanded, state) if by_itself else (state, detected)
        effective = detected if commanded is OPEN else commanded
        change = lines.set(C, state, float(at_s), detected=by_itself)
        assert (change is None) == (effective is shown)
        assert change is None or change.state is effective
        shown = effective
        assert lines.state(C) is shown


def test_a_channel_that_the_call_does_not_have_has_no_line() -> None:
    assert Lines((Channel.UNKNOWN,)).set(C, HOLD, 1.0, detected=False) is None


@pytest.mark.parametrize(
    ("start_s", "end_s", "state"),
    [
        (0, 10, OPEN), (5, 10.1, HOLD), (12, 13, HOLD), (19, 25, HOLD), (20, 25, OPEN), (15, 35, HOLD),
        (25, 31, OTHER), (32, 40, OTHER),
    ],
)  # fmt: skip
def test_an_utterance_belongs_to_whatever_else_was_on_the_line_in_any_part_of_it(
    start_s: float, end_s: float, state: LineState
) -> None:
    lines = Lines((C,))
    for at_s, said in ((10.0, HOLD), (20.0, OPEN), (30.0, OTHER)):
        lines.set(C, said, at_s, detected=False)
    assert lines.ended(C, start_s, end_s) == (state, ())


def test_nothing_of_a_muted_line_is_kept_and_music_is_no_voice() -> None:
    lines = Lines((A, C))
    lines.set(A, MUTED, 0.0, detected=True)
    lines.set(C, MUSIC, 0.0, detected=True)
    [agent], [caller] = sounding([0.1], A), sounding([0.1], C)
    _, muted = lines.hear(agent)
    _, music = lines.hear(caller)
    assert (set(muted.pcm), muted.speech, muted.level, muted.peak) == ({0}, 0.0, 0.0, 0.0)
    assert (music.pcm, music.speech) == (caller.pcm, 0.0)


def test_music_changes_the_line_with_the_frame_that_says_so() -> None:
    lines = Lines((C,))
    frames = sounding([0.1] * 10, music=[False] * 3 + [True] * 4)
    changes = [change for frame in frames for change in [lines.hear(frame)[0]] if change]
    assert changes == [changed(MUSIC, 3 * FRAME_S, detected=True), changed(OPEN, 7 * FRAME_S, detected=True)]


def repeated(*between: tuple[LineState, float]) -> tuple[LineState, tuple[LineChanged, ...]]:
    """What a recording of 4 s turns out to be that is heard at second 0 and at second 10."""
    lines = Lines((C,))
    recording = levels(syllables(3, 4.0))
    heard = [*recording, *[0.0] * 188, *recording, *[0.0] * 14]
    second = len(recording) + 188
    for frame in sounding(heard):
        lines.hear(frame)
        if frame.index == 140:
            lines.ended(C, 0.0, len(recording) * FRAME_S)
            for state, at_s in between:
                lines.set(C, state, at_s, detected=False)
    return lines.ended(C, second * FRAME_S, (second + len(recording)) * FRAME_S)


def test_a_recording_heard_again_is_an_announcement_from_its_start_to_its_end() -> None:
    state, (began, ended) = repeated()
    assert state is LineState.ANNOUNCEMENT
    assert (began.state, ended.state) == (LineState.ANNOUNCEMENT, OPEN)
    assert began.detected
    assert ended.detected
    assert [began.at_s, ended.at_s] == pytest.approx([10, 14], abs=0.05)


def test_on_hold_it_stays_what_was_said() -> None:
    assert repeated((HOLD, 5.0)) == (HOLD, ())
