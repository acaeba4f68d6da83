"""Trains what the scorer knows, and writes it to assets/heat.

    pip install -e .[training]
    python -m benchmarks.train_head GOEMOTIONS_FOLDER [--keep FOLDER]

GOEMOTIONS_FOLDER holds GoEmotions (Demszky et al. 2020) as train.tsv, dev.tsv and labels.txt; the utterances of callers
lie in benchmarks/training. The utterances of every sixth theme are set aside: layers and pieces of words learn from the
others, and how they judge those that were set aside weighs them against phrases; how good that is on themes of no part
is printed. Takes some 50 minutes on two processors. With --keep what was computed is held in a folder for the next run,
as long as what it was made from is the same; trained layers are kept for a changed lexicon too, which only hides words
from them.
"""

import argparse
import hashlib
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from app.adapters.heat.minilm import SENTENCE, SentenceLayer, SentenceModel
from app.adapters.heat.scorer import WordLayers
from app.adapters.heat.vader import POSITIVE
from app.compose import CALLER_LEXICON, HEAT_FOLDER, SENTENCE_VOCABULARY, read_lexicon
from app.core.evidence import PIECES, REPEATS
from app.core.wording import Wording
from app.paths import bundled
from benchmarks.heat.combining import DEGREES, Belief, Combined, Rows, combine, ranked
from benchmarks.heat.data import GROUPS, read_comments, read_utterances
from benchmarks.heat.pieces import callers_weights, piece_weights
from benchmarks.heat.prepared import Prepared, kinds, prepare
from benchmarks.heat.states import States, original_layers, sentence_model_file
from benchmarks.heat.tuning import SCALE, Course, Lesson, answer, tune
from benchmarks.heat.writing import Section, packed_layers, write

Floats = npt.NDArray[np.float64]
Params = dict[str, npt.NDArray[np.float32]]
Made = TypeVar("Made")

EPOCHS = 1.4
SET_ASIDE = 6
COMMENT_WEIGHT, FOLDS = 0.6, 5
EXPECTED = {
    "insult_agent": 2.4, "escalation": 1.2, "legal": 1.0, "churn": 1.0, "unheard": 1.0, "repeat_contact": 1.0,
    "blame": 1.2, "broken_promise": 1.1, "waiting": 1.5, "exasperation": 1.2, "anger_named": 2.0, "swearing": 0.5,
    "sarcasm": 1.8, "refusal": 1.0, "demand": 0.7, "rhetorical": 0.8, "still_broken": 0.8, "exhaustion": 0.5,
    "mild": 0.1, "threat": 3.5, "thanks": -0.5, "relief": -0.5, "siding": -1.0,
    "amends": -1.0, "reported": -0.8, "light": -0.8,
    "request": -0.4,
}  # fmt: skip
"""Log-odds that a phrase is worth in our own judgement; the written utterances move them a little.

Trained freely, phrases get next to no weight: the sentence model has read them already. Held to these, other people's
calls are ranked better (caller turns of dev and plain dialogues, at least annoyed: area 0.843 after 0.828) and our own
utterances of other themes as well as before (0.853, 0.852).
"""
FIRM, LOOSE = 3000.0, 10.0
COOLING = {POSITIVE}
FREE = {REPEATS}
SAMPLED = 8
"""Of so many utterances one is read in 8 bits too: the biases make up for what the rounding adds on average."""
OF_GROUPS = (1, 1, -1)
"""Which way the groups of emotions may push, by pieces of words or by the sentence layer: anger, letdown, warmth."""
OF_CALLERS = 1
"""Which way pieces of words may push by what callers say."""
PIECES_SHARE, SENTENCES_SHARE = 0.8, 0.6
"""What counts beside phrases: pieces of words, of what they count where there is no sentence model, and the sentence
layer, of what our own utterances give it.

Those are by the writers whom it has learned from, and make too much of it. With these shares the calls of other writers
(plain, dev and hard dialogues) are ranked better, at least annoyed and at least angry: areas of 0.919 and 0.975, 0.782
and 0.825, 0.809 and 0.847, after 0.907 and 0.971, 0.767 and 0.813, 0.804 and 0.843 with 1 for both layers as fitted.
"""


