"""How soon a live call's words are on screen, how right they are, and what that costs.

    python benchmarks/live.py CALL.wav [CALL.flac ...] [--model tiny.en] [--minutes N]

Each two-channel call is fed at real pace through the live runner, in a process of its own. Latency and word error are
computed from its event lines alone. A word's time comes from CALL.words.json ([start_s, end_s, word] per channel), the
words from CALL.json where it is there; without it the words of CALL.words.json stand in, which are no truth.
With --minutes a call is repeated until it is that long, and how late words were and the memory are printed along it.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import jiwer
import numpy as np
import soundfile
import soxr
from faster_whisper import WhisperModel
from whisper_normalizer.english import EnglishTextNormalizer

from app.adapters.models import find_model
from app.adapters.output_files import EventLines
from app.adapters.recording import Recording, open_stereo
from app.compose import CallNames, load_parts, prepare_call
from app.core.events import CallEnded, CallStarted, Event
from app.core.ports import AudioChunk, Wait
from app.settings import Settings

SIDES = ("agent", "caller")
Line = dict[str, Any]
normalise = EnglishTextNormalizer()


@dataclass(slots=True)
class Latency:
    """Seconds from a word's end until it is shown, stable and final; of finals, from the utterance's last word."""

    shown: list[float] = field(default_factory=list)
    stable: list[float] = field(default_factory=list)
    final: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)

    def add(self, other: "Latency") -> None:
        """Pool with another."""
        for name in ("shown", "stable", "final", "settled"):
            getattr(self, name).extend(getattr(other, name))

    def row(self) -> str:
        """Median and 95th percentile of each."""
        names = {"first shown": self.shown, "stable": self.stable, "final": self.final, "after last word": self.settled}
        return "  ".join(
            f"{name} {np.percentile(v, 50):.2f}/{np.percentile(v, 95):.2f}" for name, v in names.items() if v
        )


@dataclass(slots=True)
class Written:
    """The final words of one channel with when each was shown, stable and final (wall seconds)."""

    words: list[str] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    stable: list[float] = field(default_factory=list)
    final: list[float] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)  # index of each utterance's last word
    stable_words: int = 0
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """What a live run gave: its event lines, and what it cost."""

    lines: list[Line]
    cost: dict[str, float]

    def of(self, kind: str, side: str) -> list[Line]:
        """Lines of one type and channel."""
        return [line for line in self.lines if line["type"] == kind and line["channel"] == side]

    def text(self, side: str) -> str:
        """All final words of a channel."""
        return " ".join(line["text"] for line in self.of("TextFinal", side))


class Repeated:
    """A recording played over and over until `seconds` are full."""

    def __init__(self, recording: Recording, seconds: float) -> None:
        self.name, self.channels = recording.name, recording.channels
        self._recording, self._seconds = recording, seconds

    def chunks(self, _wait: Wait | None = None) -> Iterator[AudioChunk]:
        """Chunks of the recording, from the start again at its end."""
        for _ in range(max(1, round(self._seconds / self._recording.duration_s))):
            yield from self._recording.chunks()


def main() -> None:
    """Measure every call, then pool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calls", nargs="+", type=Path)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--events", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.events:
        print(json.dumps(run_live(options.calls[0], options.events, options.model, options.minutes)))
        return
    pooled, errors = Latency(), {"live": ([], []), "whole": ([], [])}  # type: ignore[var-annotated] # word lists
    stable = corrected = 0
    whisper = WhisperModel(str(find_model(options.model, Settings().model_folder)), compute_type="int8", cpu_threads=1)
    for call in options.calls:
        heard = listen(call, model=options.model, minutes=options.minutes)
        if options.minutes:
            print_hour(call, heard)
            continue
        counts = print_call(call, heard, pooled, errors, whisper)
        stable, corrected = stable + counts[0], corrected + counts[1]
    if not options.minutes:
        print(f"\nall calls: {pooled.row()}; stable words corrected {100 * corrected / max(1, stable):.1f} %")
        if errors["live"][0]:
            live, whole = (100 * jiwer.process_words(*errors[kind]).wer for kind in ("live", "whole"))
            print(f"word error where the words are known: live {live:.2f} %, whole file {whole:.2f} %")


