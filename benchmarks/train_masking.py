"""Trains the second look of masking on what people wrote down, and writes it to assets/masking.

    pip install -e .[training]
    python -m benchmarks.train_masking tests/data/masking/*.json

The verdict of the rules is not learned from: they were mended by the same forms and are right there. Files in `APART`
are left out to measure by. Where a number begins to be hidden is set by looks that have learned nothing from its
writer: so that they hide no more than `ALARMS` of the numbers that are to stay. Takes half a minute.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from app.adapters.masking_weights import save_look
from app.compose import MASKING_WEIGHTS
from app.core.masking import Look
from app.core.masking.numbers import read
from app.core.masking.second_look import Heard, signs_of
from app.paths import bundled
from benchmarks.masking import CHANNELS, MARKED, Turns

APART = frozenset(
    {"twentyfirst", "twentysecond", "twentythird", "twentyfourth", "twentyfifth", "twentysixth", "twentyseventh"}
)
ALARMS = 0.001
PARTS = 5
SCALE, SEEN, LEAST_WEIGHT, DIGITS = 0.3, 2, 0.03, 2
"""Inverse strength of the penalty; a sign counts that so many numbers have; smaller weights are left out; rounding."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Number:
    """A number that somebody said in a file, all that is noted of it, and whether it is to be hidden."""

    file: int
    signs: tuple[str, ...]
    is_hidden: bool


def main() -> None:
    """Fit, print how well writers are met of whom nothing was learned, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    files = [file for file in parser.parse_args().files if file.stem not in APART]
    numbers = [number for place, file in enumerate(files) for number in numbers_of(file, place)]
    least = least_of(numbers)
    look = Look(fitted(numbers), least)
    save_look(bundled(*MASKING_WEIGHTS), look)
    print(f"{len(look.weights)} weights of {len(numbers)} numbers in {len(files)} files; hidden from {least} on")


def numbers_of(file: Path, place: int) -> Iterator[Number]:
    """The numbers of a file."""
    entries = json.loads(file.read_text("utf-8"))
    for entry in (*entries["forms"], *entries["ordinary"]):
        yield from _numbers(entry["turns"], place)


def _numbers(turns: Turns, place: int) -> Iterator[Number]:
    heard = Heard()
    for speaker, marked in turns:
        speech, inside = read(marked.replace("[[", "").replace("]]", "")), _marked(marked)
        for run in speech.runs:
            is_hidden = any(run.start < end and start < run.end for start, end in inside)
            yield Number(place, tuple(signs_of(speech, run, CHANNELS[speaker], heard)), is_hidden)
        heard = heard.after(speech, CHANNELS[speaker])


def _marked(text: str) -> list[tuple[int, int]]:
    """Where the marked stretches stand in the text without its marks."""
    found = enumerate(MARKED.finditer(text))
    return [(one.start() - 4 * number, one.end() - 4 * number - 4) for number, one in found]


def least_of(numbers: Sequence[Number]) -> float:
    """The log-odds from which on no more than `ALARMS` of what is to stay is hidden; prints what is then found."""
    odds = np.empty(len(numbers))
    for part in range(PARTS):
        there = np.array([number.file % PARTS == part for number in numbers])
        weights = fitted([number for number, is_there in zip(numbers, there, strict=True) if not is_there])
        odds[there] = [_odds(weights, number) for number, is_there in zip(numbers, there, strict=True) if is_there]
    hidden = np.array([number.is_hidden for number in numbers])
    least = round(float(np.quantile(odds[~hidden], 1 - ALARMS)), DIGITS)
    print(f"of writers unseen: {(odds[hidden] > least).mean():.3f} found, {(odds[~hidden] > least).mean():.4f} alarms")
    return least


def _odds(weights: dict[str, float], number: Number) -> float:
    return weights[""] + sum(weights.get(sign, 0.0) for sign in set(number.signs))


def fitted(numbers: Sequence[Number]) -> dict[str, float]:
    """Weights by sign, the bias under ""."""
    counts = CountVectorizer(analyzer=lambda number: number.signs, binary=True, min_df=SEEN)
    signs = counts.fit_transform(numbers)
    model = LogisticRegression(C=SCALE, solver="liblinear", tol=1e-3)
    model.fit(signs, [number.is_hidden for number in numbers])
    weights: Floats = model.coef_[0]
    named = zip(counts.get_feature_names_out(), weights, strict=True)
    kept = {name: round(float(weight), DIGITS) for name, weight in named if abs(weight) >= LEAST_WEIGHT}
    return {"": round(float(model.intercept_[0]), DIGITS), **kept}


if __name__ == "__main__":
    main()
