"""What the layers that are not trained make of texts, computed once."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime

from app.adapters.heat.minilm import find_sentence_model, sentence_tokenizer
from app.adapters.heat.sentence_graph import MATRICES, TRAINED, held_by, layer_of

_BATCH = 64

Floats = npt.NDArray[np.float32]
States = list[npt.NDArray[np.float16]]


def sentence_model_file() -> Path:
    """The installed package's model file."""
    file = find_sentence_model()
    if file is None:
        raise SystemExit("The sentence model is not installed.")
    return file


def original_layers(layers: Sequence[int] = TRAINED) -> dict[str, Floats]:
    """Some layers, the last if none are named, as they come with the model, by the names that tuning uses."""
    held = held_by(sentence_model_file().read_bytes())
    found: dict[str, Floats] = {}
    for layer in layers:
        own = layer_of(held, layer)
        for name in MATRICES:
            own[name] = own[name] * own.pop(f"{name}_scale")
        found |= {f"{layer}/{name}": array.astype(np.float32) for name, array in own.items()}
    return found


def states_of(texts: Sequence[Sequence[str]], vocabulary: Path) -> States:
    """States (tokens, 384) of texts, given as their words, before the first trained layer."""
    model, place = onnx.load(sentence_model_file()), f"inner.encoder.layer.{TRAINED[0] - 1}.output.LayerNorm.weight"
    output = next(node.output[0] for node in model.graph.node if place in node.input)
    model.graph.output.append(
        onnx.helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, ["batch", "sequence", 384])
    )
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    encoded = [
        one.ids
        for one in sentence_tokenizer(vocabulary).encode_batch(
            [list(words) or ["."] for words in texts], is_pretokenized=True
        )
    ]
    found: dict[int, npt.NDArray[np.float16]] = {}
    order = sorted(range(len(texts)), key=lambda row: len(encoded[row]))
    for first in range(0, len(order), _BATCH):
        rows = order[first : first + _BATCH]
        ids = np.zeros((len(rows), len(encoded[rows[-1]])), np.int64)
        for at, row in enumerate(rows):
            ids[at, : len(encoded[row])] = encoded[row]
        mask = np.arange(ids.shape[1]) < np.array([[len(encoded[row])] for row in rows])
        fed = {"input_ids": ids, "attention_mask": mask.astype(np.int64), "token_type_ids": np.zeros_like(ids)}
        (states,) = session.run([output], fed)
        found |= {row: states[at, : len(encoded[row])].astype(np.float16) for at, row in enumerate(rows)}
    return [found[row] for row in range(len(texts))]
