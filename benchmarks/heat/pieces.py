"""A linear layer over pieces of words, trained on comments."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from app.core.ngrams import BUCKETS, pieces_of

_HOLD_BACK = 4.0


def piece_table(texts: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """Pieces (texts, buckets) of texts given as their words, each text of length 1."""
    starts, buckets, values = [0], [], []
    for words in texts:
        found = [bucket for bucket, _ in pieces_of(words)]
        buckets += found
        values += [1 / np.sqrt(max(1, len(found)))] * len(found)
        starts.append(len(buckets))
    return sparse.csr_matrix((values, buckets, starts), shape=(len(texts), BUCKETS), dtype=np.float32)


def piece_weights(table: sparse.csr_matrix, truth: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """A weight for each bucket."""
    model = LogisticRegression(C=_HOLD_BACK, max_iter=200, solver="liblinear").fit(table, truth)
    weights: npt.NDArray[np.float64] = model.coef_[0]
    return weights