def listen(call: Path, *, model: str, minutes: float = 0.0) -> Heard:
    """Run a call in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        events = Path(folder) / "events.jsonl"
        command = [sys.executable, __file__, str(call), "--events", str(events), "--model", model]
        done = subprocess.run([*command, "--minutes", str(minutes)], check=True, capture_output=True, text=True)
        lines = [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]
    return Heard(lines, json.loads(done.stdout))


def run_live(call: Path, events: Path, model: str, minutes: float) -> dict[str, float]:
    """Hear a call at real pace; processor seconds before and during it, and peak memory in MB."""
    settings = Settings(model=model)
    recording = open_stereo(call, agent="left", caller="right", chunk_s=settings.chunk_s)
    source = Repeated(recording, minutes * 60)
    lines = EventLines(events)
    marks: dict[type[Event], float] = {}

    def mark(event: Event) -> None:
        if isinstance(event, CallStarted | CallEnded):
            marks[type(event)] = time.process_time()
        if isinstance(event, CallEnded):
            marks[CallEnded] = time.process_time()

    memory = Memory()
    session = prepare_call(
        load_parts(settings), source, CallNames(), realtime=True, listeners=[lines.write, mark, memory.hear], keepers=[]
    )
    duration_s = session.run().call.duration_s
    lines.close()
    started, ended = marks[CallStarted], marks[CallEnded]
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "start_up_s": started,
        "per_second": (ended - started) / duration_s,
        "peak_mb": peak_mb,
        "duration_s": duration_s,
        **{f"mb_after_{minute}_min": mb for minute, mb in memory.by_minute.items()},
    }


class Memory:
    """Resident memory once in ten minutes of call."""

    def __init__(self) -> None:
        self.by_minute: dict[int, float] = {}

    def hear(self, event: Event) -> None:
        """Look at the memory when a call minute is full."""
        minute = round(getattr(event, "end_s", 0.0) // 600) * 10
        if minute and minute not in self.by_minute:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
            self.by_minute[minute] = pages * resource.getpagesize() / 1e6


def print_call(
    call: Path, heard: Heard, pooled: Latency, errors: dict[str, tuple[list[str], list[str]]], whisper: WhisperModel
) -> tuple[int, int]:
    """Print one call's figures, and add them to the pool; stable words, and those that the final corrected."""
    words = json.loads(call.with_name(f"{call.stem}.words.json").read_text(encoding="utf-8"))
    duration_s = heard.cost["duration_s"]
    print(f"\n{call.stem} ({duration_s:.0f} s)")
    stable = corrected = 0
    for side in SIDES:
        written = written_of(heard, side)
        latency = latency_of(written, words[side])
        pooled.add(latency)
        stable, corrected = stable + written.stable_words, corrected + written.corrected
        print(f"  {side:6} {latency.row()}")
    said, is_known = said_in(call, words)
    live = [normalise(heard.text(side)) for side in SIDES]
    whole = [normalise(whole_file(call, number, whisper)) for number in range(len(SIDES))]
    for kind, written_texts in (("live", live), ("whole", whole)):
        if is_known:
            errors[kind][0].extend(said)
            errors[kind][1].extend(written_texts)
    live_wer, whole_wer = (100 * jiwer.process_words(said, texts).wer for texts in (live, whole))
    to_whole = 100 * jiwer.process_words(whole, live).wer
    truth = "the words said" if is_known else "base (no truth)"
    print(f"  word error against {truth}: live {live_wer:.2f} %, whole file {whole_wer:.2f} %")
    print(f"  live against whole file {to_whole:.2f} %")
    print(f"  stable words {stable}, corrected by the final {100 * corrected / max(1, stable):.1f} %")
    print_cost(heard)
    return stable, corrected


def print_cost(heard: Heard) -> None:
    """Processor, memory and partials that nobody saw."""
    ended = heard.lines[-1]
    print(
        f"  {heard.cost['per_second']:.2f} processor seconds per call second "
        f"(start-up {heard.cost['start_up_s']:.1f} s), peak memory {heard.cost['peak_mb']:.0f} MB, "
        f"partials dropped {ended.get('dropped_partials', 0)}"
    )


