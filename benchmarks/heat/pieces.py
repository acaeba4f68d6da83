"""Linear layers over pieces of words, trained on comments, and on what callers say with comments beside it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from app.core.ngrams import BUCKETS, pieces_of

Floats = npt.NDArray[np.float64]

_HOLD_BACK = 4.0
_HOLD_BACK_BOTH, _COMMENT_SHARE, _OWN_BIAS = 8.0, 0.3, 5.0
"""Where callers and comments teach together: what a comment counts, and how freely callers have a bias of their own."""


def piece_table(texts: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """Pieces (texts, buckets) of texts given as their words, each text of length 1."""
    starts, buckets, values = [0], [], []
    for words in texts:
        found = [bucket for bucket, _ in pieces_of(words)]
        buckets += found
        values += [1 / np.sqrt(max(1, len(found)))] * len(found)
        starts.append(len(buckets))
    return sparse.csr_matrix((values, buckets, starts), shape=(len(texts), BUCKETS), dtype=np.float32)


def piece_weights(table: sparse.csr_matrix, truth: npt.NDArray[np.bool_]) -> Floats:
    """A weight for each bucket."""
    return _fitted(table, truth, np.ones(table.shape[0]), _HOLD_BACK)


def callers_weights(
    said: sparse.csr_matrix, heats: npt.NDArray[np.int64], comments: sparse.csr_matrix, angry: npt.NDArray[np.bool_]
) -> Floats:
    """A weight for each bucket, by what callers say (`heats` 0..3) and comments together.

    The mean of what tells an annoyed caller and what tells an angry one, each beside angry comments.
    """
    is_said = np.repeat([_OWN_BIAS, 0.0], [said.shape[0], comments.shape[0]])
    both = sparse.hstack([sparse.vstack([said, comments]), sparse.csr_matrix(is_said[:, None])]).tocsr()
    counts = np.where(is_said, 1.0, _COMMENT_SHARE)
    truths = [np.concatenate([heats >= degree, angry]) for degree in (1, 2)]
    return np.asarray(np.mean([_fitted(both, truth, counts, _HOLD_BACK_BOTH)[:-1] for truth in truths], axis=0))


def _fitted(table: sparse.csr_matrix, truth: npt.NDArray[np.bool_], counts: Floats, hold_back: float) -> Floats:
    model = LogisticRegression(C=hold_back, max_iter=200, solver="liblinear").fit(table, truth, counts)
    weights: Floats = model.coef_[0]
    return weights
