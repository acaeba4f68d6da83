"""How well the agent's moves are read from their words: precision and recall of each move.

    python benchmarks/moves.py [--verbose]

On labelled sentences of agents in tests/data/coach: those that patterns were mended by, and those that only measure.
With --verbose the misread ones of the former are printed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.compose import load_reader
from app.core.events import Move

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "coach"
MENDED_BY, ONLY_MEASURED = "moves.json", ("moves_unseen.json", "moves_third.json", "moves_fourth.json")
NOT_OF_A_SENTENCE = {Move.INTERRUPTION, Move.PAUSE, Move.LISTENING, Move.ANSWER, Move.REFUSAL_WITH_OPTION}


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, the moves people hear in it and those that were read."""

    text: str
    labelled: frozenset[Move]
    read: frozenset[Move]


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for file in (MENDED_BY, *ONLY_MEASURED):
        readings = read_all(file)
        print(f"\n{file}: {len(readings)} sentences")
        print_table(readings, verbose=options.verbose and file == MENDED_BY)


def read_all(file: str) -> list[Reading]:
    """Every sentence of a file, read."""
    reader = load_reader()
    return [
        Reading(
            text=sentence["text"],
            labelled=frozenset(Move(move) for move in sentence["moves"]),
            read=reader.read(sentence["text"]),
        )
        for sentence in _sentences(file)
    ]


def _sentences(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / file).read_text("utf-8"))
    return found


def rates(readings: Sequence[Reading], move: Move) -> tuple[float, float]:
    """Precision and recall of a move; 1 where there is nothing to be right about."""
    labelled = sum(move in one.labelled for one in readings)
    read = sum(move in one.read for one in readings)
    both = sum(move in one.labelled & one.read for one in readings)
    return both / read if read else 1.0, both / labelled if labelled else 1.0


def print_table(readings: Sequence[Reading], *, verbose: bool) -> None:
    """One line a move; with `verbose` what was read wrongly below it."""
    labelled = Counter(move for one in readings for move in one.labelled)
    for move in (move for move in Move if move not in NOT_OF_A_SENTENCE):
        precision, recall = rates(readings, move)
        print(f"  {move:16} {labelled[move]:3} sentences, precision {precision:.2f}, recall {recall:.2f}")
        for one in readings if verbose else ():
            if (move in one.labelled) is not (move in one.read):
                print(f"      {'missed' if move in one.labelled else 'alarm '} {one.text}")


if __name__ == "__main__":
    main()
