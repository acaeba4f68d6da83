"""Scorers: plain VADER is a baseline, the call-centre layer knows what angry callers say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compose import load_scorer
from app.core.errors import InputError
from app.core.ports import Scorer

SCORERS = {name: load_scorer(name) for name in ("calmline", "vader")}
CALMLINE = SCORERS["calmline"]


@pytest.mark.parametrize("name", SCORERS)
def test_a_scorer_has_the_name_it_was_chosen_by(name: str) -> None:
    assert SCORERS[name].name == name


def test_an_unknown_scorer_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="'nope'") as refused:
        load_scorer("nope")
    assert "calmline, vader" in refused.value.advice


@pytest.mark.parametrize("scorer", SCORERS.values(), ids=SCORERS)
@given(text=st.text())
def test_heat_of_any_text_is_between_zero_and_one_and_always_the_same(scorer: Scorer, text: str) -> None:
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
    assert CALMLINE.score(said).value > 0.3


@pytest.mark.parametrize(
    "said",
    ["I got a fraud alert on my credit card.", "The storm killed the power.", "Thank you.", "My name is Joe.", ""],
)
def test_calm_words_are_not_hot(said: str) -> None:
    assert CALMLINE.score(said).value < 0.15


def test_thanks_cool_what_is_said_with_them() -> None:
    angry = "This is the third time I have called."
    assert CALMLINE.score(f"{angry} But thank you, that is a relief.").value < CALMLINE.score(angry).value
