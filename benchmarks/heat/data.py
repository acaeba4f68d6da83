"""What the scorer is trained on: GoEmotions, and utterances as callers say them."""

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ANGER = ("anger", "annoyance", "disgust")
LETDOWN = (*ANGER, "disappointment", "disapproval")
WARMTH = (
    "gratitude", "joy", "love", "admiration", "approval", "caring", "relief", "optimism", "excitement", "amusement",
)  # fmt: skip
GROUPS = {"anger": ANGER, "letdown": LETDOWN, "warmth": WARMTH}

TRAINING = Path(__file__).parents[1] / "training"
CALLS = "calls/*.json"
SHORT = 20
"""Words up to which an utterance is put together with others."""


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments of GoEmotions; `labels` is (comments, 28), true where a reader named the emotion."""

    texts: list[str]
    labels: npt.NDArray[np.bool_]
    names: list[str]

    def any_of(self, emotions: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Whether a reader named any of these emotions."""
        return np.asarray(self.labels[:, [self.names.index(name) for name in emotions]].any(axis=1))


@dataclass(frozen=True, slots=True)
class Utterances:
    """Utterances of callers: the heat (0 calm to 3 furious) and the theme of each."""

    texts: list[str]
    heats: npt.NDArray[np.int64]
    themes: npt.NDArray[np.str_]


def read_comments(folder: Path, part: str) -> Comments:
    """One part (train, dev or test) of GoEmotions from its tab-separated files."""
    names = (folder / "labels.txt").read_text(encoding="utf-8").split()
    rows = [
        line.split("\t") for line in (folder / f"{part}.tsv").read_text(encoding="utf-8").splitlines() if "\t" in line
    ]
    labels = np.zeros((len(rows), len(names)), bool)
    for row, (_, numbers, *_rest) in enumerate(rows):
        labels[row, [int(number) for number in numbers.split(",")]] = True
    return Comments(texts=[text for text, *_ in rows], labels=labels, names=names)


def read_utterances(*, joined: bool) -> Utterances:
    """All utterances; with `joined`, also two or three short ones of a theme in one, as hot as the hottest of them.

    Callers say several sentences in a turn, many of the utterances written for training are one.
    """
    files = [*sorted(TRAINING.glob("*.json")), *sorted(TRAINING.glob(CALLS))]
    entries = [entry for file in files for entry in json.loads(file.read_text("utf-8"))]
    if joined:
        entries += _joined([entry for entry in entries if len(entry["text"].split()) <= SHORT])
    return Utterances(
        texts=[entry["text"] for entry in entries],
        heats=np.array([entry["heat"] for entry in entries]),
        themes=np.array([entry["theme"] for entry in entries]),
    )


def _joined(entries: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    picks = random.Random(1)
    by_theme: dict[object, list[dict[str, object]]] = defaultdict(list)
    for entry in entries:
        by_theme[entry["theme"]].append(entry)
    made = []
    for entry in entries:
        near = [
            other for other in by_theme[entry["theme"]] if abs(int(str(other["heat"])) - int(str(entry["heat"]))) <= 1
        ]
        parts = [entry, *picks.sample(near, min(len(near), picks.choice((1, 2))))]
        picks.shuffle(parts)
        made.append(
            {
                "text": " ".join(str(part["text"]) for part in parts),
                "heat": max(int(str(part["heat"])) for part in parts),
                "theme": entry["theme"],
            }
        )
    return made
