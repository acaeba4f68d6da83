"""Trains what reads the agent's moves and the caller's danger from words, and writes it to assets/talk.

    pip install -e .[training]
    python -m benchmarks.train_talk GOEMOTIONS_FOLDER [--keep FOLDER]

The last layers of the sentence model are trained anew, apart from those that read anger, on the sentences of agents and
the lines of callers in benchmarks/training/talk, and on the whole calls in benchmarks/training/calls. Utterances of
callers without danger and comments of GoEmotions (Demszky et al. 2020) show what danger is not; one in `HELD_OUT` of
all these and of the calls is not learned from.

Whether there is any danger is also asked of a logistic regression on the layers that read anger and on pieces of words:
the two err in different places.

Where each answer begins to be a yes is set by what is read, in 8 bits and without phrases, in the sentences of
tests/data/coach that patterns were mended by, from which nothing was learned by then: a move where precision and recall
are as far above `WANTED` as can be, danger so that it takes no more than `ALARMS` of the ordinary texts and of the
turns of whole calls that were held out. After that the second look learns from those lines too. Takes some 40 minutes
on one processor; with --keep the layers are held in a folder for the next run, as long as what they were learned from
is the same.

Moves and danger lie in files of their own, each with the layers that it is read by. With --keep-moves that for moves
stays as it is shipped. With --keep-layers the layers and heads for danger stay too, and only the second look and where
danger begins are fitted anew, in some 10 minutes: needed once the layers for anger have changed.
"""

import argparse
import hashlib
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from app.adapters.heat.minilm import SentenceModel
from app.adapters.talk.heads import DANGER, GLANCE, HEADS, LAYERS, MOVES, Glance, load_danger
from app.compose import SENTENCE_VOCABULARY, TALK_FOLDER, read_vocabulary, sentence_model
from app.core.danger import Danger
from app.core.ngrams import BUCKETS, pieces_of
from app.core.wording import plain_words
from app.paths import bundled
from benchmarks.heat.states import original_layers, sentence_model_file
from benchmarks.heat.tuning import SCALE, Course, tune
from benchmarks.heat.writing import packed_layers
from benchmarks.talk.lines import (
    APART,
    DANGER_QUESTIONS,
    MENDED_BY,
    TALK_LINES,
    Callers,
    Said,
    Truth,
    learned_moves,
    of_agents,
    of_callers,
    of_lines,
)

STEPS, COURSE = 1300, Course(comments=28, utterances=44, rate=3e-4)

WANTED = (0.85, 0.75)
"""Precision and recall of a move."""

ALARMS = 0.015
"""Share of ordinary texts, and of turns of whole calls without danger, that may be taken for danger."""

OFTEN = 20.0
GLANCE_SHARE, PIECES_SCALE, SCALE_WIDTH = 0.75, 8.0, 384
"""How much the second look counts beside the trained layers; length of the pieces' part and of the mean state's."""

PHRASE = 1.5
"""Log-odds that a phrase of a move is worth."""

Floats = npt.NDArray[np.float32]
Params = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Trained:
    """Heads, and the packed layers below them."""

    params: Params
    layers: dict[str, npt.NDArray[Any]]