class Study:
    """Everything that is read once and used by every step."""

    def __init__(self, goemotions: Path, keep: Path | None) -> None:
        self._keep = keep
        self.read, self.dev = read_comments(goemotions, "train"), read_comments(goemotions, "dev")
        self.said = read_utterances(joined=True)
        self.lexicon = bundled(*CALLER_LEXICON).read_text(encoding="utf-8")
        self.prepared = {
            "read": self._prepared("read", self.read.texts),
            "dev": self._prepared("dev", self.dev.texts),
            "said": self._prepared("said", self.said.texts),
        }
        self.aside = held_out(self.said.themes)
        self.pieces = [*(self._pieces(name, group) for name, group in GROUPS.items()), self._callers_pieces()]

    def _prepared(self, name: str, texts: Sequence[str]) -> Prepared:
        return self.kept(f"prepared-{name}", [*texts, self.lexicon], lambda: prepare(texts))

    def _pieces(self, name: str, group: Sequence[str]) -> Floats:
        truth = self.read.any_of(group)
        sources = [*self.read.texts, *group, self.lexicon]
        return self.kept(f"pieces-{name}", sources, lambda: piece_weights(self.prepared["read"].pieces, truth))

    def _callers_pieces(self) -> Floats:
        rows = ~self.aside
        said, comments = self.prepared["said"].pieces[rows], self.prepared["read"].pieces
        heats, angry = self.said.heats[rows], self.read.any_of(GROUPS["anger"])
        sources = [*self.said.texts, *map(str, self.said.heats), *self.read.texts, self.lexicon]
        return self.kept("pieces-callers", sources, lambda: callers_weights(said, heats, comments, angry))

    def kept(self, name: str, sources: Sequence[str], make: Callable[[], Made]) -> Made:
        """What `make` gives, from the folder where an earlier run has left it if it had the same sources."""
        digest = hashlib.sha256("\n".join(sources).encode()).hexdigest()[:12]
        file = self._keep and self._keep / f"{name}-{digest}.pickle"
        if file and file.exists():
            earlier: Made = pickle.loads(file.read_bytes())  # noqa: S301 - this program wrote it
            return earlier
        made = make()
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pickle.dumps(made))
        return made

    def tuned(self) -> Params:
        """Layers and heads trained on all comments and the utterances that are not set aside."""
        rows = ~self.aside
        print(f"training on {rows.sum()} utterances")
        groups = np.stack([self.read.any_of(group) for group in GROUPS.values()], axis=1)
        answers = np.hstack([groups, self.read.labels]).astype(np.float32)
        shared = [*GROUPS].index("anger")
        comments = Lesson(states=self.prepared["read"].states, answers=answers, shared=shared)
        utterances = Lesson(
            states=[self.prepared["said"].states[row] for row in np.flatnonzero(rows)],
            answers=np.stack([self.said.heats[rows] >= degree for degree in DEGREES], axis=1).astype(np.float32),
        )
        said = [f"{self.said.heats[row]} {self.said.texts[row]}" for row in np.flatnonzero(rows)]
        sources = [*self.read.texts, *said, str(EPOCHS), str(Course())]
        return self.kept("tuned-layers", sources, lambda: tune(original_layers(), comments, utterances, epochs=EPOCHS))


def heads_of(params: Params) -> npt.NDArray[np.float32]:
    """Heads (384, answers) that count as evidence: the groups of emotions, then the degrees."""
    return np.hstack([params["comments"][:, : len(GROUPS)], params["heats"]])


def answers_of(params: Params, states: States) -> Floats:
    """Log-odds (texts, answers) of the heads that count as evidence."""
    found = answer(params, states)
    return np.hstack([found.comments[:, : len(GROUPS)], found.heats])


def held_out(themes: npt.NDArray[np.str_]) -> npt.NDArray[np.bool_]:
    """Which utterances are set aside: those of every sixth theme."""
    return np.isin(themes, sorted(set(themes))[::SET_ASIDE])


def table(study: Study, name: str, answers: Floats | None, rows: npt.NDArray[np.intp] | slice = slice(None)) -> Floats:
    """All evidence (texts, kinds): word layers, pieces of each kind, and the sentence layer's answers if there are."""
    prepared = study.prepared[name]
    pieces = [np.asarray(prepared.pieces[rows] @ weights)[:, None] for weights in study.pieces]
    return np.hstack([prepared.evidence[rows], *pieces, *([] if answers is None else [answers])])


def beliefs_of(evidence: Floats) -> list[Belief]:
    """What is held of each kind of evidence before it is weighed."""
    words = [_belief(name) for name in kinds()]
    signs = (*OF_GROUPS, OF_CALLERS, *OF_GROUPS, *(1 for _ in DEGREES))
    trained = [Belief(0.0, LOOSE, sign) for sign in signs]
    return [*words, *trained][: evidence.shape[1]]


def _belief(name: str) -> Belief:
    if name in EXPECTED:
        return Belief(EXPECTED[name], FIRM, 1 if EXPECTED[name] > 0 else -1)
    return Belief(0.0, LOOSE, 0 if name in FREE else -1 if name in COOLING else 1)


def validate(name: str, said: Rows, themes: npt.NDArray[np.str_], comments: Rows) -> None:
    """Print how well the layers together judge themes that neither they nor their weights were trained on."""
    chances, order = np.zeros((len(said.heats), len(DEGREES))), sorted(set(themes))
    for number in range(FOLDS):
        left_out = np.isin(themes, order[number::FOLDS])
        rest = Rows(said.evidence[~left_out], said.heats[~left_out])
        chances[left_out] = _combine(rest, comments).chances(said.evidence[left_out])
    heats = chances.mean(axis=1)
    areas = [f">= {degree}: {ranked(heats, said.heats >= degree):.3f}" for degree in DEGREES]
    print(f"{name}, utterances, area under the ROC curve {', '.join(areas)}")
    of_comments = _combine(said, comments).chances(comments.evidence)[:, 0]
    print(f"{name}, comments (dev): {ranked(of_comments, comments.heats > 0):.3f}")
    print(f"{name}, the degree that people name (thirds), by tenths of the heat:")
    for low in np.arange(0, 1, 0.1):
        rows = (heats >= low) & (heats < low + 0.1)
        if rows.any():
            means = f"heat {heats[rows].mean():.2f}, named {said.heats[rows].mean() / len(DEGREES):.2f}"
            print(f"  {low:.1f} to {low + 0.1:.1f}: {rows.sum():5} utterances, {means}")


