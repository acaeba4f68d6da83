"""The graph of the sentence model: its own matrices, the last layers trained anew, multiplied in 8 bits.

It is written down from the weights instead of taking the graph of the package, which unpacks every matrix to 32 bits:
that takes twice the time for an utterance and 30 MB more. Both sides of a product have 8 bits without sign, which
onnxruntime multiplies exactly on every processor; with a sign it saturates on those without VNNI, and two computers
would judge differently.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper
from onnx.helper import make_graph, make_model, make_node, make_opsetid, make_tensor_value_info

TRAINED = (3, 4, 5)
"""Layers of six that are trained anew, from 0."""

IDS = "ids"
"""Name of the input: the numbers of the tokens, (1, tokens)."""

UNSEEN = "unseen"
"""Name of a second input, where there is one: what is added to what each token sees of each, (1, 1, tokens, tokens)."""

LONGEST = 128
"""Tokens of an utterance that are read, as many as the model was trained on."""

MATRICES = ("query", "key", "value", "attended", "wide", "narrow")
"""Names of the matrices of a layer."""

_LAYERS, _WIDTH, _HEADS = 6, 384, 12
_EPSILON = 1e-12
_MIDDLE = 128
_PLACES = (
    (49, 57, 65, 105, 109, 118),
    (122, 130, 138, 176, 180, 189),
    (193, 201, 209, 247, 251, 260),
    (264, 272, 280, 318, 322, 331),
    (335, 343, 351, 389, 393, 402),
    (406, 414, 422, 460, 464, 473),
)
"""Numbers in the names of the matrices, which the package's exporter gave them."""
_VECTORS = {
    "query_bias": "attention.self.query.bias",
    "key_bias": "attention.self.key.bias",
    "value_bias": "attention.self.value.bias",
    "attended_bias": "attention.output.dense.bias",
    "first_scale": "attention.output.LayerNorm.weight",
    "first_shift": "attention.output.LayerNorm.bias",
    "wide_bias": "intermediate.dense.bias",
    "narrow_bias": "output.dense.bias",
    "second_scale": "output.LayerNorm.weight",
    "second_shift": "output.LayerNorm.bias",
}

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float32]
Packed = npt.NDArray[np.int8]


