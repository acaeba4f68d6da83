"""Trained weights of the scorer: small ones in a text file, vectors and layers in an archive beside it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from app.adapters.arrays import read_arrays
from app.core.errors import LexiconError

WEIGHTS, VECTORS = "weights.toml", "vectors.npz"
HEAD, LAYERS = "head", "layers/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds: a bias for each degree of anger, and weights of evidence: of each kind, of each bucket of pieces."""

    biases: tuple[float, ...]
    by_name: dict[str, float]
    pieces: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """Weights with and without the sentence layer; its head (384,) and the layers that replace the model's last."""

    with_sentences: Weights
    words_only: Weights
    head: npt.NDArray[np.float32]
    layers: dict[str, npt.NDArray[np.generic]]


class _Weights(BaseModel):
    model_config = ConfigDict(extra="forbid")
    biases: tuple[float, float, float]
    weights: dict[str, float]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    with_sentences: _Weights
    words_only: _Weights


def load_weights(folder: Path) -> Trained:
    """Read what benchmarks/train_head.py wrote. Raises LexiconError."""
    try:
        data: dict[str, Any] = tomllib.loads((folder / WEIGHTS).read_text(encoding="utf-8"))
        file = _File.model_validate(data)
        vectors = read_arrays(folder / VECTORS)
        return Trained(
            with_sentences=_weights("with_sentences", file.with_sentences, vectors),
            words_only=_weights("words_only", file.words_only, vectors),
            head=vectors[HEAD].astype(np.float32),
            layers={name.removeprefix(LAYERS): value for name, value in vectors.items() if name.startswith(LAYERS)},
        )
    except (OSError, ValueError, KeyError, RecursionError) as error:
        raise LexiconError("The weights of the scorer cannot be read.", "Reinstall Calmline.") from error


def _weights(name: str, file: _Weights, vectors: dict[str, npt.NDArray[np.generic]]) -> Weights:
    pieces = vectors[f"{name}/pieces"].astype(np.float32) * vectors[f"{name}/scale"].astype(np.float32)
    return Weights(biases=file.biases, by_name=file.weights, pieces=pieces)
