"""Voice activity becomes numbered utterances: nothing said is lost, nothing is heard twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ports import FRAME_S
from app.core.utterances import Heard, Segmentation, Segmenter, SpeechClosed, SpeechOpened, Stretch
from tests.core.speech import QUIET, VOICE, frames, indexes, quiet, voice

DEFAULT = Segmentation()
WAVERING = (DEFAULT.start_threshold + DEFAULT.end_threshold) / 2
END_FRAMES = DEFAULT.frames(DEFAULT.end_silence_s)
SHORT_TURNS = Segmentation(
    patient_s=0.32, long_turn_s=0.96, patient_part_s=0.1, long_part_s=0.5, longest_s=1.6, look_back_s=0.4
)


@dataclass(frozen=True)
class Utterance:
    """An utterance with the audio of all its parts."""

    number: int
    start_s: float
    end_s: float
    parts: tuple[Stretch, ...]

    @property
    def pcm(self) -> bytes:
        return b"".join(part.pcm for part in self.parts)


def cut(probabilities: Sequence[float], segmentation: Segmentation | None = None) -> list[Utterance]:
    segmenter = Segmenter(segmentation or DEFAULT)
    heard = [found for frame in frames(probabilities) for found in segmenter.hear(frame)]
    return utterances([*heard, *segmenter.finish()])


def utterances(heard: Sequence[Heard]) -> list[Utterance]:
    """The utterances that are over, each with its parts."""
    parts = [part for part in heard if isinstance(part, Stretch)]
    closed = [end for end in heard if isinstance(end, SpeechClosed)]
    whole = [
        Utterance(end.number, end.start_s, end.end_s, tuple(part for part in parts if part.number == end.number))
        for end in closed
    ]
    assert [len(one.parts) for one in whole] == [end.parts for end in closed]
    assert all([part.part for part in one.parts] == list(range(len(one.parts))) for one in whole)
    return whole


def voiced_runs(probabilities: Sequence[float]) -> list[list[int]]:
    """Indexes of the frames of each stretch of speech."""
    runs = groupby(enumerate(probabilities), key=lambda pair: pair[1] >= VOICE)
    return [[index for index, _ in run] for is_voice, run in runs if is_voice]


def test_silence_is_no_utterance() -> None:
    assert cut(quiet(5)) == []


@pytest.mark.parametrize(("voiced", "utterances"), [(1, 0), (2, 0), (3, 1)])
def test_a_click_is_no_utterance(voiced: int, utterances: int) -> None:
    assert len(cut([*quiet(1), *[VOICE] * voiced, *quiet(1)])) == utterances


def test_start_and_end_are_those_of_the_voice() -> None:
    [utterance] = cut([*quiet(2), *voice(1), *quiet(2)])
    assert utterance.start_s == pytest.approx(2, abs=FRAME_S)
    assert utterance.end_s == pytest.approx(3, abs=FRAME_S)


def test_the_audio_begins_a_third_of_a_second_before_the_voice_and_has_no_gap() -> None:
    [utterance] = cut([*[QUIET] * 50, *[VOICE] * 30, *[QUIET] * 50])
    kept = indexes(utterance.pcm)
    assert kept == list(range(kept[0], kept[-1] + 1))
    assert 0.3 <= (50 - kept[0]) * FRAME_S <= DEFAULT.pre_roll_s
    assert kept[-1] >= 79


def test_the_opening_tells_where_the_voice_began() -> None:
    segmenter = Segmenter(DEFAULT)
    opened = [found for frame in frames([*[QUIET] * 10, *[VOICE] * 3]) for found in segmenter.hear(frame)]
    assert opened == [SpeechOpened(number=1, part=0, at_s=10 * FRAME_S)]
    assert segmenter.voice_end_s == 13 * FRAME_S


@pytest.mark.parametrize(("pause_frames", "utterances"), [(END_FRAMES - 1, 1), (END_FRAMES, 2)])
def test_a_long_enough_pause_ends_an_utterance(pause_frames: int, utterances: int) -> None:
    found = cut([*voice(1), *[QUIET] * pause_frames, *voice(1), *quiet(1)])
    assert [utterance.number for utterance in found] == list(range(1, utterances + 1))


def test_a_wavering_voice_goes_on_but_does_not_begin() -> None:
    assert cut([WAVERING] * 100) == []
    [utterance] = cut([*voice(1), *[WAVERING] * 60, *quiet(1)])
    assert utterance.end_s == pytest.approx(1 + 60 * FRAME_S, abs=FRAME_S)


def beside(noise: float, answer: float, speech: float) -> list[Utterance]:
    """An answer of the speech probability `speech` beside a noise; both levels in dB of full scale."""
    before, after = quiet(3), quiet(1)
    levels = [noise] * len(before) + [answer] * 10 + [noise] * len(after)
    return heard_at(levels, [*before, *[speech] * 10, *after])


def heard_at(levels: Sequence[float], probabilities: Sequence[float]) -> list[Utterance]:
    """Utterances of frames with these levels in dB of full scale and these speech probabilities."""
    segmenter = Segmenter(DEFAULT)
    heard = [replace(at, level=10 ** (db / 20)) for at, db in zip(frames(probabilities), levels, strict=True)]
    return utterances([part for frame in heard for part in segmenter.hear(frame)])


def test_a_voice_that_stands_out_of_a_noise_is_heard_though_it_hardly_sounds_like_one() -> None:
    [answer] = beside(noise=-50, answer=-35, speech=0.12)
    assert answer.start_s == pytest.approx(3, abs=FRAME_S)
    assert answer.end_s == pytest.approx(3 + 10 * FRAME_S, abs=FRAME_S)


@pytest.mark.parametrize(
    ("noise", "answer", "speech"),
    [(-50, -45, 0.12), (-70, -35, 0.12), (-50, -35, 0.05)],
    ids=["hardly louder than the noise", "on a quiet line", "not like a voice at all"],
)
def test_what_does_not_stand_out_must_sound_like_a_voice(noise: float, answer: float, speech: float) -> None:
    assert beside(noise, answer, speech) == []


def test_a_noise_that_grows_louder_is_a_voice_for_two_seconds_at_most() -> None:
    grown = [*[-52.0] * 100, *[-40.0] * 900], [0.02] * 100 + [0.12] * 900
    assert sum(utterance.end_s - utterance.start_s for utterance in heard_at(*grown)) <= 2


def test_a_weak_end_of_a_voice_that_stands_out_belongs_to_it() -> None:
    [utterance] = heard_at(
        [-50.0] * 100 + [-35.0] * 40 + [-50.0] * 30, [0.02] * 100 + [0.9] * 20 + [0.12] * 20 + [0.02] * 30
    )
    assert utterance.end_s == pytest.approx(140 * FRAME_S)


def test_a_long_turn_is_cut_at_a_short_pause_and_a_short_one_is_not() -> None:
    breath = quiet(0.16)
    assert len(cut([*voice(5), *breath, *voice(1), *quiet(1)])) == 1
    long_turn = cut([*voice(9.8), *breath, *voice(1), *quiet(1)])
    assert [utterance.number for utterance in long_turn] == [1, 2]
    assert long_turn[0].end_s == pytest.approx(9.8, abs=FRAME_S)


def test_the_longer_a_turn_lasts_the_shorter_the_pause_that_parts_it() -> None:
    needed = [DEFAULT.silence_s(turn_s) for turn_s in (0, 6, 8, 10, 14)]
    assert needed[0] == needed[1] == DEFAULT.end_silence_s
    assert needed[1] > needed[2] > needed[3] == needed[4] == pytest.approx(DEFAULT.word_pause_s)


@pytest.mark.parametrize(
    ("said_s", "pause_s", "parts"), [(0.9, 0.4, 1), (2.5, 0.2, 1), (2.5, 0.35, 2), (4.5, 0.1, 2), (1.5, 0.06, 1)]
)
def test_an_utterance_is_parted_sooner_than_it_ends(said_s: float, pause_s: float, parts: int) -> None:
    [whole] = cut([*voice(said_s), *quiet(pause_s), *voice(1), *quiet(1)])
    assert len(whole.parts) == parts
    assert (whole.start_s, whole.end_s) == pytest.approx((0, said_s + pause_s + 1), abs=2 * FRAME_S)
    assert whole.parts[0].start_s == whole.start_s
    assert whole.parts[-1].end_s == whole.end_s


def test_a_part_goes_on_with_a_voice_too_weak_and_short_to_begin_an_utterance() -> None:
    [whole] = cut([*voice(7.5), *quiet(0.16), WAVERING, *quiet(1)])
    assert whole.end_s == pytest.approx(7.5 + 0.16 + FRAME_S, abs=FRAME_S)


def test_an_utterance_may_end_in_the_silence_after_its_last_part() -> None:
    segmenter = Segmenter(DEFAULT)
    heard = [found for frame in frames([*voice(4), *quiet(1)]) for found in segmenter.hear(frame)]
    assert [type(found) for found in heard] == [SpeechOpened, Stretch, SpeechClosed]
    assert segmenter.finish() == []


def test_nothing_is_to_be_decoded_between_two_parts() -> None:
    segmenter = Segmenter(DEFAULT)
    for frame in frames([*voice(7.5), *quiet(0.2)]):
        segmenter.hear(frame)
    assert segmenter.snapshot() is None
    assert segmenter.as_if_closed() is None


def test_an_utterance_without_a_long_pause_ends_between_two_parts_once_it_is_long() -> None:
    found = cut([*[*voice(7.2), *quiet(0.128)] * 4, *quiet(2)])
    assert [len(whole.parts) for whole in found] == [2, 2]


def test_speech_without_any_pause_is_cut_before_it_has_lasted_ten_seconds_without_losing_a_frame() -> None:
    found = cut([*voice(40), *quiet(1)])
    assert len(found) == 5
    assert all(9 <= utterance.end_s - utterance.start_s <= 10 for utterance in found[:4])
    kept = [index for utterance in found for index in indexes(utterance.pcm)]
    assert kept == list(range(len(kept)))


@pytest.mark.parametrize("after", [[], quiet(2)], ids=["the end of the audio", "silence"])
def test_a_hard_cut_before_silence_leaves_no_utterance_without_a_voice(after: list[float]) -> None:
    found = cut([*voice(10), *after])
    assert [utterance.number for utterance in found] == [1, 2]
    assert found[1].end_s == pytest.approx(10, abs=FRAME_S)


@pytest.mark.parametrize("silence_s", [0.096, 0.2, 0.3])
@pytest.mark.parametrize("said_s", [7.8, 7.9, 7.96])
def test_a_pause_that_begins_just_before_a_hard_cut_is_a_pause(said_s: float, silence_s: float) -> None:
    found = cut([*voice(said_s), *quiet(silence_s), *voice(1), *quiet(1)], replace(DEFAULT, longest_s=8.0))
    assert [len(whole.parts) for whole in found] in ([2], [1, 1])
    assert found[0].parts[0].end_s == pytest.approx(said_s, abs=2 * FRAME_S)


def test_a_hard_cut_falls_where_the_voice_was_least_loud_of_late() -> None:
    levels = {200: 0.0, 255: 0.01, 270: 0.05, 271: 0.05}
    heard = [replace(frame, level=levels.get(frame.index, 0.3)) for frame in frames(voice(11))]
    segmenter = Segmenter(DEFAULT)
    found = [part for frame in heard for part in segmenter.hear(frame)]
    assert [type(part) for part in found] == [SpeechOpened, Stretch, SpeechClosed, SpeechOpened]
    assert isinstance(found[1], Stretch)
    assert found[1].end_s == pytest.approx(272 * FRAME_S)
    assert found[3] == SpeechOpened(number=2, part=0, at_s=272 * FRAME_S)


def test_the_end_of_the_audio_closes_the_open_utterance() -> None:
    [utterance] = cut([*quiet(1), *voice(1)])
    assert utterance.end_s == pytest.approx(2, abs=FRAME_S)


def test_a_snapshot_has_the_number_and_start_of_its_utterance_and_grows() -> None:
    segmenter = Segmenter(DEFAULT)
    assert segmenter.snapshot() is None
    snapshots = []
    for frame in frames([*quiet(1), *voice(1)]):
        segmenter.hear(frame)
        snapshots.append(segmenter.snapshot())
    seen = [snapshot for snapshot in snapshots if snapshot is not None]
    [closed] = [found for found in segmenter.finish() if isinstance(found, Stretch)]
    assert {(snapshot.number, snapshot.start_s) for snapshot in seen} == {(closed.number, closed.start_s)}
    assert all(after.pcm.startswith(before.pcm) for before, after in pairwise(seen))
    assert closed.pcm.startswith(seen[-1].pcm)


@given(
    st.lists(st.tuples(st.sampled_from([VOICE, QUIET, WAVERING]), st.integers(1, 40)), max_size=30),
    st.sampled_from([DEFAULT, SHORT_TURNS]),
)
def test_every_voiced_frame_is_in_exactly_one_utterance(
    stretches: list[tuple[float, int]], segmentation: Segmentation
) -> None:
    probabilities = [speech for speech, count in stretches for _ in range(count)]
    found = cut(probabilities, segmentation)
    kept = [index for utterance in found for index in indexes(utterance.pcm)]
    spoken = {index for run in voiced_runs(probabilities) if len(run) >= 3 for index in run}
    assert kept == sorted(set(kept))
    assert spoken <= set(kept)


@given(
    st.lists(st.tuples(st.sampled_from([VOICE, QUIET, WAVERING]), st.integers(1, 40)), max_size=30),
    st.sampled_from([DEFAULT, SHORT_TURNS]),
)
def test_utterances_are_counted_from_one_and_do_not_overlap(
    stretches: list[tuple[float, int]], segmentation: Segmentation
) -> None:
    found = cut([speech for speech, count in stretches for _ in range(count)], segmentation)
    assert [utterance.number for utterance in found] == list(range(1, len(found) + 1))
    assert all(utterance.start_s < utterance.end_s for utterance in found)
    assert all(before.end_s <= after.start_s for before, after in pairwise(found))
