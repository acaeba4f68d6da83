"""Heat of one utterance from the signals found in it and a general sentiment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.heat import SENTIMENT_WEIGHT, combine
from app.core.lexicon import Signal


def signal(category: str, weight: float, words: str = "w") -> Signal:
    return Signal(category=category, weight=weight, words=words)


def test_nothing_found_is_no_heat() -> None:
    assert combine([], 0.0).value == 0
    assert combine([], 0.0).words == ()


def test_sentiment_alone_heats_a_little() -> None:
    assert combine([], 1.0).value == pytest.approx(SENTIMENT_WEIGHT)


def test_two_kinds_of_signal_add_up_without_passing_one() -> None:
    assert combine([signal("a", 0.5), signal("b", 0.4)], 0.0).value == pytest.approx(1 - 0.5 * 0.6)


def test_a_second_phrase_of_a_kind_counts_half() -> None:
    assert combine([signal("a", 0.4), signal("a", 0.4)], 0.0).value == pytest.approx(1 - 0.6 * 0.8)


def test_thanks_cool() -> None:
    hot = combine([signal("a", 0.5)], 0.0).value
    assert combine([signal("a", 0.5), signal("thanks", -0.6)], 0.0).value == pytest.approx(hot * (1 - 0.85 * 0.6))


@pytest.mark.parametrize("category", ["insult_agent", "threat"])
def test_thanks_do_not_cool_an_insult_or_a_threat(category: str) -> None:
    assert combine([signal(category, 0.7), signal("thanks", -0.6)], 0.0).value == pytest.approx(0.7)


def test_the_three_strongest_phrases_are_named_once_each() -> None:
    heat = combine(
        [signal("a", 0.2, "mild"), signal("b", 0.9, "worst"), signal("c", 0.5, "bad"), signal("c", 0.5, "bad"),
         signal("d", -0.6, "thanks")], 0.0,
    )  # fmt: skip
    assert heat.words == ("worst", "thanks", "bad")
    assert heat.signals == ("b", "d", "c", "a")


@given(
    st.lists(st.builds(signal, st.sampled_from(["a", "b", "insult_agent", "thanks"]), st.floats(-1, 1))),
    st.floats(0, 1),
)
def test_heat_is_between_zero_and_one(signals: list[Signal], negative: float) -> None:
    assert 0 <= combine(signals, negative).value <= 1
