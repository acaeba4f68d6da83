"""Trains what reads the agent's moves and the caller's danger from words, and writes it to assets/talk.

    pip install -e .[training]
    python -m benchmarks.train_talk

Learned from the sentences of agents and the lines of callers in benchmarks/training, and those in tests/data/coach
that patterns were mended by. Run it after train_head.py: it reads the states of the layers that were trained there.
For each move, for danger and for each kind of it a linear model (logistic regression) over the sentence model's mean
state, over pieces of words, and what the phrases say. Where it begins to say yes is set on the sentences of
tests/data/coach, each judged by what was trained without it, so that it is right as often as `PRECISION` says if it can
be: training sentences are chosen to be hard, and people are not. Kinds of danger are only compared with one another.
Takes five minutes on one processor.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

from app.adapters.heat.scorer import WordLayers
from app.adapters.talk.heads import ANY, DANGERS, MOVES, PIECES_SCALE, SHORT, TALK
from app.compose import TALK_FOLDER, read_lexicon, read_vocabulary, sentence_model
from app.core.danger import Danger
from app.core.events import Move
from app.core.ngrams import BUCKETS, pieces_of
from app.core.phrases import sentences
from app.core.wording import Wording, plain_words
from app.paths import bundled
from benchmarks.heat.data import read_utterances

TRAINING = Path(__file__).parent / "training" / "talk"
MENDED_BY = Path(__file__).parents[1] / "tests" / "data" / "coach"
PRECISION = {"moves": 0.86, "danger": 0.9}
ALARMS = 0.006
"""Share of ordinary utterances that may be taken for danger: about half of them do tell of some."""
FIRMNESS = 1.0
FOLDS = 5
WIDTH = 384

Floats = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of one question: of the mean state, of each bucket of pieces, of each move's phrases; and the bias."""

    state: Floats
    pieces: Floats
    phrases: Floats
    bias: float


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learned: texts (texts, evidence), and the answers to each question.

    The beginning of a yes is set on the `everyday` texts; of the `ordinary` ones next to none may bring one.
    """

    evidence: sparse.csr_matrix
    columns: Sequence[str]
    everyday: Truth
    ordinary: Truth
    answers: dict[str, Truth]


def main() -> None:
    """Train, judge and write."""
    arrays: dict[str, npt.NDArray[Any]] = {}
    for name, lesson in ((DANGERS, _of_callers()), (MOVES, _of_agents())):
        print(f"\n{name}: {len(lesson.everyday)} sentences")
        heads = {question: _trained(question, lesson, PRECISION[name]) for question in lesson.answers}
        arrays |= _packed(name, heads, lesson.columns)
    folder = bundled(*TALK_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / TALK, allow_pickle=False, **arrays)


def _lines(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def _read(hard: str, everyday: str) -> tuple[list[dict[str, Any]], Truth]:
    first, then = _lines(TRAINING / hard), _lines(MENDED_BY / everyday)
    return [*first, *then], np.arange(len(first) + len(then)) >= len(first)


def _of_agents() -> Lesson:
    lines, everyday = _read("agent_sentences.json", "moves.json")
    agent = read_vocabulary().agent
    found = [frozenset[Move]().union(*map(agent.read, sentences(line["text"]))) for line in lines]
    answers = {str(move): np.array([move in line["moves"] for line in lines]) for move in agent.phrases}
    return Lesson(
        evidence=_evidence([plain_words(line["text"]) for line in lines], [*agent.phrases], found),
        columns=[*agent.phrases],
        everyday=everyday,
        ordinary=np.zeros(len(lines), bool),
        answers={move: truth for move, truth in answers.items() if truth.any()},
    )


def _ordinary() -> list[str]:
    """Utterances of callers, and each of their sentences: a pause parts what is said as often as not."""
    whole = read_utterances(joined=False).texts
    return list(dict.fromkeys([*whole, *(sentence for text in whole for sentence in sentences(text))]))


def _of_callers() -> Lesson:
    lines, everyday = _read("danger_lines.json", "safety.json")
    ordinary = [{"text": text, "kind": "none"} for text in _ordinary()]
    lines, everyday = [*ordinary, *lines], np.concatenate([np.zeros(len(ordinary), bool), everyday])
    layers, columns = WordLayers(read_lexicon()), [category.name for category in read_lexicon().categories]
    read = [layers.read(Wording.of(line["text"])) for line in lines]
    found = [{one.name for one in evidence if one.is_phrase} for evidence, _ in read]
    kinds = {str(kind): np.array([line["kind"] == kind for line in lines]) for kind in Danger}
    return Lesson(
        evidence=_evidence([kept.plain for _, kept in read], columns, found),
        columns=columns,
        everyday=everyday,
        ordinary=np.arange(len(lines)) < len(ordinary),
        answers={ANY: np.any([*kinds.values()], axis=0), **kinds},
    )


def _evidence(
    said: Sequence[Sequence[str]], columns: Sequence[str], found: Sequence[Collection[str]]
) -> sparse.csr_matrix:
    model = sentence_model()
    if model is None:
        raise SystemExit("The sentence model is not installed.")
    states = np.array([SHORT * model.read(words or ["."]).mean for words in said])
    rows, buckets, values = [], [], []
    for row, words in enumerate(said):
        own = [bucket for bucket, _ in pieces_of(words)]
        rows += [row] * len(own)
        buckets += own
        values += [PIECES_SCALE / np.sqrt(max(len(own), 1))] * len(own)
    pieces = sparse.csr_matrix((values, (rows, buckets)), shape=(len(said), BUCKETS))
    phrases = [[float(kind in kinds) for kind in columns] for kinds in found]
    return sparse.hstack([sparse.csr_matrix(states), pieces, sparse.csr_matrix(phrases)]).tocsr()


def _trained(question: str, lesson: Lesson, precision: float) -> Head:
    evidence, everyday, truth = lesson.evidence, lesson.everyday, lesson.answers[question]

    def model() -> LogisticRegression:
        return LogisticRegression(C=FIRMNESS, max_iter=1000)

    folds = KFold(FOLDS, shuffle=True, random_state=0)
    unseen = cross_val_predict(model(), evidence, truth, cv=folds, method="decision_function")
    yes_from = _yes_from(unseen[everyday], truth[everyday], precision)
    if lesson.ordinary.any():
        yes_from = max(yes_from, float(np.quantile(unseen[lesson.ordinary], 1 - ALARMS)))
    for rows, which in ((everyday, "everyday"), (~everyday, "hard")):
        is_yes, count = unseen[rows] >= yes_from, truth[rows].sum()
        right, found = truth[rows][is_yes].mean() if is_yes.any() else 1.0, is_yes[truth[rows]].mean()
        print(f"  {question:16} {which:8} {count:4}: precision {right:.2f}, recall {found:.2f} from {yes_from:.2f}")
    fitted = model().fit(evidence, truth)
    weights, width = fitted.coef_[0], WIDTH
    return Head(
        state=weights[:width],
        pieces=weights[width : width + BUCKETS],
        phrases=weights[width + BUCKETS :],
        bias=float(fitted.intercept_[0]) - (0.0 if question in set(Danger) else yes_from),
    )


def _yes_from(odds: Floats, truth: Truth, precision: float) -> float:
    """The lowest odds from which the answer is right often enough; where it never is, those of the best balance."""
    order = np.argsort(-odds)
    right = np.cumsum(truth[order])
    rate, found = right / np.arange(1, len(order) + 1), right / truth.sum()
    enough = np.flatnonzero((rate >= precision) & (found >= 0.5))
    at = enough[-1] if len(enough) else int(np.argmax(2 * rate * found / np.maximum(rate + found, 1e-9)))
    return float(odds[order[at]])


def _packed(name: str, named: dict[str, Head], columns: Sequence[str]) -> dict[str, npt.NDArray[Any]]:
    heads = [*named.values()]
    pieces = np.stack([head.pieces for head in heads])
    scale = np.abs(pieces).max(axis=1, keepdims=True) / 127
    return {
        f"{name}/names": np.array([*named]),
        f"{name}/columns": np.array([*columns]),
        f"{name}/state": np.stack([head.state for head in heads]).astype(np.float32),
        f"{name}/pieces": np.round(pieces / scale).astype(np.int8),
        f"{name}/scale": scale.astype(np.float32),
        f"{name}/phrases": np.stack([head.phrases for head in heads]).astype(np.float32),
        f"{name}/bias": np.array([head.bias for head in heads], np.float32),
    }


if __name__ == "__main__":
    main()
