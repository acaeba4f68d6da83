"""How well the scorer, the curve and the coach do on labelled dialogues (text only).

    python benchmarks/judge_dialogues.py tests/data/dialogues/dev [--verbose]

Prints, per kind of dialogue, what a reviewer would check: calm callers never leave calm, angry ones are seen, staged
prompts come in order, abuse reaches the boundary; how the curve lies to the labels; and the areas under the ROC curves
of heat and level against them.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.compose import load_judges, load_scorer, open_playbooks, read_vocabulary
from app.core.dialogue import Judged, Line
from app.core.events import AngerPoint, Channel, Phase, Prompt, Stage
from app.runtime.written import judge_dialogue
from benchmarks.curves import TurnLevel, summed, turn_levels

QUIET_STAGES = {Stage.OPEN, Stage.CLOSE}


def main() -> None:
    """Judge every dialogue of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer", default="calmline")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    labels: dict[str, list[tuple[float, int]]] = {"heat": [], "level": []}
    curves: list[tuple[str, Sequence[TurnLevel]]] = []
    passed: dict[str, list[bool]] = defaultdict(list)
    for path in sorted(options.folder.glob("*.json")):
        dialogue = json.loads(path.read_text(encoding="utf-8"))
        judged = _judge(dialogue, options.scorer)
        for name in labels:
            labels[name] += _labelled(dialogue, judged, name)
        curves.append((path.stem, turn_levels(dialogue["turns"], "anger", judged)))
        faults = _faults(dialogue["kind"], judged)
        passed[dialogue["kind"]].append(not faults)
        print(f"{'ok  ' if not faults else 'MISS'} {dialogue['kind']:14} {path.stem}: {'; '.join(faults)}")
        if options.verbose and faults:
            _print_turns(dialogue, judged)
    for kind, results in sorted(passed.items()):
        print(f"{kind}: {sum(results)} of {len(results)}")
    print(f"curve: {summed(curves)}")
    for name, found in labels.items():
        areas = ", ".join(f"anger >= {threshold}: {_area(found, threshold):.3f}" for threshold in (1, 2))
        print(f"area under the ROC curve of the {name}, {areas} over {len(found)} caller turns")


def _judge(dialogue: dict[str, Any], scorer: str) -> list[Judged]:
    lines = [Line(speaker=Channel(turn["speaker"]), text=turn["text"]) for turn in dialogue["turns"]]
    return judge_dialogue(lines, load_judges(load_scorer(scorer)), open_playbooks().load("general"), read_vocabulary())


def _labelled(dialogue: dict[str, Any], judged: Sequence[Judged], name: str) -> list[tuple[float, int]]:
    """Heat or level of each caller turn that has a label, and the label."""
    return [
        (getattr(line, name), turn["anger"])
        for turn, line in zip(dialogue["turns"], judged, strict=True)
        if turn["anger"] is not None and line.heat is not None
    ]


def _faults(kind: str, judged: Sequence[Judged]) -> list[str]:
    events = [event for line in judged for event in line.events]
    phases = {event.phase for event in events if isinstance(event, AngerPoint)}
    stages = [event.stage for event in events if isinstance(event, Prompt)]
    match kind:
        case "calm":
            return _calm_faults(phases, stages)
        case "annoyed":
            return ["hot"] if Phase.HOT in phases else []
        case "abusive":
            missing = [] if Phase.ABUSIVE in phases else ["never abusive"]
            return missing + ([] if Stage.BOUNDARY in stages else ["no boundary prompt"])
        case "rise_and_fall":
            return _staged_faults(phases, stages, events)
        case _:
            return [] if phases & {Phase.RISING, Phase.HOT} else ["never rising"]


def _calm_faults(phases: set[Phase], stages: Sequence[Stage]) -> list[str]:
    loud = [stage for stage in stages if stage not in QUIET_STAGES]
    return ([f"phases {sorted(phases)}"] if phases != {Phase.CALM} else []) + ([f"prompts {loud}"] if loud else [])


def _staged_faults(phases: set[Phase], stages: Sequence[Stage], events: Sequence[object]) -> list[str]:
    faults = [] if Phase.HOT in phases else ["never hot"]
    if not _in_order(stages, [{Stage.LISTEN}, {Stage.VALIDATE, Stage.ASK}, {Stage.RESOLVE}]):
        faults.append(f"stages {[str(stage) for stage in stages]}")
    last = [event for event in events if isinstance(event, AngerPoint)][-1]
    if last.phase not in {Phase.CALM, Phase.FALLING}:
        faults.append(f"ends {last.phase}")
    if Phase.ABUSIVE in phases:
        faults.append("abusive")
    return faults


def _in_order(stages: Sequence[Stage], wanted: Sequence[set[Stage]]) -> bool:
    remaining = iter(stages)
    return all(any(stage in step for stage in remaining) for step in wanted)


def _area(labels: Sequence[tuple[float, int]], threshold: int) -> float:
    positive = [heat for heat, anger in labels if anger >= threshold]
    negative = [heat for heat, anger in labels if anger < threshold]
    wins = sum((hot > cool) + 0.5 * (hot == cool) for hot in positive for cool in negative)
    return wins / (len(positive) * len(negative))


def _print_turns(dialogue: dict[str, Any], judged: Sequence[Judged]) -> None:
    for turn, line in zip(dialogue["turns"], judged, strict=True):
        points = [event for event in line.events if isinstance(event, AngerPoint) and event.heat is not None]
        state = f"{points[0].level:.2f} {points[0].trend:7} {points[0].phase:7} {points[0].words}" if points else ""
        heat = "    " if line.heat is None else f"{line.heat:.2f}"
        print(f"      {turn['speaker']:6} {turn['anger']!s:4} {heat} {state} | {turn['text'][:150]}")
        for event in line.events:
            if isinstance(event, Prompt):
                print(f"             >>> {event.stage} {event.rule}: {event.title} ({event.because})")


if __name__ == "__main__":
    main()
