"""Recorded calls: WAV or FLAC of any sample rate, as the chunks a live call would give."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from app.core.errors import AudioError, InputError
from app.core.events import Channel
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, Wait

Samples = NDArray[np.float32]

SIDES = ("left", "right")
_TWO_SIDES = 2
_CUT_SHORT = "(should be"  # how libsndfile notes a chunk that ends before the length in its header
_WHAT_TO_GIVE = "Give a WAV or FLAC recording with one or two channels."


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A fully decoded call: 16 kHz samples of each channel, all of one length."""

    name: str
    sides: dict[Channel, bytes]
    chunk_s: float

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels in a fixed order."""
        return tuple(self.sides)

    @property
    def duration_s(self) -> float:
        """Length of the longest channel."""
        return max(len(pcm) for pcm in self.sides.values()) / (SAMPLE_RATE_HZ * SAMPLE_BYTES)

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk]:
        """Slices of `chunk_s` seconds, channel by channel."""
        step = max(1, round(self.chunk_s * SAMPLE_RATE_HZ)) * SAMPLE_BYTES
        longest = max(len(pcm) for pcm in self.sides.values())
        for start in range(0, longest, step):
            for channel, pcm in self.sides.items():
                yield AudioChunk(channel=channel, pcm=pcm[start : start + step])


def check_sides(agent: str | None, caller: str | None) -> None:
    """Raises InputError where a side is named that recordings do not have."""
    for side in (agent, caller):
        if side is not None and side not in SIDES:
            advice = "With a FILE, --agent and --caller name a side of it."
            raise InputError("{side!r} is neither left nor right.", advice, side=side)


def open_call(path: Path, agent: str | None, caller: str | None, *, chunk_s: float) -> Recording:
    """Read a recording of one or two channels; `agent` and `caller` name sides, where they are named.

    Of two channels the left one is the agent's unless said otherwise; one without a name carries both voices.
    Raises InputError, AudioError.
    """
    check_sides(agent, caller)
    if channel_count(path) == 1:
        return open_mono(path, _one_speaker(agent, caller), chunk_s=chunk_s)
    agent_side, caller_side = _two_sides(agent, caller)
    return open_stereo(path, agent=agent_side, caller=caller_side, chunk_s=chunk_s)


def open_stereo(path: Path, *, agent: str, caller: str, chunk_s: float) -> Recording:
    """Read a two-channel call; `agent` and `caller` name the side, left or right. Raises AudioError."""
    samples, rate = _decode(path)
    count = samples.shape[1]
    if count > _TWO_SIDES:
        raise AudioError("{path} has {count} channels.", _WHAT_TO_GIVE, path=path, count=count)
    if count == 1:
        raise AudioError("{path} has one channel.", "Name the speaker with --caller left or --agent left.", path=path)
    column = {"left": 0, "right": 1}
    sides = {
        Channel.AGENT: _pcm(samples[:, column[agent]], rate),
        Channel.CALLER: _pcm(samples[:, column[caller]], rate),
    }
    return Recording(name=path.name, sides=sides, chunk_s=chunk_s)


def open_mono(path: Path, speaker: Channel, *, chunk_s: float) -> Recording:
    """Read a one-channel recording of `speaker`; the other side of a call is silent. Raises AudioError."""
    pcm = _mono(path)
    sides = {speaker: pcm}
    if speaker is not Channel.UNKNOWN:
        silent = bytes(len(pcm))
        sides = {side: pcm if side is speaker else silent for side in (Channel.AGENT, Channel.CALLER)}
    return Recording(name=path.name, sides=sides, chunk_s=chunk_s)


def open_pair(agent: Path, caller: Path, *, chunk_s: float) -> Recording:
    """Join two one-channel recordings, the shorter padded with silence. Raises AudioError."""
    sides = {Channel.AGENT: _mono(agent), Channel.CALLER: _mono(caller)}
    longest = max(len(pcm) for pcm in sides.values())
    padded = {channel: pcm + bytes(longest - len(pcm)) for channel, pcm in sides.items()}
    return Recording(name=f"{agent.name} + {caller.name}", sides=padded, chunk_s=chunk_s)


def channel_count(path: Path) -> int:
    """How many channels a recording has. Raises AudioError."""
    with _opened(path) as file:
        return int(file.channels)


def _mono(path: Path) -> bytes:
    samples, rate = _decode(path)
    if samples.shape[1] != 1:
        raise AudioError(
            "{path} has {count} channels.", "Give a recording with one channel here.", path=path, count=samples.shape[1]
        )
    return _pcm(samples[:, 0], rate)


def _decode(path: Path) -> tuple[Samples, int]:
    with _opened(path) as file:
        try:
            samples = file.read(dtype="float32", always_2d=True)
        except (soundfile.LibsndfileError, RuntimeError) as error:
            raise AudioError(
                "{path} is damaged and cannot be read to its end.", "Copy or export it again.", path=path
            ) from error
        if len(samples) < file.frames or _CUT_SHORT in file.extra_info:
            raise AudioError(
                "{path} ends before its length.", "It is cut off or damaged: copy or export it again.", path=path
            )
        if len(samples) == 0:
            raise AudioError("{path} holds no audio.", _WHAT_TO_GIVE, path=path)
        return samples, int(file.samplerate)


def _opened(path: Path) -> soundfile.SoundFile:
    if not path.is_file():
        raise AudioError("There is no file {path}.", "Check the name and the folder.", path=path)
    if path.stat().st_size == 0:
        raise AudioError("{path} is empty.", _WHAT_TO_GIVE, path=path)
    try:
        file = soundfile.SoundFile(str(path))
    except (soundfile.LibsndfileError, RuntimeError, TypeError) as error:
        raise AudioError("{path} is not a readable WAV or FLAC recording.", _WHAT_TO_GIVE, path=path) from error
    if file.format not in {"WAV", "WAVEX", "RF64", "FLAC"}:
        file.close()
        raise AudioError("{path} is a {format} file.", _WHAT_TO_GIVE, path=path, format=file.format)
    return file


def _pcm(samples: Samples, rate: int) -> bytes:
    """16 kHz signed 16-bit little-endian bytes of one channel; resampled as a whole, so that chunks cannot matter."""
    at_rate = samples if rate == SAMPLE_RATE_HZ else soxr.resample(samples, rate, SAMPLE_RATE_HZ, quality="HQ")
    scaled = np.clip(np.nan_to_num(at_rate, posinf=1.0, neginf=-1.0) * 32768.0, -32768, 32767)
    return bytes(np.rint(scaled).astype("<i2").tobytes())


def _one_speaker(agent: str | None, caller: str | None) -> Channel:
    if agent and caller:
        raise InputError("The recording has one channel.", "Name one speaker, --agent left or --caller left.")
    if "right" in (agent, caller):
        raise InputError("The recording has one channel.", "Its side is called left.")
    if agent:
        return Channel.AGENT
    return Channel.CALLER if caller else Channel.UNKNOWN


def _two_sides(agent: str | None, caller: str | None) -> tuple[str, str]:
    other = {"left": "right", "right": "left"}
    if agent and agent == caller:
        raise InputError("Agent and caller cannot be on the same side.", "Name one of them only.")
    agent_side = agent or (other[caller] if caller else "left")
    return agent_side, other[agent_side]
