"""The sentence model with its last layers replaced, and the evidence that a head reads in it."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from app.adapters.heat.minilm import SentenceLayer, SentenceModel, find_sentence_model
from app.adapters.heat.sentence_graph import IDS, held_by, layer_of, packed, sentence_graph
from app.adapters.heat.weights import load_weights
from app.adapters.onnx_session import onnx_session
from app.compose import HEAT_FOLDER, SENTENCE_VOCABULARY
from app.core.errors import ModelError
from app.core.wording import Wording
from app.paths import bundled

VOCABULARY = bundled(*SENTENCE_VOCABULARY)
TOKENS = [[101, 2023, 2003, 1996, 2353, 2051, 102]]


def model_file() -> Path:
    file = find_sentence_model()
    assert file is not None
    return file


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    return SentenceModel(model_file(), VOCABULARY, load_weights(bundled(*HEAT_FOLDER)).layers)


def states_by(graph: bytes) -> npt.NDArray[np.float32]:
    (states,) = onnx_session(graph).run(None, {IDS: np.array(TOKENS, np.int64)})
    return np.asarray(states[0], np.float32)


def test_without_new_layers_it_reads_as_the_package_does_but_for_rounding() -> None:
    data, ids = model_file().read_bytes(), np.array(TOKENS, np.int64)
    fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    (whole,) = onnx_session(data).run(None, fed)
    before, after = whole[0].mean(axis=0), states_by(sentence_graph(data, {})).mean(axis=0)
    assert before @ after / np.linalg.norm(before) / np.linalg.norm(after) > 0.99


def test_a_layer_that_is_given_takes_the_place_of_the_model_s_own() -> None:
    data = model_file().read_bytes()
    layer = layer_of(held_by(data), 5)
    same = {f"5/{name}": array for name, array in layer.items()}
    moved = {**same, "5/second_shift": layer["second_shift"] + np.float32(1)}
    before = states_by(sentence_graph(data, {}))
    assert states_by(sentence_graph(data, same)) == pytest.approx(before)
    assert states_by(sentence_graph(data, moved)) == pytest.approx(before + 1, abs=1e-5)


def test_matrices_are_packed_by_column_to_within_half_a_step() -> None:
    matrix = np.random.default_rng(1).normal(size=(20, 5)).astype(np.float32)
    small, scale = packed(matrix)
    assert small.dtype == np.int8
    assert np.abs(small * scale - matrix).max() <= scale.max() / 2 + 1e-6


def test_words_have_states_and_the_frame_around_them_belongs_to_none(model: SentenceModel) -> None:
    read = model.read(["unbelievable", "service"])
    states, owners = read.tokens, read.owners
    assert states.shape == (len(owners), 384)
    assert owners[0] is None
    assert owners[-1] is None
    assert {owner for owner in owners if owner is not None} == {0, 1}


def test_what_a_head_reads_is_the_sum_of_what_it_reads_in_each_word(model: SentenceModel) -> None:
    head = np.random.default_rng(2).normal(size=384).astype(np.float32)
    wording = Wording.of("Nobody's well-known here, are they?")
    states = model.read(wording.plain)
    found = SentenceLayer(head).read(states, wording)
    assert sum(one.amount for one in found) == pytest.approx(float(states.mean @ head), abs=1e-4)
    assert {one.words for one in found} == {(), (0,), (1,), (2,), (3,), (4,)}


def test_a_text_longer_than_the_model_reads_is_read_from_its_start(model: SentenceModel) -> None:
    assert len(model.read(["word"] * 500).tokens) == 128


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(model_file().read_bytes()[:-1])
    with pytest.raises(ModelError, match="damaged"):
        SentenceModel(damaged, VOCABULARY, {})


def test_a_model_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        SentenceModel(tmp_path, VOCABULARY, {})
