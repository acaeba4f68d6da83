"""Scorers: plain VADER is a baseline; Calmline's adds layers up, with and without the sentence model."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.heat import minilm
from app.compose import calmline_scorer, load_scorer
from app.core.errors import InputError
from app.core.ports import Scorer


@cache
def calmline() -> Scorer:
    return load_scorer("calmline")


@cache
def words_only() -> Scorer:
    return calmline_scorer(sentences=False)


@cache
def vader() -> Scorer:
    return load_scorer("vader")


Made = Callable[[], Scorer]


@pytest.mark.parametrize(("made", "name"), [(calmline, "calmline"), (vader, "vader")])
def test_a_scorer_has_the_name_it_was_chosen_by(made: Made, name: str) -> None:
    assert made().name == name


def test_an_unknown_scorer_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="'nope'") as refused:
        load_scorer("nope")
    assert "calmline, vader" in refused.value.advice


@pytest.mark.parametrize("made", [calmline, words_only, vader])
@given(text=st.text())
def test_heat_of_any_text_is_between_zero_and_one_and_always_the_same(made: Made, text: str) -> None:
    scorer = made()
    heat = scorer.score(text)
    assert 0 <= heat.value <= 1
    assert len(heat.words) <= 3
    assert scorer.score(text) == heat


@pytest.mark.parametrize(
    "said",
    [
        "This is the third time I've called about this!",
        "Nobody is listening to me.",
        "I already told you this.",
        "Great, just great.",
        "I have been on hold for forty minutes.",
        "Let me speak to your manager.",
    ],
)
def test_the_call_centre_layer_hears_anger_where_a_general_scorer_hears_none(said: str) -> None:
    assert calmline().score(said).value > 0.3


@pytest.mark.parametrize(
    "said",
    [
        "I got a fraud alert on my credit card.",
        "The storm killed the power.",
        "Thank you.",
        "My name is Joe.",
        "",
        "Customer service.",
        "Are you a robot?",
        "...",
    ],
)
def test_calm_words_are_not_tense(said: str) -> None:
    assert calmline().score(said).value < 0.27


def test_thanks_cool_what_is_said_with_them() -> None:
    angry = "This is the third time I have called."
    assert calmline().score(f"{angry} But thank you, that is a relief.").value < calmline().score(angry).value


def test_without_the_sentence_model_the_scorer_works_and_its_name_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "find_sentence_model", lambda: None)
    scorer = load_scorer()
    assert scorer.name == "calmline, words only"
    assert scorer.score("You are useless, you stupid man.").value > 0.5 > scorer.score("Thank you.").value


def test_a_damaged_sentence_model_is_done_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(b"no model")
    monkeypatch.setattr(minilm, "find_sentence_model", lambda: damaged)
    assert load_scorer().name == "calmline, words only"


@pytest.mark.parametrize("made", [calmline, words_only])
def test_heat_does_not_depend_on_capitals_and_punctuation(made: Made) -> None:
    scorer = made()
    said, heard = "I've told you TWICE: it doesn't work!", "ive told you twice it doesnt work"
    assert scorer.score(said).value == pytest.approx(scorer.score(heard).value, abs=0.05)


def test_the_words_that_moved_the_heat_are_named_with_how_much() -> None:
    heat = calmline().score("Well, you useless idiots have lost my parcel.")
    assert "idiots" in heat.words[0]
    assert heat.by[0] > 0.1
