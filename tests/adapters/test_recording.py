"""Recordings of any usual kind become 16 kHz channels; anything else is refused with one line."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.adapters.recording import Recording, channel_count, open_mono, open_pair, open_stereo
from app.core.errors import AudioError
from app.core.events import Channel
from tests.adapters.recordings import cut_off, empty, excerpt, text_file, tone, write

A, C = Channel.AGENT, Channel.CALLER
SECOND = 16_000


def stereo(path: Path, agent: str = "left") -> Recording:
    return open_stereo(path, agent=agent, caller="right" if agent == "left" else "left", chunk_s=0.1)


def samples_of(recording: Recording, channel: Channel) -> NDArray[np.int16]:
    return np.frombuffer(recording.sides[channel], dtype="<i2")


def loudness(recording: Recording, channel: Channel) -> float:
    return float(np.abs(samples_of(recording, channel).astype(np.float64)).mean()) / 32768


@pytest.mark.parametrize("rate", [8000, 16000, 22050, 44100, 48000])
def test_any_sample_rate_becomes_16_khz_with_the_same_sound(tmp_path: Path, rate: int) -> None:
    recording = stereo(write(tmp_path / "call.wav", tone(1, rate), tone(1, rate, 700), rate=rate))
    expected = tone(1, SECOND, 440) * 32768
    heard = samples_of(recording, A)
    assert len(heard) == pytest.approx(SECOND, abs=2)
    middle = slice(2000, 14000)
    assert np.abs(heard[middle] - expected[middle]).max() < 200


@pytest.mark.parametrize(
    ("name", "subtype"),
    [
        ("call.wav", "PCM_U8"),
        ("call.wav", "PCM_16"),
        ("call.wav", "PCM_24"),
        ("call.wav", "PCM_32"),
        ("call.wav", "FLOAT"),
        ("call.wav", "DOUBLE"),
        ("call.wav", "ULAW"),
        ("call.wav", "ALAW"),
        ("call.flac", "PCM_16"),
        ("call.flac", "PCM_24"),
        ("CALL.WAV", "PCM_16"),
    ],
)
def test_any_kind_of_sample_sounds_the_same(tmp_path: Path, name: str, subtype: str) -> None:
    recording = stereo(write(tmp_path / name, tone(0.5), tone(0.5, level=0.1), subtype=subtype))
    assert loudness(recording, A) == pytest.approx(0.4 * 2 / np.pi, rel=0.02)
    assert loudness(recording, C) == pytest.approx(0.1 * 2 / np.pi, rel=0.06)


def test_left_is_the_agent_unless_said_otherwise(tmp_path: Path) -> None:
    path = write(tmp_path / "call.wav", tone(0.5), tone(0.5, level=0.0))
    assert loudness(stereo(path), A) > loudness(stereo(path), C) == 0
    assert loudness(stereo(path, agent="right"), C) > loudness(stereo(path, agent="right"), A) == 0


def test_samples_beyond_full_scale_are_clipped_and_those_that_are_no_number_are_silence(tmp_path: Path) -> None:
    wild = np.array([2.0, -2.0, np.nan, np.inf, 0.5] * 100)
    heard = samples_of(stereo(write(tmp_path / "call.wav", wild, wild, rate=SECOND, subtype="FLOAT")), A)
    assert heard[:5].tolist() == [32767, -32768, 0, 32767, 16384]


def test_one_channel_is_its_speaker_and_the_other_side_is_silent(tmp_path: Path) -> None:
    path = write(tmp_path / "caller.wav", tone(0.5))
    recording = open_mono(path, C, chunk_s=0.1)
    assert recording.channels == (A, C)
    assert (loudness(recording, A), len(recording.sides[A])) == (0, len(recording.sides[C]))
    assert open_mono(path, Channel.UNKNOWN, chunk_s=0.1).channels == (Channel.UNKNOWN,)
    assert channel_count(path) == 1


def test_of_two_files_the_shorter_is_padded_with_silence(tmp_path: Path) -> None:
    agent = write(tmp_path / "agent.wav", tone(0.5), rate=16000)
    caller = write(tmp_path / "caller.flac", tone(1.5, 44100), rate=44100)
    recording = open_pair(agent, caller, chunk_s=0.1)
    assert recording.duration_s == pytest.approx(1.5, abs=0.001)
    assert len(recording.sides[A]) == len(recording.sides[C])
    assert not samples_of(recording, A)[SECOND // 2 :].any()
    assert recording.name == "agent.wav + caller.flac"


@pytest.mark.parametrize("chunk_s", [0.001, 0.032, 0.1, 0.333, 60])
def test_chunks_of_any_length_hold_every_sample_once_and_in_order(tmp_path: Path, chunk_s: float) -> None:
    path = excerpt(tmp_path / "call.flac", 0, 1)
    recording = open_stereo(path, agent="left", caller="right", chunk_s=chunk_s)
    chunks = list(recording.chunks())
    for channel in (A, C):
        assert b"".join(chunk.pcm for chunk in chunks if chunk.channel is channel) == recording.sides[channel]
    assert all(len(chunk.pcm) <= max(1, round(chunk_s * SECOND)) * 2 for chunk in chunks)


def three_channels(path: Path) -> Path:
    return write(path, tone(0.2), tone(0.2), tone(0.2))


def no_samples(path: Path) -> Path:
    return write(path, tone(0), tone(0))


def half_of(path: Path) -> Path:
    return cut_off(excerpt(path, 0, 2))


def short_wav(path: Path) -> Path:
    """A WAV whose header promises more samples than it holds."""
    return cut_off(write(path, tone(1), tone(1)), 0.7)


def headless_wav(path: Path) -> Path:
    return cut_off(write(path, tone(1), tone(1)), 0.001)


def raw_bytes(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 20)
    return path


def as_it_is(path: Path) -> Path:
    return path


def a_folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("missing.wav", as_it_is),
        ("empty.wav", empty),
        ("notes.wav", text_file),
        ("notes.flac", text_file),
        ("folder.wav", a_folder),
        ("three.wav", three_channels),
        ("silent.wav", no_samples),
        ("short.wav", short_wav),
        ("headless.wav", headless_wav),
        ("half.flac", half_of),
        ("call.aiff", lambda path: write(path, tone(0.2), tone(0.2))),
        ("call.raw", raw_bytes),
        ("call.mp3", raw_bytes),
        ("mono.wav", lambda path: write(path, tone(0.2))),
    ],
)
def test_what_cannot_be_heard_is_refused_with_one_line_that_names_the_file(
    tmp_path: Path, name: str, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path / name)
    with pytest.raises(AudioError) as refused:
        stereo(path)
    assert path.name in refused.value.message
    assert "\n" not in refused.value.line()
    assert refused.value.advice


@pytest.mark.parametrize("side", ["agent", "caller"])
def test_two_channels_are_refused_where_one_is_wanted(tmp_path: Path, side: str) -> None:
    one, two = write(tmp_path / "one.wav", tone(0.2)), write(tmp_path / "two.wav", tone(0.2), tone(0.2))
    agent, caller = (two, one) if side == "agent" else (one, two)
    with pytest.raises(AudioError, match="2 channels"):
        open_pair(agent, caller, chunk_s=0.1)
