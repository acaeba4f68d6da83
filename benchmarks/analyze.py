"""How fast `calmline analyze` goes through a folder, how much a second worker helps, and how right the words are.

    python -m benchmarks.analyze CALL.wav [CALL.flac ...] [--copies 4] [--runs 3] [--model tiny.en]

Each run is the command itself, from its start to its end, on a folder with so many copies of each call and an empty
store; the medians are printed. Word error is pooled over the calls beside which CALL.json has the words said, for the
documents in the store and for the same model's whole-file pass (benchmarks/live.py says how that is made).
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import jiwer
import soundfile
from faster_whisper import WhisperModel

from app.adapters.models import find_model
from app.compose import open_store
from app.paths import HOME_VARIABLE, KEYS_VARIABLE
from app.settings import Settings
from benchmarks.live import SIDES, normalise, said_in, whole_file

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measure one worker and two, then the words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calls", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--model", default="tiny.en")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        base = Path(folder)
        os.environ |= {HOME_VARIABLE: str(base / "home"), KEYS_VARIABLE: str(base / "keys")}
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        sound_s = fill(base / "calls", options.calls, options.copies)
        took: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(options.runs):
            for workers, seconds in took.items():
                seconds.append(analyze(base / "calls", workers, options.model))
                print(f"{workers} worker(s): {sound_s / seconds[-1]:.1f} times real time", flush=True)
        one, two = (median(took[workers]) for workers in (1, 2))
        print(f"medians with 1 and 2 workers: {sound_s / one:.1f} and {sound_s / two:.1f} times real time")
        print(f"2 workers are {one / two:.2f} times as fast as 1")
        print_word_error(options.calls, options.model)


def fill(folder: Path, calls: Sequence[Path], copies: int) -> float:
    """Put copies of the calls into a folder; seconds of sound there."""
    folder.mkdir()
    for call in calls:
        for number in range(copies):
            (folder / f"{call.stem}-{number}{call.suffix}").symlink_to(call.resolve())
    return copies * sum(float(soundfile.info(str(call)).duration) for call in calls)


def analyze(folder: Path, workers: int, model: str) -> float:
    """Seconds that the command takes; what an earlier run stored is done anew."""
    command = [sys.executable, "-m", "app", "analyze", str(folder), "--workers", str(workers), "--model", model]
    began = time.perf_counter()
    subprocess.run([*command, "--quiet"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def print_word_error(calls: Sequence[Path], model: str) -> None:
    """Pooled word error of the stored calls and of the whole-file pass."""
    known = [call for call in calls if call.with_suffix(".json").is_file()]
    whisper = WhisperModel(str(find_model(model, Settings().model_folder)), compute_type="int8", cpu_threads=1)
    said = [text for call in known for text in said_in(call, {})[0]]
    stored = [normalise(text) for call in known for text in stored_texts(call)]
    whole = [normalise(whole_file(call, side, whisper)) for call in known for side in range(len(SIDES))]
    analysed_wer, whole_wer = (100 * jiwer.process_words(said, texts).wer for texts in (stored, whole))
    print(f"word error: analysed {analysed_wer:.2f} %, whole file {whole_wer:.2f} %")


def stored_texts(call: Path) -> list[str]:
    """The words of each side of the first copy of a call."""
    store = open_store(Settings())
    try:
        turns = store.load(f"{call.stem}-0").turns
    finally:
        store.close()
    return [" ".join(turn.text for turn in turns if turn.channel.value == side) for side in SIDES]


if __name__ == "__main__":
    main()
