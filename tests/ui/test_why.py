"""Which words moved the curve, said to a reader."""

import pytest

from app.core.events import AngerPoint, Channel, Phase, Trend
from app.core.state import Turn
from app.ui.why import AGENT, ASK, NOTHING, UNSCORED, why_of


def turn(number: int, channel: Channel, start_s: float, heat: float | None = None) -> Turn:
    return Turn(
        number=number, channel=channel, start_s=start_s, end_s=start_s + 2, text="words", confidence=0.9, heat=heat
    )


TURNS = [
    turn(1, Channel.AGENT, 1),
    turn(2, Channel.CALLER, 4, 0.6),
    turn(3, Channel.CALLER, 8, 0.1),
    turn(4, Channel.CALLER, 12),
]
CURVE = [
    AngerPoint(
        at_s=6, level=0.4, trend=Trend.RISING, phase=Phase.RISING, words=("third time", "thank you"), by=(0.318, -0.07)
    ),
    AngerPoint(at_s=10, level=0.3, trend=Trend.FALLING, phase=Phase.RISING),
]


def test_words_are_named_with_what_they_added_and_took() -> None:
    assert (
        why_of(4.5, TURNS, CURVE).text
        == "Hotter: “third time”\N{NO-BREAK SPACE}+32   Calmer: “thank you”\N{NO-BREAK SPACE}−7"
    )


def test_words_of_older_calls_are_named_without_figures() -> None:
    old = [AngerPoint(at_s=6, level=0.4, trend=Trend.RISING, phase=Phase.RISING, words=("third time", "again"))]
    assert why_of(4.5, TURNS, old).text == "“third time”, “again”"


def test_a_turn_without_words_that_stand_out_says_so() -> None:
    assert why_of(8, TURNS, CURVE).text == NOTHING


def test_the_agents_words_and_unsure_ones_are_not_scored() -> None:
    assert why_of(2, TURNS, CURVE).text == AGENT
    assert why_of(12, TURNS, CURVE).text == UNSCORED


def test_before_the_first_turn_there_is_nothing_to_say() -> None:
    assert why_of(0, TURNS, CURVE).text == ASK


def test_the_strongest_words_of_a_scored_turn_can_be_judged_wrongly() -> None:
    why = why_of(4.5, TURNS, CURVE)
    assert (why.at_s, why.words, why.is_hotter) == (4, "third time", True)


def test_a_scored_turn_without_words_that_stand_out_can_be_judged_wrongly_too() -> None:
    assert (why_of(8, TURNS, CURVE).at_s, why_of(8, TURNS, CURVE).words) == (8, "")


@pytest.mark.parametrize("at_s", [0, 1, 12])
def test_what_is_not_scored_cannot_be_judged_wrongly(at_s: float) -> None:
    assert why_of(at_s, TURNS, CURVE).at_s is None
