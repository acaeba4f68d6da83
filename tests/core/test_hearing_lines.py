"""What is on a line decides what of it becomes words, and whose words they are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.chronicle import Fact, SpeechEnded, SpeechStarted
from app.core.events import Channel, LineChanged, LineState, ScoringSet, TextFinal
from app.core.hearing import Hearing
from app.core.ports import FRAME_S, TranscribeRequest, Transcript
from app.core.utterances import Segmentation
from tests.core.sounds import levels, silence, sounding, syllables
from tests.core.speech import QUIET, frames, indexes, quiet, voice

A, C = Channel.AGENT, Channel.CALLER
OPEN, MUTED, HOLD, MUSIC = LineState.OPEN, LineState.MUTED, LineState.HOLD, LineState.MUSIC
ANNOUNCEMENT = LineState.ANNOUNCEMENT

Said = Mapping[float, tuple[Channel, LineState]]


class Ears:
    """Hears both channels, with things said about the lines at some seconds, and writes everything down."""

    def __init__(self, *, live: bool = False) -> None:
        self.hearing = Hearing((A, C), Segmentation(), wait_for_words=not live, partials=live)
        self.requests: list[TranscribeRequest] = []
        self.facts: list[Fact] = []

    def hear(
        self,
        agent: Sequence[float],
        caller: Sequence[float],
        said: Said | None = None,
        music: Callable[[float], bool] = lambda _: False,
    ) -> "Ears":
        due = dict(said or {})
        length = max(len(agent), len(caller))
        sides = [[*side, *[QUIET] * (length - len(side))] for side in (agent, caller)]
        for one, other in zip(frames(sides[0], A), frames(sides[1], C), strict=True):
            now_s = one.index * FRAME_S
            for at_s in [at_s for at_s in due if at_s <= now_s]:
                channel, state = due.pop(at_s)
                self.keep(self.hearing.set_line(channel, state, detected=False))
            self.keep(self.hearing.hear(one))
            self.keep(self.hearing.hear(replace(other, music=music(now_s))))
        return self

    def scores(self, scored: bool) -> "Ears":  # noqa: FBT001 - what is said
        self.keep(self.hearing.set_scored(scored=scored))
        return self

    def keep(self, requests: Sequence[TranscribeRequest]) -> None:
        self.requests += requests
        for request in requests:
            if request.final:
                self.hearing.written(request, Transcript(text="Well.", confidence=0.9))
        self.facts += self.hearing.release()

    def finish(self) -> "Ears":
        self.keep(self.hearing.finish())
        self.facts += self.hearing.release()
        return self

    def finals(self, channel: Channel = C) -> list[tuple[float, float, str, LineState]]:
        return [
            (round(fact.start_s, 1), round(fact.end_s, 1), fact.text, fact.line)
            for fact in self.facts
            if isinstance(fact, TextFinal) and fact.channel is channel
        ]

    def changes(self) -> list[tuple[LineState, float]]:
        return [(fact.state, round(fact.at_s, 1)) for fact in self.facts if isinstance(fact, LineChanged)]


# --- a muted agent -----------------------------------------------------------------------------------------------


def test_nothing_is_asked_for_while_the_agent_is_muted_and_words_before_and_after_are_kept() -> None:
    agent = [*quiet(1), *voice(10), *quiet(1)]
    ears = Ears().hear(agent, quiet(12), {4.0: (A, MUTED), 8.0: (A, OPEN)}).finish()
    assert ears.finals(A) == [(1.0, 4.0, "Well.", OPEN), (8.0, 11.0, "Well.", OPEN)]
    assert ears.changes() == [(MUTED, 4.0), (OPEN, 8.0)]


@given(st.integers(3, 250), st.integers(3, 120), st.booleans())
def test_no_sample_of_a_muted_agent_is_ever_handed_on(begin: int, length: int, live: bool) -> None:  # noqa: FBT001
    agent = [*voice(3), *quiet(1), *voice(3), *quiet(1)]
    said = {begin * FRAME_S: (A, MUTED), (begin + length) * FRAME_S: (A, OPEN)}
    ears = Ears(live=live).hear(agent, quiet(8), said).finish()
    given_out = {index for request in ears.requests for index in indexes(request.audio) if index}
    assert not given_out & set(range(begin, begin + length))


def test_what_was_said_just_before_a_mute_is_no_pre_roll_of_what_comes_after_it() -> None:
    agent = [*quiet(1), *[0.15] * 10, *quiet(0.064), *voice(2), *quiet(1)]
    begin = round(1 / FRAME_S) + 10
    said = {begin * FRAME_S: (A, MUTED), (begin + 2) * FRAME_S: (A, OPEN)}
    ears = Ears().hear(agent, [0.0] * len(agent), said).finish()
    [request] = ears.requests
    assert not set(indexes(request.audio)) & set(range(1, begin))


def test_the_other_channel_is_heard_on() -> None:
    ears = Ears().hear(voice(4), [*voice(2), *quiet(2)], {0.0: (A, MUTED)}).finish()
    assert (ears.finals(A), ears.finals(C)) == ([], [(0.0, 2.0, "Well.", OPEN)])


# --- music -------------------------------------------------------------------------------------------------------


def test_nothing_is_written_down_while_music_plays() -> None:
    caller = [*voice(1), *quiet(1), *voice(8), *quiet(1)]
    ears = Ears().hear(quiet(11), caller, music=lambda at_s: 1.5 <= at_s < 10.2).finish()
    assert ears.finals() == [(0.0, 1.0, "Well.", OPEN)]
    assert ears.changes() == [(MUSIC, 1.5), (OPEN, 10.2)]


def test_an_open_utterance_that_turns_out_to_be_music_is_withdrawn_and_never_asked_for() -> None:
    ears = Ears(live=True).hear(quiet(6), [*quiet(1), *voice(5)], music=lambda at_s: at_s >= 3).finish()
    assert [request for request in ears.requests if request.final] == []
    [(start_s, end_s, text, line)] = ears.finals()
    assert (start_s, text, line) == (1.0, "", MUSIC)
    assert end_s == pytest.approx(3.0, abs=0.1)


def test_late_words_of_a_withdrawn_utterance_are_not_wanted() -> None:
    ears = Ears(live=True).hear(quiet(6), [*quiet(1), *voice(5)], music=lambda at_s: at_s >= 3)
    words = Transcript(text="Thank you for holding.", confidence=0.9)
    assert not ears.hearing.guessed(ears.requests[0], words)


def test_the_first_words_after_music_have_their_pre_roll() -> None:
    caller = [*quiet(4), *voice(2), *quiet(1)]
    ears = Ears().hear(quiet(7), caller, music=lambda at_s: at_s < 4).finish()
    [request] = ears.requests
    assert indexes(request.audio)[0] == pytest.approx(round(4 / FRAME_S), abs=15)
    assert ears.finals() == [(4.0, 6.0, "Well.", OPEN)]


# --- hold, others, announcements ---------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [HOLD, LineState.OTHER, ANNOUNCEMENT])
def test_what_others_say_is_written_down_as_theirs(state: LineState) -> None:
    caller = [*voice(2), *quiet(1), *voice(2), *quiet(1), *voice(2), *quiet(1)]
    ears = Ears().hear(quiet(9), caller, {2.6: (C, state), 5.6: (C, OPEN)}).finish()
    assert [(start_s, line) for start_s, _, _, line in ears.finals()] == [(0.0, OPEN), (3.0, state), (6.0, OPEN)]


def test_an_utterance_is_the_callers_only_if_the_line_was_open_all_through_it() -> None:
    caller = [*voice(4), *quiet(1)]
    for at_s, line in ((0.0, HOLD), (2.0, HOLD), (4.2, OPEN)):
        ears = Ears().hear(quiet(5), caller, {at_s: (C, HOLD)}).finish()
        assert [final[3] for final in ears.finals()] == [line]


def time_of(fact: Fact) -> float:
    return fact.end_s if isinstance(fact, TextFinal) else fact.at_s


def announced(first: Sequence[float], second: Sequence[float]) -> Ears:
    caller = [*silence(1), *first, *silence(2), *second, *silence(2)]
    ears = Ears()
    agent = sounding([0.0] * len(caller), A)
    for one, other in zip(agent, sounding(caller, C), strict=True):
        ears.keep(ears.hearing.hear(one))
        ears.keep(ears.hearing.hear(other))
    return ears.finish()


def test_the_same_announcement_again_is_told_from_its_start_to_its_end() -> None:
    recording = levels(syllables(4, 4.0))
    ears = announced(recording, recording)
    [first, second] = ears.finals()
    assert (first[3], second[3]) == (OPEN, ANNOUNCEMENT)
    assert ears.changes() == [(ANNOUNCEMENT, second[0]), (OPEN, second[1])]


def test_a_change_that_is_known_only_afterwards_comes_after_everything_before_the_end_of_the_utterance() -> None:
    recording = levels(syllables(4, 4.0))
    facts = announced(recording, recording).facts
    told = next(n for n, fact in enumerate(facts) if isinstance(fact, LineChanged))
    [end_s] = [fact.at_s for fact in facts if isinstance(fact, SpeechEnded) and fact.line is ANNOUNCEMENT]
    assert max(time_of(fact) for fact in facts[:told]) == end_s
    assert [time_of(fact) for fact in facts[told + 1 : told + 3]] == [end_s, end_s]


def test_a_sentence_said_again_stays_the_callers() -> None:
    ears = announced(levels(syllables(4, 4.0)), levels(syllables(4, 4.0, said_again=1)))
    assert [final[3] for final in ears.finals()] == [OPEN, OPEN]
    assert ears.changes() == []


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from([A, C]), st.sampled_from(list(LineState))), max_size=8),
    st.integers(0, 400),
)
def test_whatever_is_said_of_the_lines_facts_come_in_order_and_every_voice_that_starts_ends_and_is_told(
    said: Sequence[tuple[int, Channel, LineState]], music_from: int
) -> None:
    speech = [*voice(2), *quiet(1), *voice(3), *quiet(1), *voice(5)]
    events = {frame * FRAME_S: (channel, state) for frame, channel, state in said}
    ears = Ears().hear(speech, speech[::-1], events, lambda at_s: 0 < at_s - music_from * FRAME_S < 2).finish()
    times = [time_of(fact) for fact in ears.facts]
    assert times == sorted(times)
    for channel in (A, C):
        counts = [
            sum(isinstance(fact, kind) and fact.channel is channel for fact in ears.facts)
            for kind in (SpeechStarted, SpeechEnded, TextFinal)
        ]
        assert len(set(counts)) == 1


def test_what_is_said_of_scoring_is_told_once_also_while_the_caller_is_on_hold() -> None:
    ears = Ears().hear(quiet(4), quiet(4), {1.0: (C, HOLD)})
    facts = ears.scores(False).scores(False).scores(True).finish().facts
    assert [(fact.scored, round(fact.at_s)) for fact in facts if isinstance(fact, ScoringSet)] == [
        (False, 4),
        (True, 4),
    ]
    assert [fact.state for fact in facts if isinstance(fact, LineChanged)] == [HOLD]