def main() -> None:
    """Train, set where each yes begins, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("goemotions", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--keep-moves", action="store_true", help="leave what reads moves as it is")
    parser.add_argument("--keep-layers", action="store_true", help="fit only the second look, and where danger begins")
    options = parser.parse_args()
    callers = of_callers(options.goemotions)
    heads = shipped() if options.keep_layers else trained(callers.learned, options.keep)
    if not (options.keep_moves or options.keep_layers):
        write_moves(heads)
    model = SentenceModel(sentence_model_file(), bundled(*SENTENCE_VOCABULARY), heads.layers)
    glance = glanced(callers.learned)

    def read(texts: Sequence[str]) -> Floats:
        return np.asarray(odds_of(model, heads.params, "heats", texts)[:, 0] + glances(glance, texts), np.float32)

    danger_begins = danger_began(callers, read)
    lines = of_lines(MENDED_BY / "safety.json")
    learned = Said([*callers.learned.texts, *lines.texts], np.vstack([callers.learned.answers, lines.answers]))
    write_danger(heads, danger_begins, glanced(learned, often=len(lines.texts)))


def trained(callers: Said, folder: Path | None) -> Trained:
    """Layers and heads trained anew."""
    params = kept(folder, of_agents(TALK_LINES / "agent_sentences.json", learned_moves()), callers)
    return Trained(params, packed_layers({name: value for name, value in params.items() if "/" in name}))


def shipped() -> Trained:
    """Layers and heads for danger as they are shipped, for another second look: that reads the layers for anger."""
    danger = load_danger(bundled(*TALK_FOLDER))
    return Trained({"heats": danger.heads.state.T / SCALE, "heats_bias": danger.heads.bias}, danger.layers)


def danger_began(callers: Callers, read: Callable[[Sequence[str]], Floats]) -> float:
    """Where danger begins, by what was held out; prints how much of what is taken for danger from there on."""
    sets = {"held-out calls": callers.calls, "mended by": of_lines(MENDED_BY / "safety.json"), "apart": of_lines(APART)}
    odds = {name: read(said.texts) for name, said in sets.items()}
    calm = [read(callers.ordinary), odds["held-out calls"][~callers.calls.answers[:, 0]]]
    begins = max(float(np.quantile(one, 1 - ALARMS)) for one in calm)
    print(f"danger from {begins:.2f}; taken for it, of what tells of it and of the rest:")
    for name, said in sets.items():
        found, told = odds[name] > begins, said.answers[:, 0]
        print(f"  {name}: {found[told].sum()} of {told.sum()}, {found[~told].sum()} of {(~told).sum()}")
    return begins


def kept(folder: Path | None, agents: Said, callers: Said) -> Params:
    """The trained layers and heads, from the folder where an earlier run has left them if it had the same to learn."""
    digest = hashlib.sha256(pickle.dumps((STEPS, COURSE, agents, callers))).hexdigest()[:12]
    file = folder and folder / f"talk-{digest}.pickle"
    if file and file.exists():
        earlier: Params = pickle.loads(file.read_bytes())  # noqa: S301 - this program wrote it
        return earlier
    epochs = STEPS * COURSE.comments / len(agents.texts)
    params = tune(original_layers(), agents.lesson(), callers.lesson(), epochs=epochs, course=COURSE)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(params))
    return params


def glanced(callers: Said, often: int = 0) -> Glance:
    """The second look: logistic regression on the mean states of the layers for anger, and on pieces of words.

    The last `often` texts count `OFTEN` times.
    """
    texts = [*dict.fromkeys(callers.texts)]
    truth = dict(zip(callers.texts, callers.answers[:, 0].tolist(), strict=True))
    words = [plain_words(text) for text in texts]
    evidence = sparse.hstack([sparse.csr_matrix(SCALE * anger_means(words)), pieces_in(words)]).tocsr()
    counts = np.where(np.arange(len(texts)) < len(texts) - often, 1.0, OFTEN)
    fitted = LogisticRegression(C=1.0, max_iter=300).fit(evidence, [truth[text] for text in texts], counts)
    weights = GLANCE_SHARE * fitted.coef_[0]
    pieces = PIECES_SCALE * weights[SCALE_WIDTH:]
    scale = np.abs(pieces).max() / 127
    return Glance(
        state=(SCALE * weights[:SCALE_WIDTH]).astype(np.float32),
        pieces=np.round(pieces / scale).astype(np.int8),
        scale=np.array(scale, np.float32),
    )


def glances(glance: Glance, texts: Sequence[str]) -> Floats:
    """What the second look adds for each text."""
    words = [plain_words(text) for text in texts]
    means = anger_means(words)
    return np.array([glance.odds(mean, said) for mean, said in zip(means, words, strict=True)], np.float32)


def anger_means(words: Sequence[Sequence[str]]) -> Floats:
    """Mean states (texts, 384) of the layers for anger."""
    model = sentence_model()
    if model is None:
        raise SystemExit("The sentence model is not installed.")
    return np.array([model.read(said or ["."]).mean for said in words])


def pieces_in(words: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """Which pieces of words are in texts (texts, buckets)."""
    rows, buckets, values = [], [], []
    for row, said in enumerate(words):
        own = [bucket for bucket, _ in pieces_of(said)]
        rows += [row] * len(own)
        buckets += own
        values += [PIECES_SCALE / np.sqrt(max(len(own), 1))] * len(own)
    return sparse.csr_matrix((values, (rows, buckets)), shape=(len(words), BUCKETS))


def odds_of(model: SentenceModel, params: Params, head: str, texts: Sequence[str]) -> Floats:
    """Log-odds (texts, questions) that the product reads in texts, before it is set where a yes begins."""
    means = np.array([model.read(plain_words(text) or ["."]).mean for text in texts])
    return np.asarray(SCALE * means @ params[head] + params[f"{head}_bias"], np.float32)


def began(question: str, odds: Floats, truth: Truth) -> float:
    """Where a yes begins: where the worse of precision and recall, as shares of what is wanted, is best."""
    order = np.argsort(-odds)
    right = np.cumsum(truth[order])
    rate, found = right / np.arange(1, len(order) + 1), right / truth.sum()
    precision, recall = WANTED
    at = int(np.argmax(np.minimum(rate / precision, found / recall)))
    print(
        f"  {question:16} {truth.sum():4}: precision {rate[at]:.2f}, recall {found[at]:.2f} from {odds[order[at]]:.2f}"
    )
    below = odds[order[at + 1]] if at + 1 < len(order) else odds[order[at]] - 1
    return float(odds[order[at]] + below) / 2


def write_moves(heads: Trained) -> None:
    """Write what reads moves: each begins where the sentences say that patterns were mended by."""
    moves = learned_moves()
    model = SentenceModel(sentence_model_file(), bundled(*SENTENCE_VOCABULARY), heads.layers)
    everyday = of_agents(MENDED_BY / "moves.json", moves)
    odds = odds_of(model, heads.params, "comments", everyday.texts)
    begins = np.array([began(move, odds[:, at], everyday.answers[:, at]) for at, move in enumerate(moves)])
    columns = [str(move) for move in read_vocabulary().agent.phrases]
    phrases = PHRASE * np.array([[move == column for column in columns] for move in moves])
    _write(MOVES, heads, _head(moves, heads.params, "comments", begins, columns, phrases))


def write_danger(heads: Trained, begins: float, glance: Glance) -> None:
    """Write what reads danger; a kind of it is only compared with the others, and so has its own odds."""
    own = np.array([begins, *[0.0] * len(Danger)])
    head = _head(DANGER_QUESTIONS, heads.params, "heats", own, [], np.zeros((len(DANGER_QUESTIONS), 0)))
    _write(DANGER, heads, head | {f"{GLANCE}{field.name}": getattr(glance, field.name) for field in fields(glance)})


def _write(name: str, heads: Trained, arrays: dict[str, npt.NDArray[Any]]) -> None:
    folder = bundled(*TALK_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    layers = {f"{LAYERS}{part}": array for part, array in heads.layers.items()}
    np.savez_compressed(folder / name, allow_pickle=False, **layers, **arrays)


def _head(
    questions: Sequence[str],
    params: Params,
    head: str,
    begins: npt.NDArray[Any],
    columns: Sequence[str],
    phrases: npt.NDArray[Any],
) -> dict[str, npt.NDArray[Any]]:
    return {
        f"{HEADS}names": np.array([*questions]),
        f"{HEADS}state": (SCALE * params[head].T).astype(np.float32),
        f"{HEADS}bias": (params[f"{head}_bias"] - begins).astype(np.float32),
        f"{HEADS}columns": np.array(columns, np.str_),
        f"{HEADS}phrases": phrases.astype(np.float32),
    }


if __name__ == "__main__":
    main()
