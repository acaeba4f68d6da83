"""How well danger and loss are heard: lines that bring a safety card, and ordinary lines that do.

    python benchmarks/danger.py [--verbose]

On the lines of tests/data/coach, with the shipped playbook; and how many turns of callers in the test dialogues bring
a card, of which some do tell of danger. With --verbose what is wrong in safety.json is printed, and those turns of
dialogues that may be looked at: the other files only measure.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.compose import load_judges, open_playbooks, read_vocabulary
from app.core.dialogue import Line
from app.core.events import Channel, Prompt, Stage
from app.core.playbook import Playbook
from app.runtime.perform import Judges
from app.runtime.written import judge_dialogue

DATA = Path(__file__).parents[1] / "tests" / "data"
MENDED_BY, ONLY_MEASURED = (
    "safety.json",
    ("safety_unseen.json", "safety_third.json", "safety_fourth.json", "safety_fifth.json", "safety_sixth.json"),
)
UNREAD = {"heldout", "unseen", "fresh"}
DIALOGUES = ("dev", "plain", "hard", "heldout", "unseen", "fresh")


def main() -> None:
    """Print a line for each file and each set of dialogues."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    judges, playbook = load_judges(), open_playbooks().load("general")
    for name in (MENDED_BY, *ONLY_MEASURED):
        print_lines(name, judges, playbook, verbose=verbose and name == MENDED_BY)
    for name in DIALOGUES:
        turns = list(turns_of(DATA / "dialogues" / name))
        alarmed = [text for text in turns if Stage.SAFETY in stages(text, judges, playbook)]
        print(f"{name}: {len(alarmed)} of {len(turns)} turns of callers bring a card")
        for text in alarmed if verbose and name not in UNREAD else ():
            print(f"    {text}")


def print_lines(name: str, judges: Judges, playbook: Playbook, *, verbose: bool) -> None:
    """How many lines of danger are heard, and how many others are taken for it."""
    lines: list[dict[str, Any]] = json.loads((DATA / "coach" / name).read_text("utf-8"))
    shown = [stages(line["text"], judges, playbook) for line in lines]
    heard = [Stage.SAFETY in one for one in shown]
    told = sum(line["safety"] for line in lines)
    right = sum(is_heard and line["safety"] for is_heard, line in zip(heard, lines, strict=True))
    boundaries = sum(Stage.BOUNDARY in one for one in shown)
    ordinary = len(lines) - told
    print(f"{name}: {right} of {told} heard, {sum(heard) - right} of {ordinary} others too, {boundaries} boundaries")
    for is_heard, line in zip(heard, lines, strict=True) if verbose else ():
        if is_heard is not line["safety"]:
            print(f"    {'alarm ' if is_heard else 'missed'} {line['text']}")


def stages(text: str, judges: Judges, playbook: Playbook) -> set[Stage]:
    """Stages of the prompts that a single line brings."""
    said = [Line(speaker=Channel.CALLER, text=text)]
    [judged] = judge_dialogue(said, judges, playbook, read_vocabulary())
    return {event.stage for event in judged.events if isinstance(event, Prompt)}


def turns_of(folder: Path) -> Iterator[str]:
    """What callers say in the dialogues of a folder."""
    for file in sorted(folder.glob("*.json")):
        yield from (
            turn["text"] for turn in json.loads(file.read_text("utf-8"))["turns"] if turn["speaker"] == "caller"
        )


if __name__ == "__main__":
    main()