def print_hour(call: Path, heard: Heard) -> None:
    """How late finals were in each sixth of a long run, and the memory along it."""
    print(f"\n{call.stem}, {heard.cost['duration_s'] / 60:.0f} minutes: seconds from the end of voice to its final")
    print_lateness(heard.lines, heard.cost["duration_s"])
    print("  memory", {name: round(mb) for name, mb in heard.cost.items() if name.startswith("mb_after")})
    print_cost(heard)


def print_lateness(lines: Iterable[Line], duration_s: float) -> None:
    """Median and 95th percentile of each sixth."""
    finals = [line for line in lines if line["type"] == "TextFinal"]
    step_s = duration_s / 6
    for part in range(6):
        late = [f["wall_s"] - f["end_s"] for f in finals if part * step_s <= f["end_s"] < (part + 1) * step_s]
        if late:
            print(f"  sixth {part + 1}: {np.percentile(late, 50):.2f}/{np.percentile(late, 95):.2f} of {len(late)}")


def written_of(heard: Heard, side: str) -> Written:
    """Follow each word of the finals back through the partials."""
    written = Written()
    partials: dict[int, list[Line]] = {}
    for line in heard.of("TextPartial", side):
        partials.setdefault(line["number"], []).append(line)
    for final in heard.of("TextFinal", side):
        words = bare(final["text"])
        shown, stable = [final["wall_s"]] * len(words), [final["wall_s"]] * len(words)
        for partial in partials.get(final["number"], []):
            note(words, bare(f"{partial['stable']} {partial['guess']}"), partial["wall_s"], shown)
            note(words, bare(partial["stable"]), partial["wall_s"], stable)
        last = bare(partials[final["number"]][-1]["stable"]) if final["number"] in partials else []
        written.stable_words += len(last)
        written.corrected += len(last) - sum(block.size for block in blocks(words, last))
        written.words += words
        written.shown += shown
        written.stable += stable
        written.final += [final["wall_s"]] * len(words)
        if words:
            written.ends.append(len(written.words) - 1)
    return written


def note(words: Sequence[str], seen: Sequence[str], wall_s: float, earliest: list[float]) -> None:
    """Remember the first time that each final word stood in its place."""
    for block in blocks(words, seen):
        for place in range(block.a, block.a + block.size):
            earliest[place] = min(earliest[place], wall_s)


def blocks(one: Sequence[str], other: Sequence[str]) -> Iterable[Any]:
    """Runs of words that both have in order."""
    return SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()


def latency_of(written: Written, timed: Sequence[Sequence[Any]]) -> Latency:
    """Compare with when each word was over."""
    spoken = [(word, end_s) for _, end_s, text in timed for word in bare(text)]
    latency = Latency()
    ends = set(written.ends)
    for block in blocks(written.words, [word for word, _ in spoken]):
        for step in range(block.size):
            place, over_s = block.a + step, spoken[block.b + step][1]
            latency.shown.append(written.shown[place] - over_s)
            latency.stable.append(written.stable[place] - over_s)
            latency.final.append(written.final[place] - over_s)
            if place in ends:
                latency.settled.append(written.final[place] - over_s)
    return latency


def bare(text: str) -> list[str]:
    """Words without what may change without anybody minding."""
    return [word for word in (raw.strip(".,!?;:\"'-").casefold() for raw in text.split()) if word]


def said_in(call: Path, words: dict[str, list[Any]]) -> tuple[list[str], bool]:
    """The words of each channel, and whether they are the truth."""
    script = call.with_suffix(".json")
    if not script.is_file():
        return [normalise(" ".join(word for _, _, word in words[side])) for side in SIDES], False
    turns = json.loads(script.read_text(encoding="utf-8"))["turns"]
    return [normalise(" ".join(turn["text"] for turn in turns if turn["speaker"] == side)) for side in SIDES], True


def whole_file(call: Path, number: int, whisper: WhisperModel) -> str:
    """The same model's pass over the whole channel: beam 5, VAD filter, no previous text."""
    samples, rate = soundfile.read(call, dtype="float32", always_2d=True)
    channel = soxr.resample(samples[:, number], rate, 16000)
    segments, _ = whisper.transcribe(
        channel, language="en", beam_size=5, vad_filter=True, condition_on_previous_text=False
    )
    return " ".join(segment.text for segment in segments)


if __name__ == "__main__":
    main()
