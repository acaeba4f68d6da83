"""The sentence model with its last layers replaced, and the evidence that a head reads in it."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from app.adapters.heat.minilm import SentenceLayer, SentenceModel, find_sentence_model
from app.adapters.heat.sentence_graph import matrix_places, packed, vector_places, with_layers
from app.adapters.heat.weights import load_weights
from app.adapters.onnx_session import onnx_session
from app.compose import HEAT_FOLDER, SENTENCE_VOCABULARY
from app.core.errors import ModelError
from app.core.wording import Wording
from app.paths import bundled

VOCABULARY = bundled(*SENTENCE_VOCABULARY)


def model_file() -> Path:
    file = find_sentence_model()
    assert file is not None
    return file


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    return SentenceModel(model_file(), VOCABULARY, load_weights(bundled(*HEAT_FOLDER)).layers)


def test_with_its_own_layers_put_back_the_model_reads_as_before() -> None:
    data = model_file().read_bytes()
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load_from_string(data).graph.initializer}
    own = {name: held[place] for name, place in vector_places().items()}
    for name, place in matrix_places().items():
        own[name], own[f"{name}_scale"] = held[f"{place}_q"], held[f"{place}_scale"]
    ids = np.array([[101, 2023, 2003, 1996, 2353, 2051, 102]], np.int64)
    fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    (before,), (after,) = (onnx_session(graph).run(None, fed) for graph in (data, with_layers(data, own)))
    assert after == pytest.approx(before, abs=1e-4)


def test_matrices_are_packed_by_column_to_within_half_a_step() -> None:
    matrix = np.random.default_rng(1).normal(size=(20, 5)).astype(np.float32)
    small, scale = packed(matrix)
    assert small.dtype == np.int8
    assert np.abs(small * scale - matrix).max() <= scale.max() / 2 + 1e-6


def test_words_have_states_and_the_frame_around_them_belongs_to_none(model: SentenceModel) -> None:
    states, owners = model.read(["unbelievable", "service"])
    assert states.shape == (len(owners), 384)
    assert owners[0] is None
    assert owners[-1] is None
    assert {owner for owner in owners if owner is not None} == {0, 1}


def test_what_a_head_reads_is_the_sum_of_what_it_reads_in_each_word(model: SentenceModel) -> None:
    head = np.random.default_rng(2).normal(size=384).astype(np.float32)
    wording = Wording.of("Nobody's well-known here, are they?")
    mean = model.read(wording.plain)[0].mean(axis=0)
    found = SentenceLayer(model, head).read(wording)
    assert sum(one.amount for one in found) == pytest.approx(float(mean @ head / np.linalg.norm(mean)), abs=1e-4)
    assert {one.words for one in found} == {(), (0,), (1,), (2,), (3,), (4,)}


def test_a_text_longer_than_the_model_reads_is_read_from_its_start(model: SentenceModel) -> None:
    states, _ = model.read(["word"] * 500)
    assert len(states) == 128


def test_no_words_are_no_evidence(model: SentenceModel) -> None:
    assert SentenceLayer(model, np.ones(384, np.float32)).read(Wording.of("...")) == []


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(model_file().read_bytes()[:-1])
    with pytest.raises(ModelError, match="damaged"):
        SentenceModel(damaged, VOCABULARY, {})


def test_a_model_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        SentenceModel(tmp_path, VOCABULARY, {})
