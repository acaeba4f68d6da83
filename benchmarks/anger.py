"""How well anger is judged: for VADER alone, for Calmline without its sentence model, and for Calmline.

    pip install -e .[training]
    python -m benchmarks.anger [--goemotions FOLDER] [--calls FOLDER] [--verbose]

Of GoEmotions the test comments (anger, annoyance or disgust against the rest; lower case, no punctuation): area under
the ROC curve and average precision. Of the judged sentences and calls in tests/data/heat: which are on the wrong side,
how often people call angry what has which heat. Of spoken calls in a folder (CALL.json with labelled turns beside its
recording; a recording without labels is a calm call): pairs of caller turns in the right order, caller turns from the
first angry one to the first hot phase, hot phases of calm callers; from the words of the reference and from what was
transcribed. And what a judgement costs.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from app.adapters.recording import open_stereo
from app.compose import (
    CallNames,
    calmline_scorer,
    load_judges,
    load_parts,
    load_scorer,
    load_transcriber,
    open_playbooks,
    prepare_call,
    read_vocabulary,
)
from app.core.dialogue import Line
from app.core.events import AngerPoint, Channel, Event, TextFinal
from app.core.ports import Scorer
from app.runtime.written import judge_dialogue
from app.settings import Settings
from benchmarks.curves import TurnLevel, summed, turn_levels
from benchmarks.heat.data import ANGER, read_comments

SCORERS: dict[str, Callable[[], Scorer]] = {
    "vader": lambda: load_scorer("vader"),
    "words only": lambda: calmline_scorer(sentences=False),
    "calmline": calmline_scorer,
}
JUDGED = Path(__file__).parents[1] / "tests" / "data" / "heat"
ANNOYED_FROM = 0.25
"""Heat from which people hear annoyance: 1/3 is what they name so."""


def main() -> None:
    """Print one table for each thing that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--goemotions", type=Path)
    parser.add_argument("--calls", type=Path)
    parser.add_argument("--cost-of", choices=SCORERS, help=argparse.SUPPRESS)
    parser.add_argument("--beside-engine", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if options.cost_of:
        print(json.dumps(_cost(options.cost_of, beside_engine=options.beside_engine)))
        return
    for name, make in SCORERS.items():
        scorer = make()
        print(f"\n{name}")
        if options.goemotions:
            _print_comments(scorer, options.goemotions)
        for file in ("sentences.json", "unseen.json"):
            _print_sentences(scorer, file, verbose=options.verbose and file != "unseen.json")
        _print_calibration(scorer)
        _print_written_calls(scorer, verbose=options.verbose)
        if options.calls:
            _print_spoken_calls(scorer, options.calls)
        for where, options_there in (("in a call", ["--beside-engine"]), ("alone", [])):
            command = [sys.executable, "-m", "benchmarks.anger", "--cost-of", name, *options_there]
            cost = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            print(f"  cost {where}: " + ", ".join(f"{what} {value}" for what, value in cost.items()))


def _print_comments(scorer: Scorer, folder: Path) -> None:
    comments = read_comments(folder, "test")
    truth = comments.any_of(ANGER)
    heats = [scorer.score(_bare(text)).value for text in comments.texts]
    area, precision = roc_auc_score(truth, heats), average_precision_score(truth, heats)
    print(f"  comments: area {area:.3f}, average precision {precision:.3f}")


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", text.lower()).split())


def _print_sentences(scorer: Scorer, file: str, *, verbose: bool) -> None:
    sentences = json.loads((JUDGED / file).read_text("utf-8"))
    wrong = [one for one in sentences if (scorer.score(one["text"]).value >= ANNOYED_FROM) is not one["angry"]]
    missed = sum(one["angry"] for one in wrong)
    sides = f"{missed} missed, {len(wrong) - missed} false alarms"
    print(f"  {file}: {len(sentences) - len(wrong)} of {len(sentences)} on the right side ({sides})")
    for one in wrong if verbose else ():
        side, heat = "missed" if one["angry"] else "alarm ", scorer.score(one["text"]).value
        print(f"    {side} {heat:.2f} {one['kind']}: {one['text']}")


def _print_calibration(scorer: Scorer) -> None:
    turns = [turn for call in _judged_calls() for turn in call["turns"] if turn["speaker"] == "caller"]
    heats = np.array([scorer.score(turn["text"]).value for turn in turns])
    labels = np.array([turn["label"] for turn in turns])
    areas = ", ".join(f">= {degree}: {roc_auc_score(labels >= degree, heats):.3f}" for degree in (1, 2, 3))
    print(f"  turns of written calls: area {areas}; heat, and share that people called angry:")
    edges = (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01)
    for low, high in pairwise(edges):
        rows = (heats >= low) & (heats < high)
        if rows.any():
            means = f"heat {heats[rows].mean():.2f}, angry {(labels[rows] >= 2).mean():.2f}"
            print(f"    {low:.1f} to {min(high, 1):.1f}: {rows.sum():4} turns, {means}")


def _judged_calls() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (JUDGED / "calls.jsonl").read_text("utf-8").splitlines()]


