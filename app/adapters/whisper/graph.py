"""The graphs of Whisper's encoder and text decoder for onnxruntime, with weights of 8 bits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from app.adapters.whisper.weights import Weights

_CONTRIBUTED = "com.microsoft"  # onnxruntime's own operators
_OPSET = 17
_IR_VERSION = 8
_EPSILON = 1e-5  # of the layer norms, as Whisper was trained
_MIDDLE = 128  # what stands for 0 in the packed weights
_MOST = 127
_LEAST = np.finfo(np.float32).tiny
_ROWS = 1024


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder or of a text decoder: layers, heads, numbers for each token, and places for tokens."""

    layers: int
    heads: int
    width: int
    places: int

    @property
    def head(self) -> int:
        """Numbers of each head."""
        return self.width // self.heads


def shape_of(weights: Weights, part: str) -> Shape:
    """The sizes of a model's `encoder` or `decoder`. Raises KeyError where it has none."""
    places, width = weights.raw(f"{part}/position_encodings/encodings").shape
    layers = 0
    while f"{part}/layer_{layers}/ffn/linear_0/weight" in weights:
        layers += 1
    return Shape(layers=layers, heads=weights.number(f"{part}/num_heads"), width=width, places=places)


def sound_graph(weights: Weights) -> bytes:
    """What each layer of the decoder reads of a sound.

    In: `spectrum` (1, mels, 2 * frames) and `places` (1, frames, width), what stands for each place. Out, for each
    layer i of the decoder: `heard_k{i}`, `heard_v{i}` (1, heads, frames, head).
    """
    shape, graph = shape_of(weights, "decoder"), _Graph(weights)
    sound = _encoded(graph, shape_of(weights, "encoder"))
    outputs = []
    for layer in range(shape.layers):
        both = graph.linear(sound, f"decoder/layer_{layer}/attention/linear_1")
        for kind, part in zip("kv", graph.split(both, [shape.width] * 2), strict=True):
            outputs.append(f"heard_{kind}{layer}")
            graph.named(graph.to_heads(part, shape), outputs[-1])
    _, mels, _ = weights.raw("encoder/conv1/weight").shape
    return graph.model({"spectrum": [1, mels, "sounds"], "places": [1, "frames", shape.width]}, outputs)


def _encoded(graph: "_Graph", shape: Shape) -> str:
    """The encoder, (1, frames, width); the engine's attention keeps no table of all frames against all."""
    sound = "spectrum"
    for number, stride in ((1, 1), (2, 2)):
        sound = graph.gelu(graph.convolution(sound, f"encoder/conv{number}", stride))
    sound = graph.add("Add", graph.add("Transpose", sound, perm=[0, 2, 1]), "places")
    for layer in range(shape.layers):
        name = f"encoder/layer_{layer}"
        packed = graph.linear(graph.norm(sound, f"{name}/self_attention"), f"{name}/self_attention/linear_0")
        read = graph.reading(*graph.split(packed, [shape.width] * 3), shape=shape)
        sound = graph.add("Add", sound, graph.linear(read, f"{name}/self_attention/linear_1"))
        sound = graph.add("Add", sound, graph.feed_forward(sound, f"{name}/ffn"))
    return graph.norm(sound, "encoder")


def text_graph(weights: Weights) -> bytes:
    """One pass over new tokens, behind those that were passed before.

    In: `tokens` (beams, new, width), what stands for each new token; `parents` (beams), which of the old beams each new
    one goes on from; `mask` (new, old + new), added to the attention; `rows`, for which of the beams * new tokens the
    next token is wanted; for each layer i `heard_k{i}`, `heard_v{i}` and the old tokens' `k{i}`, `v{i}` (old beams,
    heads, old, head). Out: `next` (rows, vocabulary), unnormalised log probabilities; `new_k{i}`, `new_v{i}`.
    """
    shape, graph = shape_of(weights, "decoder"), _Graph(weights)
    inputs: dict[str, list[str | int]] = {
        "tokens": ["beams", "new", shape.width],
        "mask": ["new", "all"],
    }
    outputs = ["next"]
    text = "tokens"
    for layer in range(shape.layers):
        name = f"decoder/layer_{layer}"
        packed = graph.linear(graph.norm(text, f"{name}/self_attention"), f"{name}/self_attention/linear_0")
        query, *new = graph.split(packed, [shape.width] * 3)
        for kind, part in zip("kv", new, strict=True):
            inputs[f"{kind}{layer}"] = ["old_beams", shape.heads, "old", shape.head]
            outputs.append(f"new_{kind}{layer}")
            old = graph.add("Gather", f"{kind}{layer}", "parents", axis=0)
            graph.named(graph.add("Concat", old, graph.to_heads(part, shape), axis=2), outputs[-1])
        read = graph.attention(query, outputs[-2], outputs[-1], shape)
        text = graph.add("Add", text, graph.linear(read, f"{name}/self_attention/linear_1"))
        query = graph.linear(graph.norm(text, f"{name}/attention"), f"{name}/attention/linear_0")
        read = graph.hearing(query, layer, shape)
        for kind in "kv":
            inputs[f"heard_{kind}{layer}"] = [1, shape.heads, "frames", shape.head]
        text = graph.add("Add", text, graph.linear(read, f"{name}/attention/linear_2"))
        text = graph.add("Add", text, graph.feed_forward(text, f"{name}/ffn"))
    flat = graph.add("Reshape", text, graph.integers(-1, shape.width))
    wanted = graph.norm(graph.add("Gather", flat, "rows", axis=0), "decoder")
    graph.named(graph.packed(wanted, "decoder/embeddings/weight"), "next")
    return graph.model(inputs, outputs, indices=["parents", "rows"])


