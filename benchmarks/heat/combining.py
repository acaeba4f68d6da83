"""Puts the layers together: one weight for each kind of evidence, one threshold for each degree of heat."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.metrics import roc_auc_score

Floats = npt.NDArray[np.float64]

DEGREES = (1, 2, 3)

_LEAST_SPREAD = 0.05
"""Evidence that hardly ever differs is not scaled up to the others."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Evidence (texts, kinds) with heats 0..3, or with plain angry (1) or not (0) for comments."""

    evidence: Floats
    heats: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Belief:
    """What is held of a kind of evidence before any training: its weight, how firmly, and its sign (0 for any)."""

    weight: float
    firmness: float
    sign: int


@dataclass(frozen=True, slots=True)
class Combined:
    """A weight for each kind; the log-odds of each degree are the weighted evidence plus the degree's bias."""

    biases: tuple[float, ...]
    weights: Floats

    def chances(self, evidence: Floats) -> Floats:
        """Chance of each degree or more, (texts, 3)."""
        return np.asarray(expit((evidence @ self.weights)[:, None] + np.array(self.biases)))


def combine(said: Rows, comments: Rows, beliefs: Sequence[Belief], *, comment_weight: float) -> Combined:
    """Fit proportional odds (McCullagh 1980): the same weights for every degree, each degree with its bias.

    A weight starts from its belief, with a normal prior whose precision is the firmness. Comments have a bias of their
    own; all of them together weigh `comment_weight` of the utterances.
    """
    scale = said.evidence.std(axis=0) + _LEAST_SPREAD
    expected = np.array([belief.weight for belief in beliefs]) * scale
    firmness = np.array([belief.firmness for belief in beliefs])
    evidence, read = said.evidence / scale, comments.evidence / scale
    truths = [(said.heats >= degree).astype(float) for degree in DEGREES]
    comment_share = comment_weight * len(DEGREES) * len(truths[0]) / len(comments.heats)
    kinds = len(beliefs)

    def cost(guess: Floats) -> tuple[float, Floats]:
        weights, biases = guess[:kinds], guess[kinds:]
        off = weights - expected
        total = float((firmness * off) @ off) / 2
        slope = np.concatenate([firmness * off, np.zeros(len(biases))])
        blocks = [(evidence, truth, 1.0) for truth in truths] + [
            (read, (comments.heats > 0).astype(float), comment_share)
        ]
        for at, (rows, truth, share) in enumerate(blocks):
            odds = rows @ weights + biases[at]
            error = share * (expit(odds) - truth)
            total += share * float(np.logaddexp(0, odds).sum() - odds @ truth)
            slope[:kinds] += rows.T @ error
            slope[kinds + at] += error.sum()
        return total, slope

    bounds = [(0 if belief.sign > 0 else None, 0 if belief.sign < 0 else None) for belief in beliefs]
    bounds += [(None, None)] * (len(DEGREES) + 1)
    found = minimize(cost, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
    biases = tuple(float(bias) for bias in found.x[kinds : kinds + len(DEGREES)])
    return Combined(biases=biases, weights=found.x[:kinds] / scale)


def ranked(scores: Sequence[float] | Floats, truth: npt.NDArray[np.bool_]) -> float:
    """Area under the ROC curve."""
    return float(roc_auc_score(truth, scores))
