"""Writes what was trained into the folder that the scorer reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.adapters.heat.sentence_graph import MATRICES, packed
from app.adapters.heat.weights import HEAD, LAYERS, VECTORS, WEIGHTS

Floats = npt.NDArray[np.floating[Any]]
Arrays = dict[str, npt.NDArray[np.generic]]

_HEADER = """\
# Written by benchmarks/train_head.py; what each kind of evidence adds to the log-odds that a caller is annoyed
# (first bias), angry (second) or furious (third), or more.
# The weights of pieces of words and of the sentence model lie in vectors.npz.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Weights of one way to judge: with the sentence model or without it."""

    biases: tuple[float, ...]
    weights: dict[str, float]
    pieces: Floats


def write(folder: Path, sections: Mapping[str, Section], head: Floats, layers: Mapping[str, Floats]) -> None:
    """Write the small weights as text, and vectors and layers packed to 8 bits beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    text = [_HEADER]
    arrays: Arrays = {HEAD: head.astype(np.float32)}
    for name, section in sections.items():
        text += [
            f"[{name}]",
            f"biases = [{', '.join(f'{bias:.4f}' for bias in section.biases)}]",
            "",
            f"[{name}.weights]",
        ]
        text += [f"{kind} = {weight:.4f}" for kind, weight in section.weights.items()] + [""]
        scale = np.float32(np.abs(section.pieces).max() / 127)
        arrays[f"{name}/pieces"] = np.round(section.pieces / scale).astype(np.int8)
        arrays[f"{name}/scale"] = np.array(scale)
    arrays |= {LAYERS + name: array for name, array in packed_layers(layers).items()}
    (folder / WEIGHTS).write_text("\n".join(text), encoding="utf-8")
    np.savez_compressed(folder / VECTORS, allow_pickle=False, **arrays)


def packed_layers(layers: Mapping[str, Floats]) -> Arrays:
    """Layers as the product reads them: vectors as they are, matrices in 8 bits with their scales."""
    arrays: Arrays = {}
    for name, array in layers.items():
        arrays[name] = array.astype(np.float32)
        if name.split("/")[-1] in MATRICES:
            arrays[name], arrays[f"{name}_scale"] = packed(array.astype(np.float32))
    return arrays