def _combine(said: Rows, comments: Rows) -> Combined:
    return combine(said, comments, beliefs_of(said.evidence), comment_weight=COMMENT_WEIGHT)


def section(study: Study, combined: Combined, bias: float = 0.0, *, sentences: bool = False) -> Section:
    """The weights of one way to judge, pieces put together to one vector; `bias` is what is added to every bias."""
    names = kinds()
    weights = dict(zip(names, combined.weights[: len(names)].tolist(), strict=True))
    shares = combined.weights[len(names) : len(names) + len(study.pieces)]
    pieces = np.sum([share * vector for share, vector in zip(shares, study.pieces, strict=True)], axis=0)
    ones = {PIECES: 1.0} | ({SENTENCE: 1.0} if sentences else {})
    return Section(biases=tuple(one + bias for one in combined.biases), weights=weights | ones, pieces=pieces)


def main() -> None:
    """Train, judge and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("goemotions", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    study = Study(options.goemotions, options.keep)

    words_only = combined_of("words only", study, rows_of(study, None))
    params = study.tuned()
    rows = rows_of(study, params)
    with_sentences = balanced(study, rows, words_only, combined_of("with sentences", study, rows))

    heads = heads_of(params)
    shares = with_sentences.weights[-heads.shape[1] :]
    layers = {name: value for name, value in params.items() if "/" in name}
    head = (SCALE * heads @ shares).astype(np.float32)
    whole = answers_of(params, study.prepared["said"].states[::SAMPLED]) @ shares
    bias = float(whole.mean() - read_packed(study.said.texts[::SAMPLED], layers, head).mean())
    sections = {
        "with_sentences": section(study, with_sentences, bias, sentences=True),
        "words_only": section(study, words_only),
    }
    write(bundled(*HEAT_FOLDER), sections, head, layers)


def read_packed(texts: Sequence[str], layers: Params, head: npt.NDArray[np.float32]) -> Floats:
    """Log-odds that the product reads in texts: in 8 bits, and without the heads' biases."""
    model = SentenceModel(sentence_model_file(), bundled(*SENTENCE_VOCABULARY), packed_layers(layers))
    layer = SentenceLayer(head)
    words = WordLayers(read_lexicon())
    kept = (words.read(Wording.of(text))[1] for text in texts)
    return np.array([sum(one.amount for one in layer.read(model.read(said.plain), said)) for said in kept])


def rows_of(study: Study, params: Params | None) -> tuple[Rows, Rows]:
    """The utterances that were set aside and the dev comments, as the layers read them, the trained ones if given."""
    rows = np.flatnonzero(study.aside)
    said, dev = (
        (None, None)
        if params is None
        else (
            answers_of(params, [study.prepared["said"].states[row] for row in rows]),
            answers_of(params, study.prepared["dev"].states),
        )
    )
    utterances = Rows(table(study, "said", said, rows), study.said.heats[rows])
    comments = Rows(table(study, "dev", dev), study.dev.any_of(GROUPS["anger"]).astype(int))
    return utterances, comments


def combined_of(name: str, study: Study, rows: tuple[Rows, Rows]) -> Combined:
    """The layers put together; how well that does on other themes is printed."""
    utterances, comments = rows
    validate(name, utterances, study.said.themes[study.aside], comments)
    return _combine(utterances, comments)


def balanced(study: Study, rows: tuple[Rows, Rows], words_only: Combined, combined: Combined) -> Combined:
    """The layers with the shares that are set, and the scale and biases that our utterances give to their sum."""
    utterances, comments = rows
    first, last = len(kinds()), len(kinds()) + len(study.pieces)
    weights = combined.weights.copy()
    weights[first:last] = PIECES_SHARE * words_only.weights[first:last]
    weights[last:] *= SENTENCES_SHARE
    said, read = (Rows((one.evidence @ weights)[:, None], one.heats) for one in rows)
    fitted = combine(said, read, [Belief(1.0, LOOSE, 1)], comment_weight=COMMENT_WEIGHT)
    whole = Combined(biases=fitted.biases, weights=fitted.weights[0] * weights)
    for degree in DEGREES:
        print(f"balanced, >= {degree}: {ranked(utterances.evidence @ whole.weights, utterances.heats >= degree):.3f}")
    print(f"balanced, comments (dev): {ranked(comments.evidence @ whole.weights, comments.heats > 0):.3f}")
    return whole


if __name__ == "__main__":
    main()
