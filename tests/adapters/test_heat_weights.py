"""Trained weights: those that come with Calmline are whole, damaged ones are refused."""

import shutil
from pathlib import Path

import pytest

from app.adapters.heat.minilm import SENTENCE
from app.adapters.heat.weights import VECTORS, WEIGHTS, load_weights
from app.compose import HEAT_FOLDER
from app.core.errors import LexiconError
from app.core.evidence import PIECES
from app.core.ngrams import BUCKETS
from app.paths import bundled
from tests.adapters.damage import KINDS, damage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (WEIGHTS, VECTORS):
        shutil.copy(bundled(*HEAT_FOLDER) / name, tmp_path)
    return tmp_path


def test_there_are_weights_with_and_without_the_sentence_layer(folder: Path) -> None:
    trained = load_weights(folder)
    assert trained.head.shape == (384,)
    assert len(trained.with_sentences.pieces) == len(trained.words_only.pieces) == BUCKETS
    assert trained.with_sentences.by_name[SENTENCE] == trained.with_sentences.by_name[PIECES] == 1
    assert SENTENCE not in trained.words_only.by_name


def test_a_higher_degree_is_less_likely(folder: Path) -> None:
    trained = load_weights(folder)
    for weights in (trained.with_sentences, trained.words_only):
        assert list(weights.biases) == sorted(weights.biases, reverse=True)


@pytest.mark.parametrize("name", [WEIGHTS, VECTORS])
@pytest.mark.parametrize("kind", KINDS)
def test_damaged_weights_are_refused(folder: Path, name: str, kind: str) -> None:
    damage(folder / name, kind)
    with pytest.raises(LexiconError, match="cannot be read"):
        load_weights(folder)
