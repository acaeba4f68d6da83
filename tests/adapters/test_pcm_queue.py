"""What lies between a sound card's thread and the call's."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.pcm_queue import PcmQueue, Resampler
from app.core.errors import AudioError
from app.core.ports import SAMPLE_RATE_HZ
from tests.adapters.recordings import tone

GONE = AudioError("The headset is gone.", "Plug it in.")
SECOND = bytes(2 * SAMPLE_RATE_HZ)


@given(st.lists(st.binary(max_size=64)))
def test_what_was_put_is_taken_once_and_in_order(pieces: list[bytes]) -> None:
    queue = PcmQueue()
    for piece in pieces:
        queue.put(piece)
    assert queue.take() == b"".join(pieces)
    assert queue.take() == b""
    assert queue.lost == 0


def test_after_ten_seconds_that_nobody_took_the_oldest_are_lost_and_counted() -> None:
    queue = PcmQueue()
    for second in range(13):
        queue.put(bytes([second]) * len(SECOND))
    assert queue.lost == 3
    taken = queue.take()
    assert taken[0] == 3
    assert len(taken) == 10 * len(SECOND)


def test_a_queue_that_was_emptied_holds_ten_seconds_again() -> None:
    queue = PcmQueue(rate=48_000, channels=2)
    for _ in range(60):
        queue.put(bytes(48_000 * 4))
        queue.take()
    assert queue.lost == 0


def test_what_a_device_lost_itself_is_counted_too() -> None:
    queue = PcmQueue()
    queue.lose()
    assert queue.lost == 1


def test_a_failure_is_raised_once_all_is_taken() -> None:
    queue = PcmQueue()
    queue.put(b"last words")
    queue.fail(GONE)
    assert queue.take() == b"last words"
    with pytest.raises(AudioError, match="gone"):
        queue.take()


def test_two_threads_lose_nothing_that_is_not_counted() -> None:
    queue, taken = PcmQueue(rate=10, channels=1), 0  # a queue of 200 bytes
    pieces = 20_000

    def feed() -> None:
        for _ in range(pieces):
            queue.put(bytes(50))

    thread = threading.Thread(target=feed)
    thread.start()
    while thread.is_alive():
        taken += len(queue.take())
    thread.join()
    taken += len(queue.take())
    assert taken + 50 * queue.lost == 50 * pieces


@given(
    rate=st.sampled_from([8_000, 16_000, 44_100, 48_000]),
    channels=st.sampled_from([1, 2]),
    cuts=st.lists(st.integers(99, 4_000), min_size=1, max_size=40),
)
def test_a_tone_keeps_its_pitch_and_level_however_it_is_cut(rate: int, channels: int, cuts: list[int]) -> None:
    samples = (tone(0.5, rate) * 32767).astype("<i2")
    pcm = np.repeat(samples, channels).tobytes()
    resampler = Resampler(rate, channels)
    out, start, number = b"", 0, 0
    while start < len(pcm):
        size = cuts[number % len(cuts)]
        out += resampler.resample(pcm[start : start + size])
        start, number = start + size, number + 1
    heard = np.frombuffer(out, "<i2")
    assert 0.4 * SAMPLE_RATE_HZ < len(heard) <= 0.5 * SAMPLE_RATE_HZ + 1
    middle = heard[1_000:5_000] / 32767
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(0.4 / np.sqrt(2), rel=0.03)
    assert np.sum((middle[:-1] < 0) & (middle[1:] >= 0)) == pytest.approx(440 * 4_000 / SAMPLE_RATE_HZ, abs=1.1)


def test_the_loudest_sound_stays_in_range() -> None:
    square = np.tile(np.repeat(np.array([32767, -32768], dtype="<i2"), 20), 200)
    heard = np.frombuffer(Resampler(48_000, 1).resample(square.tobytes()), "<i2")
    assert heard.max() == 32767
    assert heard.min() == -32768
