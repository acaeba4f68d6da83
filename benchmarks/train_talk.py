"""Trains what reads the agent's moves and the caller's danger from words, and writes it to assets/talk.

    pip install -e .[training]
    python -m benchmarks.train_talk GOEMOTIONS_FOLDER [--keep FOLDER]

The last layers of the sentence model are trained anew, apart from those that read anger, on the sentences of agents and
the lines of callers in benchmarks/training/talk. Utterances of callers without danger and comments of GoEmotions
(Demszky et al. 2020) show what danger is not; one in `HELD_OUT` of them is not learned from.

Whether there is any danger is also asked of a logistic regression on the layers that read anger and on pieces of words:
the two err in different places.

Where each answer begins to be a yes is set by what is read, in 8 bits and without phrases, in the sentences of
tests/data/coach that patterns were mended by, from which nothing was learned by then: a move where precision and recall
are as far above `WANTED` as can be, danger so that it takes no more than `ALARMS` of the ordinary texts that were held
out. After that the second look learns from those lines too. Takes some 30 minutes on one processor; with --keep the
layers are held in a folder for the next run, as long as what they were learned from is the same.
"""

import argparse
import hashlib
import json
import pickle
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from app.adapters.heat.minilm import SentenceModel
from app.adapters.talk.heads import ANY, DANGERS, GLANCE, LAYERS, MOVES, TALK, Glance
from app.compose import SENTENCE_VOCABULARY, TALK_FOLDER, read_vocabulary, sentence_model
from app.core.danger import Danger
from app.core.events import Move
from app.core.ngrams import BUCKETS, pieces_of
from app.core.phrases import sentences
from app.core.wording import plain_words
from app.paths import bundled
from benchmarks.heat.data import read_comments, read_utterances
from benchmarks.heat.states import original_layers, sentence_model_file, states_of
from benchmarks.heat.tuning import SCALE, Course, Lesson, tune
from benchmarks.heat.writing import packed_layers

TRAINING = Path(__file__).parent / "training" / "talk"
MENDED_BY = Path(__file__).parents[1] / "tests" / "data" / "coach"
STEPS, COURSE = 1200, Course(comments=32, utterances=32, rate=3e-4)
COMMENTS, DANGER_TIMES, HELD_OUT = 12_000, 3, 8
"""Comments that are read; how often each line of danger is there; one in so many of the others is held out."""

WANTED = (0.85, 0.75)
"""Precision and recall of a move."""

ALARMS = 0.005
"""Share of ordinary utterances that may be taken for danger."""

OFTEN = 20.0
GLANCE_SHARE, PIECES_SCALE, SCALE_WIDTH = 0.5, 8.0, 384
"""How much the second look counts beside the trained layers; length of the pieces' part and of the mean state's."""

PHRASE = 1.5
"""Log-odds that a phrase of a move is worth."""

UNSURE = "unsure"
"""The kind of lines about which people differ: they are nobody's example."""

GRAVE = re.compile(
    r"\b(die[sd]?|dying|dead|deaths?|kill\w*|suicid\w*|funeral|passed away|buried|hospital|ambulance|cancer|stroke"
    r"|bleed\w*|overdos\w*|seizures?|knife|gun|shoot\w*|stab\w*|rope|bridge|beat|hurt|babies|baby|kids?|child\w*)\b"
)
"""Comments with such words are left out: some tell of danger, and nobody has looked which."""

DANGER_QUESTIONS = (ANY, *map(str, Danger))

Floats = npt.NDArray[np.float32]
Truth = npt.NDArray[np.bool_]
Params = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Said:
    """Texts, and what is to be read in them: (texts, questions)."""

    texts: Sequence[str]
    answers: Truth

    def lesson(self) -> Lesson:
        """What is learned from them."""
        words = [plain_words(text) for text in self.texts]
        return Lesson(states=states_of(words, bundled(*SENTENCE_VOCABULARY)), answers=self.answers.astype(np.float32))