class _Graph:
    """Nodes of a graph and their constants; each method that adds nodes returns the name of what comes out."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []
        self._names = 0

    def add(self, kind: str, *inputs: str, domain: str = "", **options: Any) -> str:
        output = self._name()
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **options))
        return output

    def named(self, value: str, name: str) -> None:
        self._nodes.append(helper.make_node("Identity", [value], [name]))

    def split(self, value: str, sizes: Sequence[int]) -> list[str]:
        outputs = [self._name() for _ in sizes]
        self._nodes.append(helper.make_node("Split", [value, self.integers(*sizes)], outputs, axis=-1))
        return outputs

    def integers(self, *values: int) -> str:
        return self._constant(np.array(values, dtype=np.int64))

    def linear(self, value: str, name: str) -> str:
        return self.packed(value, f"{name}/weight", self._weights.array(f"{name}/bias"))

    def packed(self, value: str, name: str, bias: NDArray[np.float32] | None = None) -> str:
        """Values times a matrix (outputs, inputs) that is packed into 8 bits, with a scale for each output.

        Unsigned weights, since signed ones overflow on processors without VNNI.
        """
        outputs, inputs = self._weights.raw(name).shape
        packed, scale = np.empty((inputs, outputs), dtype=np.uint8), np.empty(outputs, dtype=np.float32)
        for first in range(0, outputs, _ROWS):  # as many as stay in the processor's cache from step to step
            rows = slice(first, first + _ROWS)
            weight = self._weights.array(name, rows)
            scale[rows] = np.maximum(np.maximum(weight.max(axis=1), -weight.min(axis=1)), _LEAST) / _MOST
            weight /= scale[rows, None]
            np.rint(weight, out=weight)
            weight += _MIDDLE
            packed[:, rows] = weight.T
        middle = np.full(outputs, _MIDDLE, dtype=np.uint8)
        factors = [self._constant(part) for part in (packed, scale, middle)]
        if bias is not None:
            factors.append(self._constant(bias))
        return self.add("DynamicQuantizeMatMul", value, *factors, domain=_CONTRIBUTED)

    def norm(self, value: str, name: str) -> str:
        factors = [self._constant(self._weights.array(f"{name}/layer_norm/{part}")) for part in ("gamma", "beta")]
        return self.add("LayerNormalization", value, *factors, axis=-1, epsilon=_EPSILON)

    def feed_forward(self, value: str, name: str) -> str:
        inner = self.linear(self.norm(value, name), f"{name}/linear_0")
        return self.linear(self.gelu(inner), f"{name}/linear_1")

    def gelu(self, value: str) -> str:
        return self.add("Gelu", value, domain=_CONTRIBUTED)

    def convolution(self, value: str, name: str, stride: int) -> str:
        """Over three neighbours, (1, channels, frames)."""
        factors = [self._constant(self._weights.array(f"{name}/{part}")) for part in ("weight", "bias")]
        return self.add("Conv", value, *factors, kernel_shape=[3], pads=[1, 1], strides=[stride])

    def to_heads(self, value: str, shape: Shape) -> str:
        """(beams, tokens, width) to (beams, heads, tokens, head)."""
        parted = self.add("Reshape", value, self.integers(0, 0, shape.heads, shape.head))
        return self.add("Transpose", parted, perm=[0, 2, 1, 3])

    def attention(self, query: str, keys: str, values: str, shape: Shape) -> str:
        """What the new tokens read of all up to themselves."""
        scaled = self.add("Mul", self.to_heads(query, shape), self._constant(np.array(shape.head**-0.5, np.float32)))
        likeness = self.add("Add", self.add("MatMul", scaled, self.add("Transpose", keys, perm=[0, 1, 3, 2])), "mask")
        read = self.add("MatMul", self.add("Softmax", likeness, axis=-1), values)
        return self.add("Reshape", self.add("Transpose", read, perm=[0, 2, 1, 3]), self.integers(0, 0, shape.width))

    def hearing(self, query: str, layer: int, shape: Shape) -> str:
        """What the new tokens read of the sound; all beams hear the same, as if they were one behind the other."""
        sizes = self.add("Shape", query)
        flat = self.add("Reshape", query, self.integers(1, -1, shape.width))
        read = self.reading(flat, f"heard_k{layer}", f"heard_v{layer}", shape=shape)
        return self.add("Reshape", read, sizes)

    def reading(self, query: str, keys: str, values: str, *, shape: Shape) -> str:
        """What each query reads of all values."""
        return self.add("MultiHeadAttention", query, keys, values, domain=_CONTRIBUTED, num_heads=shape.heads)

    def model(
        self,
        inputs: dict[str, list[str | int]],
        outputs: Sequence[str],
        indices: Sequence[str] = (),
    ) -> bytes:
        """The finished graph. Of the outputs only the number of dimensions is said."""
        ins = [helper.make_tensor_value_info(name, TensorProto.FLOAT, sizes) for name, sizes in inputs.items()]
        ins += [helper.make_tensor_value_info(name, TensorProto.INT64, [name]) for name in indices]
        outs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
        graph = helper.make_graph(self._nodes, "whisper", ins, outs, self._constants)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIBUTED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
        return bytes(model.SerializeToString())

    def _constant(self, values: NDArray[np.generic]) -> str:
        name = self._name()
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _name(self) -> str:
        self._names += 1
        return f"n{self._names}"
