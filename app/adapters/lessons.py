"""The lessons of the starter course: recordings with the time of every turn beside them."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from app.adapters.recording import Recording, open_stereo
from app.core.errors import AudioError
from app.core.events import Channel
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ

_BEFORE_S, _AFTER_S = 0.1, 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSound:
    """A lesson as a recorded call, the caller's turns by themselves, and both sides in one, to be listened to."""

    recording: Recording
    turns: tuple[bytes, ...]
    both: bytes


def open_lesson(path: Path, source: str, chunk_s: float) -> LessonSound:
    """Read a lesson. Raises AudioError."""
    recording = replace(open_stereo(path, agent="left", caller="right", chunk_s=chunk_s), name=source)
    caller = recording.sides[Channel.CALLER]
    agent, other = (np.frombuffer(pcm, "<i2").astype(np.int32) for pcm in recording.sides.values())
    return LessonSound(
        recording=recording,
        turns=tuple(caller[_byte(begin_s - _BEFORE_S) : _byte(end_s + _AFTER_S)] for begin_s, end_s in _turns(path)),
        both=np.clip(agent + other, -32768, 32767).astype("<i2").tobytes(),
    )


def _turns(path: Path) -> list[tuple[float, float]]:
    """When the caller speaks."""
    try:
        turns = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["turns"]
        return [(turn["start_s"], turn["end_s"]) for turn in turns if turn["speaker"] == Channel.CALLER]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AudioError("The lesson {name} is damaged.", "Reinstall Calmline.", name=path.stem) from error


def _byte(at_s: float) -> int:
    return round(max(0.0, at_s) * SAMPLE_RATE_HZ) * SAMPLE_BYTES
