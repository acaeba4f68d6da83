"""The same recording again is told by its sound; people who repeat themselves are not taken for one."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.announcements import Announcements
from app.core.ports import FRAME_S
from tests.core.sounds import levels, silence, sounding, syllables

SENTENCE = syllables(1, 5.0)


class Line:
    """A line on which utterances sound one after another."""

    def __init__(self) -> None:
        self.announcements = Announcements()
        self.heard = 0

    def play(self, loudness: Sequence[float]) -> bool:
        """Whether what sounds now was heard before."""
        start_s = self.heard * FRAME_S
        self._hear(loudness)
        end_s = self.heard * FRAME_S
        self._hear(silence(0.5))
        return self.announcements.is_repeat(start_s, end_s)

    def wait(self, seconds: float) -> None:
        self._hear(silence(seconds))

    def _hear(self, loudness: Sequence[float]) -> None:
        for frame in sounding(loudness, first=self.heard):
            self.announcements.hear(frame)
        self.heard += len(loudness)


def test_what_is_heard_for_the_first_time_is_no_announcement() -> None:
    line = Line()
    assert not any(line.play(levels(syllables(seed, 5.0))) for seed in range(12))


@given(st.integers(0, 40), st.integers(0, 7), st.floats(-9, 3), st.sampled_from([-90.0, -50.0, -44.0]))
def test_a_recording_is_known_again_at_any_moment_and_volume_and_in_noise(
    seed: int, begins: int, gain_db: float, noise_db: float
) -> None:
    line = Line()
    recording = syllables(seed, 5.0)
    assert not line.play(levels(recording))
    line.wait(20)
    assert line.play(levels(recording, begins=begins, gain_db=gain_db, noise_db=noise_db + gain_db))


@pytest.mark.parametrize("later", [1, 5, 11])
def test_a_voice_that_is_noticed_a_little_later_is_the_same(later: int) -> None:
    line = Line()
    line.play(levels(SENTENCE))
    assert line.play(levels(SENTENCE)[later:])


@given(st.integers(0, 200))
def test_a_caller_who_says_a_sentence_again_and_again_is_no_announcement(seed: int) -> None:
    line = Line()
    assert not any(line.play(levels(syllables(seed, 4.0, said_again=time))) for time in range(4))


def test_short_words_are_no_evidence() -> None:
    line = Line()
    hello = levels(SENTENCE)[: round(2.4 / FRAME_S)]
    assert not any(line.play(hello) for _ in range(3))


def test_a_tone_that_comes_again_is_no_evidence() -> None:
    line = Line()
    beep = [0.01, *[0.1] * 50, 0.03, 0.03, *[0.1] * 100, 0.02]
    assert not any(line.play(beep) for _ in range(3))


@pytest.mark.parametrize("part", [slice(0, 100), slice(-100, None)])
def test_a_recording_that_noise_parts_at_another_pause_is_known(part: slice) -> None:
    line = Line()
    line.play(levels(SENTENCE))
    assert line.play(levels(SENTENCE)[part])


def test_it_is_forgotten_after_ten_minutes() -> None:
    line = Line()
    line.play(levels(SENTENCE))
    line.wait(590)
    assert line.play(levels(SENTENCE))
    line.wait(610)
    assert not line.play(levels(SENTENCE))


def test_no_two_of_sixty_sentences_are_taken_for_one_another() -> None:
    line = Line()
    assert not any(line.play(levels(syllables(seed, 3.0 + seed % 10 * 0.2))) for seed in range(60))
