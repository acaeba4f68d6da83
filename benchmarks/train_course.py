"""Trains how the course of a call tells how angry its caller is, and writes it to assets/heat.

    pip install -e .[training]
    python -m benchmarks.train_course

Learns from the whole calls in benchmarks/training whose themes benchmarks/train_head.py set aside, so that their heats
are those of calls the sentence model has not learned from; run it after that. Every call counts as it was written, turn
by turn, once more sentence by sentence, and in pieces of sentences, as a live call is heard. Prints how well turns of
calls that were left out are ranked: by the heat alone, and by the course. Takes two minutes.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from app.adapters.heat.bearing import COURSE, BearingWeights, readings, terms
from app.adapters.heat.minilm import SentenceModel
from app.adapters.heat.scorer import NO_WORDS, WordLayers
from app.compose import (
    HEAT_FOLDER,
    calmline_scorer,
    read_lexicon,
    sentence_model,
)
from app.core.course import KEPT, shares
from app.core.phrases import words_of
from app.core.ports import Scorer
from app.core.wording import Wording
from app.paths import bundled
from benchmarks.heat.combining import DEGREES, ranked
from benchmarks.heat.data import CALLS, TRAINING, read_utterances
from benchmarks.heat.tuning import SCALE
from benchmarks.train_head import held_out

FOLDS = 10
HEADS_FREEDOM, FREEDOM = 0.02, 0.03
"""How far weights may go from 0 (C of scikit-learn), of the heads on states of length 6 and of all else."""

SHORTEST = 4
"""A sentence of fewer words stands with the next."""
PIECES = (2, 9)
"""Words of a piece, at least and at most."""

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
PartsOf = Callable[[str], list[str]]
SENTENCE_END = re.compile(r"(?<=[.!?]) +")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Utterances of all calls in their order, n of them, with the means (n, 384) of their states.

    `words` are counted as the scorer does, `spoken` as the curve does, which takes contractions apart. `call` counts
    from 0, and a call that is told again in parts keeps its `fold`. `heats` are those of the scorer by themselves.
    """

    labels: Labels
    call: Labels
    fold: Labels
    weights: Floats
    words: Labels
    spoken: Labels
    means: Floats
    heats: Floats


def main() -> None:
    """Train, judge and write."""
    said = read_calls()
    print(f"{len(said.labels)} utterances, {len(set(said.call))} tellings of calls")
    heads = heads_of(fit(SCALE * said.means, said, HEADS_FREEDOM))
    weights = course_of(said, left_out_readings(said), heads)
    arrays: dict[str, Floats] = {name: getattr(weights, name) for name in BearingWeights.__slots__}
    np.savez_compressed(bundled(*HEAT_FOLDER) / COURSE, allow_pickle=False, **arrays)


def read_calls() -> Said:
    """Every call that was set aside, turn by turn, then sentence by sentence, then in pieces."""
    utterances = read_utterances(joined=True)
    aside = set(utterances.themes[held_out(utterances.themes)].tolist())
    entries = [entry for file in sorted(TRAINING.glob(CALLS)) for entry in json.loads(file.read_text("utf-8"))]
    calls = [[*call] for theme, call in groupby(entries, key=lambda one: one["theme"]) if theme in aside]
    rows = [
        (text, entry["heat"], number, at % FOLDS, WEIGHTS[parts_of] / len(parts))
        for number, (at, call, parts_of) in enumerate(tellings(calls))
        for entry in call
        for parts in [parts_of(entry["text"])]
        for text in parts
    ]
    texts, labels, call, fold, weights = zip(*rows, strict=True)
    return Said(
        labels=np.array(labels),
        call=np.array(call),
        fold=np.array(fold),
        weights=np.array(weights, np.float32),
        words=np.array([len(Wording.of(text).said) for text in texts]),
        spoken=np.array([len(words_of(text)) for text in texts]),
        means=means_of(texts),
        heats=heats_of(calmline_scorer(in_calls=False), texts),
    )


def tellings(calls: Sequence[list[dict[str, str]]]) -> Iterator[tuple[int, list[dict[str, str]], PartsOf]]:
    """Number of each call, the call, and what its turns are told in."""
    for parts_of in WEIGHTS:
        for number, call in enumerate(calls):
            yield number, call, parts_of


def whole(text: str) -> list[str]:
    """A turn as it was written."""
    return [text]


def sentences(text: str) -> list[str]:
    """The sentences of a turn; one that is very short stands with the next."""
    found: list[str] = []
    for part in SENTENCE_END.split(text):
        if found and len(found[-1].split()) < SHORTEST:
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def pieces(text: str) -> list[str]:
    """A turn cut anywhere, as at the pauses of somebody who thinks aloud; the same each time."""
    random, words = Random(text), text.split()
    found: list[str] = []
    while words:
        count = random.randint(*PIECES)
        found.append(" ".join(words[:count]))
        words = words[count:]
    return found