def main() -> None:
    """Train, set where each yes begins, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("goemotions", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    moves = learned_moves()
    agents = of_agents(TRAINING / "agent_sentences.json", moves)
    ordinary = ordinary_texts(options.goemotions)
    callers = of_callers([text for at, text in enumerate(ordinary) if at % HELD_OUT])
    params = kept(options.keep, agents, callers)
    layers = packed_layers({name: value for name, value in params.items() if "/" in name})
    model = SentenceModel(sentence_model_file(), bundled(*SENTENCE_VOCABULARY), layers)

    everyday = of_agents(MENDED_BY / "moves.json", moves)
    odds = odds_of(model, params, "comments", everyday.texts)
    begins = [began(move, odds[:, at], everyday.answers[:, at]) for at, move in enumerate(moves)]

    lines, held_out = of_lines(MENDED_BY / "safety.json"), ordinary[::HELD_OUT]
    glance = glanced(callers)
    danger = odds_of(model, params, "heats", lines.texts)[:, 0] + glances(glance, lines.texts)
    calm = odds_of(model, params, "heats", held_out)[:, 0] + glances(glance, held_out)
    danger_begins = float(np.quantile(calm, 1 - ALARMS))
    found, alarms = danger[lines.answers[:, 0]] > danger_begins, calm > danger_begins
    print(f"danger from {danger_begins:.2f}: {found.mean():.2f} of it found, {alarms.mean():.4f} of the ordinary")
    learned = Said([*callers.texts, *lines.texts], np.vstack([callers.answers, lines.answers]))
    write(moves, params, layers, begins, danger_begins, glanced(learned, often=len(lines.texts)))


def learned_moves() -> list[str]:
    """Moves that both agents' files know: the others are left to phrases."""
    made = [{move for line in _lines(TRAINING / "agent_sentences.json") for move in line["moves"]}]
    made.append({move for line in _lines(MENDED_BY / "moves.json") for move in line["moves"]})
    return [str(move) for move in Move if all(move in known for known in made)]


def of_agents(file: Path, moves: Sequence[str]) -> Said:
    """Sentences of agents and the moves in them."""
    lines = _lines(file)
    answers = [[move in line["moves"] for move in moves] for line in lines]
    return Said([line["text"] for line in lines], np.array(answers))


def of_lines(file: Path) -> Said:
    """Lines of callers: whether there is any danger, then whether there is each kind."""
    lines = [line for line in _lines(file) if line["kind"] != UNSURE]
    answers = [[line["kind"] in set(Danger), *(line["kind"] == kind for kind in Danger)] for line in lines]
    return Said([line["text"] for line in lines], np.array(answers))


def of_callers(ordinary: Sequence[str]) -> Said:
    """Lines of danger, several times over, and ordinary texts."""
    told = of_lines(TRAINING / "danger_lines.json")
    nothing = np.zeros((len(ordinary), len(DANGER_QUESTIONS)), bool)
    texts = [*told.texts] * DANGER_TIMES
    return Said([*texts, *ordinary], np.vstack([*[told.answers] * DANGER_TIMES, nothing]))


def ordinary_texts(goemotions: Path) -> list[str]:
    """Utterances of callers and their sentences, as far as they are not among the lines of danger; and comments.

    A pause parts what is said as often as not.
    """
    told = {line["text"] for line in _lines(TRAINING / "danger_lines.json")}
    whole = [text for text in read_utterances(joined=False).texts if text not in told]
    said = dict.fromkeys([*whole, *(sentence for text in whole for sentence in sentences(text))])
    comments = [text for text in read_comments(goemotions, "train").texts if not GRAVE.search(text.casefold())]
    picked = np.random.default_rng(0).permutation(len(comments))[:COMMENTS]
    return [*(text for text in said if text not in told), *(comments[at] for at in picked)]


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


def write(
    moves: Sequence[str],
    params: Params,
    layers: dict[str, npt.NDArray[Any]],
    begins: Sequence[float],
    danger: float,
    glance: Glance,
) -> None:
    """Write layers and heads; a kind of danger is only compared with the others, and so has its own odds."""
    arrays: dict[str, npt.NDArray[Any]] = {f"{LAYERS}{name}": array for name, array in layers.items()}
    columns = [str(move) for move in read_vocabulary().agent.phrases]
    phrases = PHRASE * np.array([[move == column for column in columns] for move in moves])
    arrays |= _head(MOVES, moves, params, "comments", np.array(begins)) | {f"{MOVES}columns": np.array(columns)}
    arrays[f"{MOVES}phrases"] = phrases.astype(np.float32)
    own = np.array([danger, *[0.0] * len(Danger)])
    arrays |= _head(DANGERS, DANGER_QUESTIONS, params, "heats", own) | {f"{DANGERS}columns": np.array([], "U1")}
    arrays[f"{DANGERS}phrases"] = np.zeros((len(DANGER_QUESTIONS), 0), np.float32)
    arrays |= {f"{GLANCE}{field.name}": getattr(glance, field.name) for field in fields(glance)}
    folder = bundled(*TALK_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / TALK, allow_pickle=False, **arrays)


def _head(
    name: str, questions: Sequence[str], params: Params, head: str, begins: npt.NDArray[Any]
) -> dict[str, npt.NDArray[Any]]:
    return {
        f"{name}names": np.array([*questions]),
        f"{name}state": (SCALE * params[head].T).astype(np.float32),
        f"{name}bias": (params[f"{head}_bias"] - begins).astype(np.float32),
    }


def _lines(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


if __name__ == "__main__":
    main()
