"""Trained heads for moves and danger: those that come with Calmline are whole, damaged ones are refused."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from app.adapters.talk.heads import ANY, DANGERS, MOVES, TALK, Heads, load_heads
from app.compose import TALK_FOLDER, load_reader, read_lexicon, read_vocabulary
from app.core.danger import Danger
from app.core.errors import LexiconError
from app.core.events import Move
from app.core.ngrams import BUCKETS, pieces_of
from app.paths import bundled
from tests.adapters.damage import KINDS, damage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(bundled(*TALK_FOLDER) / TALK, tmp_path)
    return tmp_path


def test_the_questions_are_moves_and_danger_and_every_column_is_a_kind_of_phrase(folder: Path) -> None:
    moves, danger = load_heads(folder, MOVES), load_heads(folder, DANGERS)
    assert {Move(name) for name in moves.names} <= set(read_vocabulary().agent.phrases)
    assert set(moves.columns) <= set(read_vocabulary().agent.phrases)
    assert danger.names == (ANY, *Danger)
    assert set(danger.columns) <= {category.name for category in read_lexicon().categories}


def test_state_pieces_and_phrases_add_up() -> None:
    [(bucket, _), *_] = pieces_of(["a"])
    pieces = np.zeros((1, BUCKETS), np.int8)
    pieces[0, bucket] = 50
    heads = Heads(
        names=("one",),
        columns=("kind",),
        state=np.ones((1, 2), np.float32),
        pieces=pieces,
        scale=np.full((1, 1), 0.01, np.float32),
        phrases=np.full((1, 1), 3, np.float32),
        bias=np.full(1, -2, np.float32),
    )
    mean = np.array([0.5, 0.0], np.float32)
    found = 8 / len(pieces_of(["a"])) ** 0.5 * 0.5
    assert heads.odds(mean, ["a"], set())["one"] == pytest.approx(-2 + 3 + found)
    assert heads.odds(mean, ["a"], {"kind", "other"})["one"] == pytest.approx(-2 + 3 + found + 3)
    assert heads.odds(mean, [], set())["one"] == pytest.approx(-2 + 3)


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_heads_are_refused(folder: Path, kind: str) -> None:
    damage(folder / TALK, kind)
    with pytest.raises(LexiconError, match="cannot be read"):
        load_heads(folder, MOVES)


def test_moves_are_read_that_no_phrase_names() -> None:
    said = "Being charged twice right before the holidays is awful."
    assert Move.ACKNOWLEDGEMENT in load_reader().read(said)
    assert Move.ACKNOWLEDGEMENT not in load_reader(sentences=False).read(said)


def test_without_words_there_is_no_move() -> None:
    assert load_reader().read("...") == frozenset()