WEIGHTS: Mapping[PartsOf, float] = {whole: 1.0, sentences: 1.0, pieces: 0.3}
"""How much a turn counts that is told so."""


def heats_of(scorer: Scorer, texts: Sequence[str]) -> Floats:
    """Heat of each text by itself."""
    return np.array([scorer.score(text).value for text in texts], np.float32)


def means_of(texts: Sequence[str]) -> Floats:
    """Mean of the states of each text, (texts, 384)."""
    model, words = sentence_model(), WordLayers(read_lexicon())
    if model is None:
        raise SystemExit("The sentence model is not installed.")
    return np.stack([mean_of(model, words, text) for text in texts])


def mean_of(model: SentenceModel, words: WordLayers, text: str) -> Floats:
    """As the scorer reads it."""
    _, kept = words.read(Wording.of(text))
    return model.read(kept.plain or NO_WORDS).mean


def fit(rows: Floats, said: Said, freedom: float, but: int | None = None) -> list[LogisticRegression]:
    """One regression for each degree, on all folds but one."""
    chosen = said.fold != but if but is not None else np.ones(len(said.labels), bool)
    return [
        LogisticRegression(C=freedom, max_iter=2000).fit(
            rows[chosen], said.labels[chosen] >= degree, sample_weight=said.weights[chosen]
        )
        for degree in DEGREES
    ]


def heads_of(fitted: Sequence[LogisticRegression]) -> tuple[Floats, Floats]:
    """Heads (384, degrees) on means of length 1, and their biases."""
    heads = np.stack([SCALE * one.coef_[0] for one in fitted], axis=1)
    return heads.astype(np.float32), np.array([one.intercept_[0] for one in fitted], np.float32)


def read_of(said: Said, heads: tuple[Floats, Floats]) -> Floats:
    """What is read in each utterance, (n, read)."""
    weights = BearingWeights(heads=heads[0], head_biases=heads[1], own=heads[0], later=heads[0])
    return np.stack([readings(weights, float(heat), mean) for heat, mean in zip(said.heats, said.means, strict=True)])


def left_out_readings(said: Said) -> Floats:
    """What is read in each utterance by heads that have not learned from its call."""
    read = np.zeros((len(said.heats), 1 + len(DEGREES)), np.float32)
    for fold in range(FOLDS):
        rows = said.fold == fold
        read[rows] = read_of(said, heads_of(fit(SCALE * said.means, said, HEADS_FREEDOM, but=fold)))[rows]
    return read


def course_of(said: Said, read: Floats, heads: tuple[Floats, Floats]) -> BearingWeights:
    """The weights of an utterance and of what was said before it; how well they rank calls left out is printed."""
    rows = np.stack([terms(one, int(words))[1:] for one, words in zip(read, said.words, strict=True)])
    rows = np.hstack([rows, remembered(said, read)])
    middle, scale = rows.mean(axis=0), rows.std(axis=0)
    even = (rows - middle) / scale
    odds = np.zeros((len(rows), len(DEGREES)))
    for fold in range(FOLDS):
        out = said.fold == fold
        odds[out] = np.stack([one.decision_function(even[out]) for one in fit(even, said, FREEDOM, but=fold)], axis=1)
    for at, degree in enumerate(DEGREES):
        truth = said.labels >= degree
        by_itself, in_call = ranked(read[:, 0].tolist(), truth), ranked(odds[:, at], truth)
        print(f">= {degree}: area by itself {by_itself:.3f}, in its call {in_call:.3f}")
    fitted = fit(even, said, FREEDOM)
    own = np.stack([one.coef_[0] / scale for one in fitted])
    biases = np.array([one.intercept_[0] for one in fitted]) - own @ middle
    width = read.shape[1]
    return BearingWeights(
        heads=heads[0],
        head_biases=heads[1],
        own=np.hstack([biases[:, None], own[:, : width + 2]]).astype(np.float32),
        later=own[:, width + 2 :].reshape(len(DEGREES), len(KEPT), width).transpose(1, 0, 2).astype(np.float32),
    )


def remembered(said: Said, read: Floats) -> Floats:
    """What each memory holds before an utterance, (n, memories * read), as app/core/course.py keeps it."""
    found, memories = np.zeros((len(read), len(KEPT), read.shape[1]), np.float32), np.zeros((len(KEPT), read.shape[1]))
    for row, one in enumerate(read):
        if row == 0 or said.call[row] != said.call[row - 1]:
            memories = np.zeros_like(memories)
        found[row] = memories
        memories = memories + np.array(shares(int(said.spoken[row])))[:, None] * (one - memories)
    return found.reshape(len(read), -1)


if __name__ == "__main__":
    main()