def packed(matrix: Floats) -> tuple[Packed, Floats]:
    """A matrix in 8 bits with one scale for each column, (1, columns)."""
    scale = np.maximum(np.abs(matrix).max(axis=0, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.round(matrix / scale).astype(np.int8), scale


def layer_of(held: Mapping[str, Array], layer: int) -> dict[str, Array]:
    """Vectors and matrices of one of the package's layers by name, a matrix as `name` (8 bits) and `name_scale`."""
    own = {name: held[f"inner.encoder.layer.{layer}.{place}"] for name, place in _VECTORS.items()}
    for name, number in zip(MATRICES, _PLACES[layer], strict=True):
        own[name], own[f"{name}_scale"] = held[f"val_{number}_q"], held[f"val_{number}_scale"]
    return own


def held_by(model: bytes) -> dict[str, Array]:
    """Every array in the package's file."""
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load_from_string(model).graph.initializer}


def sentence_graph(model: bytes, layers: Mapping[str, Array]) -> bytes:
    """The states of the last layer, (1, tokens, 384), with `layers` ("4/query") in place of the package's."""
    held = held_by(model)
    graph = _Graph()
    states = graph.embed(held)
    for number in range(_LAYERS):
        prefix = f"{number}/"
        trained = {name.removeprefix(prefix): array for name, array in layers.items() if name.startswith(prefix)}
        states = graph.add_layer(prefix, trained or layer_of(held, number), states)
    return graph.finish(states)


def short_graph(model: bytes, layers: Mapping[str, Array]) -> bytes:
    """The states behind `layers` alone, which stand for the model's first ones; what a token sees is given with it."""
    graph = _Graph()
    states = graph.embed(held_by(model))
    for number in sorted({name.split("/")[0] for name in layers}):
        prefix = f"{number}/"
        own = {name.removeprefix(prefix): array for name, array in layers.items() if name.startswith(prefix)}
        states = graph.add_layer(prefix, own, states, seen=UNSEEN)
    return graph.finish(states, seen=UNSEEN)


class _Graph:
    """Nodes and arrays of the graph as it grows; each step returns the name of what it computes."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._arrays: list[onnx.TensorProto] = []

    def embed(self, held: Mapping[str, Array]) -> str:
        """States before the first layer; rows are taken out of the packed table of words before they are unpacked."""
        table = "inner.embeddings."
        places = held[f"{table}position_embeddings.weight_q"] * held[f"{table}position_embeddings.weight_scale"]
        places = places + held[f"{table}token_type_embeddings.weight"][0]
        self._put("zero", np.array([0], np.int64))
        self._put("places", places[:LONGEST].astype(np.float32))
        self._put("words", held[f"{table}word_embeddings.weight_q"])
        self._put("words_scale", held[f"{table}word_embeddings.weight_scale"])
        self._add("Gather", ["words", IDS], "rows_packed")
        self._add("Gather", ["words_scale", IDS], "rows_scale")
        self._add("Cast", ["rows_packed"], "rows_whole", to=onnx.TensorProto.FLOAT)
        self._add("Mul", ["rows_whole", "rows_scale"], "rows")
        self._add("Shape", [IDS], "count", start=1)
        self._add("Slice", ["places", "zero", "count"], "rows_places")
        self._add("Add", ["rows", "rows_places"], "placed")
        scale = self._put("embed_scale", held[f"{table}LayerNorm.weight"])
        shift = self._put("embed_shift", held[f"{table}LayerNorm.bias"])
        return self._add("LayerNormalization", ["placed", scale, shift], "embedded", epsilon=_EPSILON)

    def add_layer(self, at: str, layer: Mapping[str, Array], states: str, seen: str = "") -> str:
        """One layer of the encoder (Devlin et al. 2019): attention, then a wide and a narrow product."""
        asked = self._multiply(f"{at}asked", layer, ("query", "key", "value"), states)
        parts = [f"{at}{part}" for part in ("query", "key", "value")]
        self._nodes.append(make_node("Split", [asked], parts, axis=-1, num_outputs=len(parts)))
        given = [*parts, "", "", seen] if seen else parts
        attended = self._own("MultiHeadAttention", given, f"{at}attention", num_heads=_HEADS)
        attended = self._multiply(f"{at}attended", layer, ("attended",), attended)
        states = self._add_up(f"{at}first", layer, "first", attended, states)
        wide = self._multiply(f"{at}wide", layer, ("wide",), states)
        narrow = self._multiply(f"{at}narrow", layer, ("narrow",), self._own("Gelu", [wide], f"{at}bent"))
        return self._add_up(f"{at}second", layer, "second", narrow, states)

    def finish(self, states: str, seen: str = "") -> bytes:
        """The whole as a file."""
        given = [make_tensor_value_info(IDS, onnx.TensorProto.INT64, [1, "tokens"])]
        if seen:
            given.append(make_tensor_value_info(seen, onnx.TensorProto.FLOAT, [1, 1, "tokens", "tokens"]))
        output = make_tensor_value_info(states, onnx.TensorProto.FLOAT, [1, "tokens", _WIDTH])
        graph = make_graph(self._nodes, "sentence", given, [output], self._arrays)
        opsets = [make_opsetid("", 18), make_opsetid("com.microsoft", 1)]
        data: bytes = make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()
        return data

    def _multiply(self, name: str, layer: Mapping[str, Array], matrices: tuple[str, ...], states: str) -> str:
        """States times matrices side by side, and their biases."""
        matrix = np.hstack([layer[one] for one in matrices]).astype(np.int16) + _MIDDLE
        scale = np.hstack([layer[f"{one}_scale"] for one in matrices]).ravel()
        bias = np.hstack([layer[f"{one}_bias"] for one in matrices])
        given = {
            "matrix": matrix.astype(np.uint8),
            "scale": scale,
            "middle": np.full(scale.shape, _MIDDLE, np.uint8),
            "bias": bias,
        }
        inputs = [states, *(self._put(f"{name}_{what}", array) for what, array in given.items())]
        return self._own("DynamicQuantizeMatMul", inputs, name)

    def _add_up(self, name: str, layer: Mapping[str, Array], which: str, new: str, states: str) -> str:
        scale = self._put(f"{name}_scale", layer[f"{which}_scale"])
        shift = self._put(f"{name}_shift", layer[f"{which}_shift"])
        return self._own("SkipLayerNormalization", [new, states, scale, shift], name, epsilon=_EPSILON)

    def _put(self, name: str, array: Array) -> str:
        self._arrays.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _add(self, kind: str, inputs: list[str], output: str, **settings: Any) -> str:
        self._nodes.append(make_node(kind, inputs, [output], **settings))
        return output

    def _own(self, kind: str, inputs: list[str], output: str, **settings: Any) -> str:
        """A step that onnxruntime has of its own, beside those of ONNX."""
        self._nodes.append(make_node(kind, inputs, [output], domain="com.microsoft", **settings))
        return output