def _print_written_calls(scorer: Scorer, *, verbose: bool) -> None:
    results = [(call["id"], _written_levels(call["turns"], "label", scorer)) for call in _judged_calls()]
    print("  written calls: " + summed(results, verbose=verbose))


def _written_levels(turns: Sequence[dict[str, Any]], key: str, scorer: Scorer) -> list[TurnLevel]:
    lines = [
        Line(speaker=Channel(turn["speaker"]), text=turn["text"], start_s=turn.get("start_s"), end_s=turn.get("end_s"))
        for turn in turns
    ]
    judged = judge_dialogue(lines, load_judges(scorer), open_playbooks().load("general"), read_vocabulary())
    return turn_levels(turns, key, judged)


def _print_spoken_calls(scorer: Scorer, folder: Path) -> None:
    for recording in sorted([*folder.glob("*.wav"), *folder.glob("*.flac")]):
        reference = recording.with_suffix(".json")
        turns = json.loads(reference.read_text("utf-8"))["turns"] if reference.exists() else []
        if turns:
            print(f"  {recording.stem}, as said: " + summed([("", _written_levels(turns, "anger", scorer))]))
        print(f"  {recording.stem}, as heard: " + summed([("", _heard_levels(recording, turns, scorer))]))


def _heard_levels(recording: Path, turns: Sequence[dict[str, Any]], scorer: Scorer) -> list[TurnLevel]:
    """Levels after each caller turn of the reference, or after each final where there is none."""
    events: list[Event] = []
    settings = Settings()
    parts = replace(load_parts(settings), judges=load_judges(scorer))
    source = open_stereo(recording, agent="left", caller="right", chunk_s=settings.chunk_s)
    prepare_call(parts, source, CallNames(), realtime=False, listeners=[events.append], keepers=[]).run()
    points = [event for event in events if isinstance(event, AngerPoint)]
    ends = [event.end_s for event in events if isinstance(event, TextFinal) and event.channel is Channel.CALLER]
    spans = [(turn["start_s"], turn["end_s"] + 1.0, turn["anger"]) for turn in turns if turn["speaker"] == "caller"]
    spans = spans or [(end_s - 0.1, end_s + 0.1, None) for end_s in ends]
    return [_level_in(points, start_s, end_s, label) for start_s, end_s, label in spans]


def _level_in(points: Sequence[AngerPoint], start_s: float, end_s: float, label: int | None) -> TurnLevel:
    before = [point for point in points if point.at_s <= end_s and point.number is not None]
    within = tuple(point.phase for point in points if start_s <= point.at_s <= end_s)
    return TurnLevel(label, before[-1].level if before else 0.0, within or ((before[-1].phase,) if before else ()))


def _cost(name: str, *, beside_engine: bool) -> dict[str, float]:
    """Milliseconds for an utterance, and seconds and MB for loading the scorer, in this process.

    A call has the speech engine loaded, with a library that both use.
    """
    engine = load_transcriber(Settings()) if beside_engine else None
    texts = [turn["text"] for call in _judged_calls() for turn in call["turns"] if turn["speaker"] == "caller"]
    before_mb, began = _memory_mb(), time.perf_counter()
    scorer = SCORERS[name]()
    loaded_s = time.perf_counter() - began
    times = []
    for text in texts:
        began = time.perf_counter()
        scorer.score(text)
        times.append(1000 * (time.perf_counter() - began))
    return {
        "ms p50": round(float(np.percentile(times, 50)), 2),
        "ms p95": round(float(np.percentile(times, 95)), 2),
        "start-up s": round(loaded_s, 2),
        "MB more": round(_memory_mb() - before_mb),
    } | ({"beside MB": round(before_mb)} if engine else {})


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
