"""What an utterance says of its speaker in the course of a call."""

from pathlib import Path

import numpy as np
import pytest

from app.adapters.arrays import read_arrays
from app.adapters.heat.bearing import COURSE, load_bearing
from app.compose import HEAT_FOLDER, calmline_scorer
from app.core.course import KEPT, Course
from app.core.errors import LexiconError
from app.core.phrases import words_of
from app.paths import bundled

LET_DOWN = (
    "I was told somebody would come on Monday and nobody did.",
    "Then it was Wednesday, and again nobody came or rang.",
    "I have taken two days off work for this now.",
)
FRIENDLY = (
    "Hiya, lovely to hear a real person for a change.",
    "No rush at all, I've got a cup of tea here.",
    "Ah brilliant, thank you so much, that's really kind.",
)
FLAT = "So what happens now?"


def in_a_call(before: tuple[str, ...], last: str) -> float:
    scorer, course = calmline_scorer(), Course()
    for text in before:
        course.hear(scorer.score(text), len(words_of(text)), 1.0)
    return course.hear(scorer.score(last), len(words_of(last)), 1.0)


def test_flat_words_are_angrier_once_the_caller_has_told_of_being_let_down() -> None:
    assert in_a_call(LET_DOWN, FLAT) > in_a_call(FRIENDLY, FLAT) + 0.1


def test_every_utterance_with_words_has_a_bearing_of_three_degrees() -> None:
    scorer = calmline_scorer()
    for text in (*LET_DOWN, *FRIENDLY, "okay", "great, just great"):
        bearing = scorer.score(text).bearing
        assert bearing is not None
        assert len(bearing.own) == 3
        assert [len(one) for one in bearing.later] == [3] * len(KEPT)


def test_what_it_was_read_by_does_not_change_the_heat_of_an_utterance() -> None:
    by_itself = calmline_scorer(in_calls=False)
    for text in (*LET_DOWN, *FRIENDLY):
        alone, heat = by_itself.score(text), calmline_scorer().score(text)
        assert (alone.value, alone.words, alone.signals) == (heat.value, heat.words, heat.signals)
        assert alone.bearing is None


def test_without_the_sentence_model_utterances_stand_by_themselves() -> None:
    assert calmline_scorer(sentences=False).score(LET_DOWN[0]).bearing is None


@pytest.mark.parametrize("name", ["heads", "head_biases", "own", "later"])
def test_weights_of_another_shape_are_one_clear_error(tmp_path: Path, name: str) -> None:
    arrays = read_arrays(bundled(*HEAT_FOLDER) / COURSE)
    arrays[name] = arrays[name][..., :2]
    np.savez_compressed(tmp_path / COURSE, allow_pickle=False, **arrays)
    with pytest.raises(LexiconError, match="cannot be read"):
        load_bearing(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_damaged_weights_are_one_clear_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / COURSE).write_bytes(content)
    with pytest.raises(LexiconError, match="cannot be read"):
        load_bearing(tmp_path)
