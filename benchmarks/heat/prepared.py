"""Texts as the layers of the scorer read them, with what training needs of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from app.adapters.heat.scorer import WordLayers
from app.adapters.heat.vader import NEGATIVE, POSITIVE
from app.compose import SENTENCE_VOCABULARY, read_lexicon
from app.core.evidence import ADDRESS, LENGTH, REPEATS
from app.core.wording import Wording
from app.paths import bundled
from benchmarks.heat.pieces import piece_table
from benchmarks.heat.states import States, states_of

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Evidence (texts, kinds) of the word layers; pieces (texts, buckets); states (tokens, 384) of each text."""

    evidence: Floats
    pieces: sparse.csr_matrix
    states: States


def kinds() -> list[str]:
    """Kinds of evidence that the word layers find."""
    return [*(category.name for category in read_lexicon().categories), LENGTH, ADDRESS, REPEATS, NEGATIVE, POSITIVE]


def prepare(texts: Sequence[str]) -> Prepared:
    """Read texts with the layers that need no training."""
    layers, columns = WordLayers(read_lexicon()), {name: at for at, name in enumerate(kinds())}
    evidence, words = np.zeros((len(texts), len(columns))), []
    for row, text in enumerate(texts):
        found, kept = layers.read(Wording.of(text))
        words.append(kept.plain)
        for one in found:
            evidence[row, columns[one.name]] += one.amount
    return Prepared(
        evidence=evidence, pieces=piece_table(words), states=states_of(words, bundled(*SENTENCE_VOCABULARY))
    )
