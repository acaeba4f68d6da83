"""The graph of the sentence model, and the place of its last layers in it, which Calmline brings trained anew."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper
from onnx.helper import make_node

TRAINED = (4, 5)
"""Layers of six that are trained anew, from 0."""

_MATRICES = {
    4: {"query": "val_335", "key": "val_343", "value": "val_351", "attended": "val_389", "wide": "val_393",
        "narrow": "val_402"},
    5: {"query": "val_406", "key": "val_414", "value": "val_422", "attended": "val_460", "wide": "val_464",
        "narrow": "val_473"},
}  # fmt: skip
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

Floats = npt.NDArray[np.float32]
Packed = npt.NDArray[np.int8]


def vector_places() -> dict[str, str]:
    """Name in the graph of every vector of the trained layers ("4/query_bias")."""
    return {
        f"{layer}/{name}": f"inner.encoder.layer.{layer}.{place}"
        for layer in TRAINED
        for name, place in _VECTORS.items()
    }


def matrix_places() -> dict[str, str]:
    """Name in the graph of every matrix of the trained layers ("4/query"), to be followed by `_q` or `_scale`."""
    return {f"{layer}/{name}": place for layer in TRAINED for name, place in _MATRICES[layer].items()}


def packed(matrix: Floats) -> tuple[Packed, Floats]:
    """A matrix in 8 bits with one scale for each column, (1, columns)."""
    scale = np.maximum(np.abs(matrix).max(axis=0, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.round(matrix / scale).astype(np.int8), scale


def with_layers(model: bytes, layers: Mapping[str, npt.NDArray[np.generic]]) -> bytes:
    """The model with its last layers replaced: vectors by name, matrices as `name` (8 bits) and `name_scale`."""
    graph = onnx.load_from_string(model)
    new = {place: layers[name] for name, place in vector_places().items()}
    for name, place in matrix_places().items():
        new[f"{place}_q"], new[f"{place}_scale"] = layers[name], layers[f"{name}_scale"]
    for tensor in graph.graph.initializer:
        if tensor.name in new:
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(new[tensor.name]), tensor.name))
    _look_up_packed(graph.graph)
    data: bytes = graph.SerializeToString()
    return data


def _look_up_packed(graph: onnx.GraphProto) -> None:
    """Take rows out of the packed tables of words and places before they are unpacked, not after: 35 MB less memory."""
    makers = {node.output[0]: node for node in graph.node}
    nodes: list[onnx.NodeProto] = []
    replaced: list[str] = []
    for node in graph.node:
        scaled = makers.get(node.input[0]) if node.op_type == "Gather" else None
        if scaled is None:
            nodes.append(node)
            continue
        table, index, output = makers[scaled.input[0]].input[0], node.input[1], node.output[0]
        replaced += [scaled.output[0], scaled.input[0]]
        nodes += [
            make_node("Gather", [table, index], [f"{output}_packed"]),
            make_node("Gather", [scaled.input[1], index], [f"{output}_scale"]),
            make_node("Cast", [f"{output}_packed"], [f"{output}_rows"], to=onnx.TensorProto.FLOAT),
            make_node("Mul", [f"{output}_rows", f"{output}_scale"], [output]),
        ]
    del graph.node[:]
    graph.node.extend(node for node in nodes if node.output[0] not in replaced)
