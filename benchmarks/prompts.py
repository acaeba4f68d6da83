"""When prompts are on the screen of a live call: before the answer they are for, and how often they are taken back.

    python benchmarks/prompts.py CALL.wav [CALL.flac ...]

Each two-channel call is replayed at real pace; the times of its words are in CALL.words.json ([start_s, end_s, word]
per channel). Counted are the prompts that are for an answer: not those of opening and close.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

NOT_FOR_AN_ANSWER = {"open", "close"}
TAKEN_BACK_S = 3.0
Words = Sequence[tuple[float, float, str]]


@dataclass(frozen=True, slots=True)
class Showing:
    """One prompt: seconds from the caller's last word until it was shown, 0 while they speak; what became of it."""

    rule: str
    at_s: float
    after_s: float
    is_before_answer: bool
    is_taken_back: bool


def main() -> None:
    """Replay every call and print the figures of each and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calls", type=Path, nargs="+")
    everything: list[Showing] = []
    for call in parser.parse_args().calls:
        showings = showings_of(_replayed(call), json.loads(call.with_suffix(".words.json").read_text("utf-8")))
        everything += showings
        print(f"\n{call.stem}: {len(showings)} prompts")
        for one in showings:
            when = "before" if one.is_before_answer else "after the first word of"
            taken_back = ", taken back" if one.is_taken_back else ""
            print(f"  {one.at_s:6.1f} {one.rule}: {one.after_s:.2f} s after the caller, {when} the answer{taken_back}")
    if everything:
        late, before = np.array([one.after_s for one in everything]), [one.is_before_answer for one in everything]
        print(
            f"\nall {len(late)} prompts: {np.mean(before):.0%} before the answer, "
            f"{np.mean(late <= 2):.0%} within 2 s, latest {late.max():.1f} s, "
            f"{sum(one.is_taken_back for one in everything)} taken back within {TAKEN_BACK_S:.0f} s"
        )


def _replayed(call: Path) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        events = Path(folder) / "events.jsonl"
        command = [sys.executable, "-m", "app", "replay", str(call), "--pace", "realtime", "--headless", "--no-store"]
        subprocess.run([*command, "--events", str(events)], check=True, stdout=subprocess.DEVNULL)
        return [json.loads(line) for line in events.read_text("utf-8").splitlines()]


def showings_of(events: Sequence[dict[str, Any]], words: dict[str, Words]) -> list[Showing]:
    """The prompts among event lines, measured by the times of the words of both channels."""
    shown = [one for one in events if one["type"] == "Prompt" and one["stage"] not in NOT_FOR_AN_ANSWER]
    gone = [one for one in events if one["type"] == "PromptWithdrawn"]
    return [_showing(prompt, gone, words) for prompt in shown]


def _showing(prompt: dict[str, Any], gone: Sequence[dict[str, Any]], words: dict[str, Words]) -> Showing:
    at_s = prompt["wall_s"]
    last_s = max((end for _, end, _ in words["caller"] if end <= at_s), default=0.0)
    speaks = any(start <= at_s <= end or (start > at_s and start - last_s < 1) for start, end, _ in words["caller"])
    answer_s = min((start for start, _, _ in words["agent"] if start >= last_s), default=np.inf)
    return Showing(
        rule=prompt["rule"],
        at_s=at_s,
        after_s=0.0 if speaks else at_s - last_s,
        is_before_answer=bool(speaks or at_s <= answer_s),
        is_taken_back=any(
            one["rule"] == prompt["rule"]
            and one["why"] == "not confirmed"
            and 0 <= one["wall_s"] - at_s <= TAKEN_BACK_S
            for one in gone
        ),
    )


if __name__ == "__main__":
    main()
