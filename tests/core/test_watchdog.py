"""What goes wrong on the channels is told once, in words, and so is its end."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.events import Channel, Health, HealthCode, LineState
from app.core.ports import FRAME_S
from app.core.watchdog import Watchdog
from tests.core.sounds import levels, silence, sounding, syllables

A, C = Channel.AGENT, Channel.CALLER
ROOM = 10 ** (-55 / 20)


def watched(
    agent: Sequence[float],
    caller: Sequence[float],
    *,
    agent_peak: float | None = None,
    caller_line: LineState = LineState.OPEN,
    dog: Watchdog | None = None,
    first: int = 0,
) -> list[Health]:
    """What is told of two channels with these levels."""
    dog = dog or Watchdog((A, C))
    told: list[Health] = []
    sides = (sounding(agent, A, peak=agent_peak, first=first), sounding(caller, C, first=first))
    for one, other in zip(*sides, strict=True):
        told += [*dog.hear(one, LineState.OPEN), *dog.hear(other, caller_line)]
    return told


def codes(told: Sequence[Health]) -> list[HealthCode]:
    return [health.over or health.code for health in told]


def talk(seed: int, seconds: float) -> list[float]:
    return levels(syllables(seed, seconds))


def in_turns(seed: int, turns: int) -> tuple[list[float], list[float]]:
    """Two people who speak one after the other, in quiet rooms."""
    agent: list[float] = []
    caller: list[float] = []
    for turn in range(turns):
        said = [*talk(seed + turn, 6.0 + turn % 4), *[ROOM] * 12]
        hush = [ROOM] * len(said)
        agent += said if turn % 2 else hush
        caller += hush if turn % 2 else said
    return agent, caller


def later(loudness: Sequence[float], seconds: float, *, lower_db: float, over: Sequence[float]) -> list[float]:
    """A channel on which the other channel's sound arrives late and lower."""
    frames = round(seconds / FRAME_S)
    share = 10 ** (-lower_db / 20)
    came = [*silence(seconds), *loudness][: len(loudness)] if frames else loudness
    return [max(own, share * other) for own, other in zip(over, came, strict=True)]


# --- a caller who is not heard -----------------------------------------------------------------------------------


def test_a_caller_of_whom_nothing_is_heard_while_the_agent_talks_for_twenty_seconds() -> None:
    agent = [*silence(10), *talk(1, 12), *silence(30), *talk(2, 12)]
    [told] = watched(agent, [0.0] * len(agent))
    assert told.code is HealthCode.CALLER_SILENT
    assert "softphone" in told.advice
    assert told.at_s == pytest.approx(60, abs=2.1)


def test_silence_on_both_sides_is_no_trouble() -> None:
    assert watched(silence(120), silence(120)) == []


@pytest.mark.parametrize("sound", [[ROOM * 2] * 20, talk(9, 1.0)])
def test_any_sound_or_voice_of_the_caller_begins_anew(sound: list[float]) -> None:
    agent = talk(1, 36)
    caller = [0.0] * len(agent)
    caller[500 : 500 + len(sound)] = sound
    assert watched(agent, caller) == []


def test_that_the_caller_is_heard_again_is_told() -> None:
    agent = [*talk(1, 25), *silence(10)]
    caller = [*[0.0] * round(25 / FRAME_S), *talk(2, 10)]
    told = watched(agent, caller[: len(agent)])
    assert [(health.code, health.over) for health in told] == [
        (HealthCode.CALLER_SILENT, None), (HealthCode.LISTENING, HealthCode.CALLER_SILENT),
    ]  # fmt: skip


@pytest.mark.parametrize("line", [LineState.HOLD, LineState.MUTED, LineState.MUSIC])
def test_a_caller_who_is_not_there_is_not_missed(line: LineState) -> None:
    agent = talk(1, 60)
    assert watched(agent, [0.0] * len(agent), caller_line=line) == []


# --- sound that is cut off ---------------------------------------------------------------------------------------


def test_many_frames_at_full_scale_are_told_with_what_to_do() -> None:
    agent = talk(1, 10)
    [told] = watched(agent, [ROOM] * len(agent), agent_peak=1.0)
    assert told.code is HealthCode.CLIPPING
    assert "microphone" in told.advice


def test_it_is_told_again_only_after_it_was_over_for_half_a_minute() -> None:
    dog = Watchdog((A, C))
    told: list[list[HealthCode]] = []
    heard = 0
    for seconds, peak in ((10, 1.0), (14, 0.5), (10, 1.0), (40, 0.5), (10, 1.0)):
        agent = talk(1, seconds)
        told.append(codes(watched(agent, [ROOM] * len(agent), agent_peak=peak, dog=dog, first=heard)))
        heard += len(agent)
    clipping = [HealthCode.CLIPPING]
    assert told == [clipping, clipping, [], [], clipping]


# --- one voice on both channels ----------------------------------------------------------------------------------


@settings(max_examples=24)
@given(
    st.integers(0, 50), st.sampled_from([0.0, 0.1, 0.3, 0.5]), st.sampled_from([8.0, 15, 20]), st.sampled_from([A, C])
)
def test_a_voice_that_arrives_late_and_lower_on_the_other_channel_is_an_echo(
    seed: int, late_s: float, lower_db: float, voice: Channel
) -> None:
    agent, caller = in_turns(seed, 8)
    if voice is A:
        caller = later(agent, late_s, lower_db=lower_db, over=caller)
    else:
        agent = later(caller, late_s, lower_db=lower_db, over=agent)
    told = watched(agent, caller)
    assert HealthCode.ECHO in codes(told)
    assert ("Your own voice" in told[0].advice) is (voice is A)


@settings(max_examples=12)
@given(st.integers(0, 200))
def test_people_who_speak_in_turns_are_no_echo(seed: int) -> None:
    assert watched(*in_turns(seed, 8)) == []


@settings(max_examples=25)
@given(st.integers(0, 200))
def test_people_who_speak_over_each_other_are_no_echo(seed: int) -> None:
    assert watched(talk(seed, 30), talk(seed + 1000, 30)) == []


def test_a_likeness_of_a_moment_is_no_echo() -> None:
    """Three seconds of the agent's voice come back once; with two such windows it would be told."""
    agent = talk(1, 20)
    for frames, codes in ((105, []), (170, [HealthCode.ECHO])):
        caller = [ROOM] * len(agent)
        caller[130 : 130 + frames] = [level / 10 for level in agent[130 : 130 + frames]]
        assert [health.code for health in watched(agent, caller)][:1] == codes


def test_the_end_of_an_echo_is_told() -> None:
    agent = talk(1, 40)
    hush = [ROOM] * len(agent)
    half = len(agent) // 2
    caller = [*later(agent, 0.2, lower_db=15, over=hush)[:half], *hush[half:]]
    told = watched(agent, caller)
    assert [(health.code, health.over) for health in told] == [
        (HealthCode.ECHO, None), (HealthCode.LISTENING, HealthCode.ECHO),
    ]  # fmt: skip


def test_the_same_sound_on_both_channels_is_one_device_for_both() -> None:
    both = talk(1, 20)
    [told] = watched(both, both)
    assert told.code is HealthCode.ONE_DEVICE
    assert "another device" in told.advice


def test_a_call_with_both_voices_on_one_channel_is_not_watched() -> None:
    dog = Watchdog((Channel.UNKNOWN,))
    loud = sounding([1.0] * 2000, Channel.UNKNOWN, peak=1.0)
    assert [health for frame in loud for health in dog.hear(frame, LineState.OPEN)] == []
