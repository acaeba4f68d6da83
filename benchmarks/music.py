"""How soon music is noticed, and that speech never is: one line for every sound.

    python -m benchmarks.music [--music FOLDER ...] [--speech FOLDER ...] [--calls CALL ...] [--seconds 120]

From the root of a checkout. Without options it hears what the tests make, and the speech that comes with Calmline. A
folder holds WAV, FLAC or OGG files: of music each is heard by itself, of speech all are heard in a row. The recordings
and the voices of folders are also heard beside every noise, at 15 and 5 dB.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from app.adapters.music import TonalMusicDetector
from app.adapters.silero import SileroDetector
from app.core.ports import FRAME_BYTES, FRAME_S
from tests.adapters.noises import MUSIC, NOISE, RATE_HZ, TONES, beside, line_pcm

Samples = NDArray[np.float64]

SPEECH = (Path("assets/demo/call.flac"), Path("tests/data/audio/excerpt.flac"))
SUFFIXES = {".wav", ".flac", ".ogg"}
SEED, SNR_DB, PAUSE_S = 40, (15, 5), 0.3


@dataclass(slots=True)
class Cost:
    """Processor seconds of the music detector alone."""

    seconds: float = 0.0
    frames: int = 0


def main() -> None:
    """Hear everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--music", nargs="+", type=Path, default=[], help="folders of music")
    parser.add_argument("--speech", nargs="+", type=Path, default=[], help="folders of speech")
    parser.add_argument("--calls", nargs="+", type=Path, default=[], help="recorded calls, each channel by itself")
    parser.add_argument("--seconds", type=float, default=120.0, help="at most so much of each")
    options = parser.parse_args()
    cost = Cost()
    print(f"{'sound':52} {'seconds':>7} {'first':>6} {'share':>6} {'times':>5}")
    for name, samples in music(options.music, options.seconds):
        report(f"music: {name}", samples, cost)
    for name, make in {**TONES, **NOISE}.items():
        report(f"noise: {name}", make(options.seconds, SEED), cost)
    alarms = 0
    for name, samples in speech([*SPEECH, *options.calls], options.speech, options.seconds):
        alarms += report(f"speech: {name}", samples, cost)
        for noise, make in NOISE.items():
            for snr_db in SNR_DB:
                mixed = beside(samples, make(len(samples) / RATE_HZ + 1, SEED), snr_db)
                alarms += report(f"speech: {name} + {noise} {snr_db} dB", mixed, cost)
    print(f"speech taken for music: {alarms} times")
    print(f"{1000 * cost.seconds / cost.frames:.3f} ms of processor a frame")


def music(folders: list[Path], seconds: float) -> Iterator[tuple[str, Samples]]:
    """What the tests make, three of each, and the files of the folders."""
    for name, make in MUSIC.items():
        for seed in range(SEED, SEED + 3):
            yield f"{name} {seed}", make(seconds, seed)
    for path in files(folders):
        yield path.stem, read(path)[0][: round(seconds * RATE_HZ)]


def speech(calls: list[Path], folders: list[Path], seconds: float) -> Iterator[tuple[str, Samples]]:
    """Each channel of the calls, and the files of each folder in a row."""
    for path in calls:
        for side, samples in enumerate(read(path)):
            yield f"{path.stem}, channel {side + 1}", samples
    for folder in folders:
        row: list[Samples] = []
        for path in files([folder]):
            row += [read(path)[0], np.zeros(round(PAUSE_S * RATE_HZ))]
        yield folder.name, np.concatenate(row)[: round(seconds * RATE_HZ)]


def files(folders: list[Path]) -> list[Path]:
    """Recordings in and below the folders."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def read(path: Path) -> list[Samples]:
    """The channels of a recording at 8 kHz; of music in more than mono files the first."""
    samples, rate = soundfile.read(path, always_2d=True)
    return [soxr.resample(column, rate, RATE_HZ) for column in samples.T]


def report(name: str, samples: Samples, cost: Cost) -> int:
    """Print when music is said first, for what share of the time and how many times; return how many times."""
    said = heard(line_pcm(samples), cost)
    times = int(np.count_nonzero(np.diff(said.astype(int), prepend=0) == 1))
    first = f"{np.flatnonzero(said)[0] * FRAME_S:.1f}" if times else "-"
    print(f"{name:52.52} {len(said) * FRAME_S:7.0f} {first:>6} {100 * said.mean():5.0f}% {times:5}", flush=True)
    return times


def heard(pcm: bytes, cost: Cost) -> NDArray[np.bool_]:
    """What the detector says after each frame of 16 kHz audio."""
    voice, detector = SileroDetector(), TonalMusicDetector()
    frames = [pcm[start : start + FRAME_BYTES] for start in range(0, len(pcm) - FRAME_BYTES + 1, FRAME_BYTES)]
    probabilities = [voice.probability(frame) for frame in frames]
    began = time.process_time()
    said = [detector.hear(frame, speech) for frame, speech in zip(frames, probabilities, strict=True)]
    cost.seconds += time.process_time() - began
    cost.frames += len(frames)
    return np.array(said)


if __name__ == "__main__":
    main()
