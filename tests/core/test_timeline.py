"""The timeline of an ended call: who spoke, what was silent, and what happened when."""

from dataclasses import replace

import pytest

from app.core.consent import Capture
from app.core.document import CallDocument
from app.core.events import AgentMove, AudioGap, Channel, Event, LineChanged, LineState, Mark, Marked, Move, Stage
from app.core.timeline import MomentKind, StretchKind, Timeline, dead_air, timeline_of
from app.core.wordless import figures_alone
from tests.core.calls import document, prompt, said, started, whole_call

A, C, U = Channel.AGENT, Channel.CALLER, Channel.UNKNOWN


def line(state: LineState, at_s: float, channel: Channel = C) -> LineChanged:
    return LineChanged(channel=channel, state=state, detected=False, at_s=at_s)


def drawn(*events: Event, duration_s: float = 30.0) -> Timeline:
    return timeline_of(document(*events, duration_s=duration_s))


def spans(timeline: Timeline, kind: StretchKind, channel: Channel | None = None) -> list[tuple[float, float]]:
    return [(one.start_s, one.end_s) for one in timeline.stretches if (one.kind, one.channel) == (kind, channel)]


def test_utterances_that_touch_are_one_stretch_of_talk() -> None:
    timeline = drawn(said(A, 1, 4), said(A, 4, 6, number=2), said(C, 8, 10))
    assert spans(timeline, StretchKind.TALK, A) == [(1, 6)]
    assert spans(timeline, StretchKind.TALK, C) == [(8, 10)]


def test_both_at_once_is_overtalk_for_as_long_as_it_lasts() -> None:
    timeline = drawn(said(A, 1, 6), said(C, 4, 9), said(A, 8, 12, number=2))
    assert spans(timeline, StretchKind.OVERTALK) == [(4, 6), (8, 9)]


def test_a_silence_is_dead_air_when_it_is_longer_than_three_seconds() -> None:
    timeline = drawn(said(A, 0, 5), said(C, 8, 10), said(A, 13.1, 28, number=2))
    assert spans(timeline, StretchKind.DEAD_AIR) == [(10, 13.1)]


def test_a_call_in_which_nobody_speaks_is_dead_air_from_end_to_end() -> None:
    assert dead_air(document(duration_s=20)) == [(0, 20)]


@pytest.mark.parametrize("state", [state for state in LineState if state not in {LineState.OPEN, LineState.UNSCORED}])
def test_while_the_caller_is_away_silence_is_no_dead_air(state: LineState) -> None:
    call = document(said(A, 0, 5), line(state, 6), line(LineState.OPEN, 27), said(A, 28, 30, number=2), duration_s=30)
    assert dead_air(call) == []


@pytest.mark.parametrize(
    "change", [line(LineState.UNSCORED, 6), line(LineState.MUTED, 6, A)], ids=["not scored", "agent muted"]
)
def test_a_caller_who_is_there_hears_dead_air(change: LineChanged) -> None:
    assert dead_air(document(said(A, 0, 5), change, said(C, 15, 30), duration_s=30)) == [(5, 15)]


def test_of_sound_that_never_came_nobody_knows_whether_it_was_silent() -> None:
    gap = AudioGap(channel=A, start_s=6, end_s=14)
    timeline = drawn(said(A, 0, 5), gap, said(C, 15, 30))
    assert spans(timeline, StretchKind.DEAD_AIR) == []
    assert spans(timeline, StretchKind.LOST, A) == [(6, 14)]


def test_holds_and_pauses_last_until_the_next_change_or_the_end() -> None:
    timeline = drawn(
        line(LineState.HOLD, 5), line(LineState.MUSIC, 7), line(LineState.OPEN, 12),
        line(LineState.PAUSED, 20), line(LineState.PAUSED, 20, A),
    )  # fmt: skip
    assert spans(timeline, StretchKind.HOLD) == [(5, 7)]
    assert spans(timeline, StretchKind.MUSIC) == [(7, 12)]
    assert spans(timeline, StretchKind.PAUSE) == [(20, 30)]


def test_a_mute_is_of_the_side_that_is_muted() -> None:
    timeline = drawn(line(LineState.MUTED, 5, A), line(LineState.OPEN, 9, A), line(LineState.MUTED, 20))
    assert spans(timeline, StretchKind.MUTED, A) == [(5, 9)]
    assert spans(timeline, StretchKind.MUTED, C) == [(20, 30)]
    assert [one.title for one in timeline.stretches if one.kind is StretchKind.MUTED] == [
        "Agent muted", "Caller not heard",
    ]  # fmt: skip


def test_what_somebody_else_says_on_the_callers_line_is_not_the_callers_talk() -> None:
    other = replace(said(C, 6, 9), line=LineState.OTHER)
    timeline = drawn(line(LineState.OTHER, 5), other, line(LineState.OPEN, 10))
    assert spans(timeline, StretchKind.TALK, C) == []
    assert spans(timeline, StretchKind.OTHER) == [(5, 10)]


def test_voices_on_one_channel_are_nobodys() -> None:
    timeline = drawn(said(U, 1, 4))
    assert timeline.sides == (U,)
    assert spans(timeline, StretchKind.TALK, U) == [(1, 4)]


def test_of_a_call_that_was_not_listened_to_no_voice_and_no_silence_is_known() -> None:
    call = document(prompt(5), call=replace(started(), capture=Capture.NONE))
    timeline = timeline_of(call)
    assert (timeline.sides, timeline.stretches, len(timeline.moments)) == ((), (), 1)


def test_moves_prompts_marks_and_interruptions_are_moments_in_order_of_time() -> None:
    timeline = drawn(
        said(C, 1, 10),
        said(A, 8, 12, "But listen to me."),
        AgentMove(at_s=12, move=Move.APOLOGY, text="Sorry."),
        prompt(11, stage=Stage.VALIDATE),
        Marked(kind=Mark.HELP, at_s=20),
    )
    assert [(one.kind, one.at_s, one.channel) for one in timeline.moments] == [
        (MomentKind.CUT_IN, 8, A),
        (MomentKind.PROMPT, 11, None),
        (MomentKind.MOVE, 12, A),
        (MomentKind.MARK, 20, A),
    ]
    assert [one.words for one in timeline.moments] == [
        "Agent cuts in: 0:08",
        "Prompt, Validate: Ask one thing: 0:11",
        "Apology: 0:12",
        "The agent needed help: 0:20",
    ]


def test_a_stretch_says_what_it_was_when_and_for_how_long() -> None:
    [stretch] = drawn(duration_s=72).stretches
    assert stretch.words == "Dead air: 0:00 to 1:12, 1\N{NO-BREAK SPACE}min 12\N{NO-BREAK SPACE}s"


def times(call: CallDocument) -> list[tuple[StretchKind, float, float]]:
    return [(one.kind, one.start_s, one.end_s) for one in timeline_of(call).stretches]


def test_a_call_that_lost_its_words_keeps_its_stretches() -> None:
    call = document(*whole_call())
    assert times(figures_alone(call)) == times(call)
