"""How figures, intervals, hidden groups and rules are said."""

import pytest

from app.core.call_words import percent, span
from app.core.followed import Difference, RuleSums, followed_of
from app.core.intervals import Interval
from app.core.trend_words import (
    MEASURES,
    calls_words,
    change,
    difference_words,
    estimate_words,
    hidden_words,
    measure_words,
    number,
    period_words,
    verdict,
)
from app.core.trends import Estimate, Period, Trend, TrendFigures, WeekCounts, trend_of

SHARE = Estimate(of=143, value=0.32, interval=Interval(low=0.25, high=0.4))
NOTHING = Estimate(of=4)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def period(**figures: Estimate) -> Period:
    every = dict.fromkeys(("heated", "calmed", "calm_s", "promises"), NOTHING) | figures
    return Period(calls=143, unscored=3, **every)


def test_a_figure_is_said_with_its_interval_and_how_many_calls_it_comes_from() -> None:
    assert plain(estimate_words(SHARE, percent)) == "32 % (25 % to 40 %), from 143 calls"
    median = Estimate(of=46, value=72.0, interval=Interval(low=50.0, high=120.0))
    assert plain(estimate_words(median, span)) == "1 min 12 s (50 s to 2 min), from 46 calls"


def test_a_figure_without_an_interval_and_one_that_is_hidden_say_so() -> None:
    assert plain(estimate_words(Estimate(of=5, value=30.0), span)) == "30 s, from 5 calls"
    assert estimate_words(NOTHING, span) == "fewer than 5 calls, not shown"


def test_small_numbers_are_said_to_be_small() -> None:
    heated = MEASURES[0]
    small = Estimate(of=12, value=0.5, interval=Interval(low=0.25, high=0.75))
    assert plain(measure_words(heated, period(heated=small))).endswith("from 12 calls (few calls)")
    assert "few calls" not in measure_words(heated, period(heated=SHARE))
    assert "few calls" not in measure_words(heated, period())


def test_a_week_is_one_sentence_with_all_its_figures() -> None:
    said = plain(period_words("Week of 2 Mar", period(heated=SHARE)))
    assert said.startswith("Week of 2 Mar: 143 calls, and 3 that were not scored; heated up 32 % (25 % to 40 %), ")
    assert said.count("not shown") == 3


def test_calls_that_were_not_scored_are_told_only_where_there_are_any() -> None:
    [scored] = trend_of(TrendFigures(weeks=(WeekCounts(scored=9),))).weeks
    assert calls_words(scored) == "9 calls"


def test_weeks_that_are_left_out_are_counted() -> None:
    assert hidden_words(_weeks_of(5, 20)) == ""
    assert hidden_words(_weeks_of(3, 4, 20)) == "Weeks with fewer than 5 calls are gaps: 2."
    gap = "Weeks with fewer than 5 calls are gaps: 1. They are left out of all weeks together as well."
    assert hidden_words(_weeks_of(4, 20)) == gap


def test_that_people_with_few_calls_are_left_out_is_said() -> None:
    people = {name: (WeekCounts(scored=calls),) for name, calls in (("ann", 20), ("cid", 3))}
    said = hidden_words(trend_of(TrendFigures(weeks=(WeekCounts(scored=23),), people=people)))
    assert said == "Agents with fewer than 5 calls are left out where the figures of the others would tell theirs."


def test_a_figure_of_enough_calls_that_would_tell_of_few_says_why_it_is_not_shown() -> None:
    people = {
        name: tuple(WeekCounts(scored=calls) for calls in weeks) for name, weeks in (("ann", (0, 1)), ("cid", (2, 4)))
    }
    whole = trend_of(TrendFigures(weeks=(WeekCounts(scored=2), WeekCounts(scored=5)), people=people)).whole
    assert (
        estimate_words(whole.heated, percent) == "not shown: with the other figures it would tell of fewer than 5 calls"
    )
    assert estimate_words(whole.promises, percent) == "fewer than 5 calls, not shown"


def _weeks_of(*scored: int) -> Trend:
    return trend_of(TrendFigures(weeks=tuple(WeekCounts(scored=one) for one in scored)))


@pytest.mark.parametrize(("value", "said"), [(None, "-"), (0.0, "+0.00"), (-0.154, "-0.15")])
def test_a_change_has_its_sign(value: float | None, said: str) -> None:
    assert change(value) == said


def test_a_mean_is_said_to_its_tenth() -> None:
    assert number(1.26) == "1.3"


@pytest.mark.parametrize(
    ("after", "said"),
    [(-3000, "Calmer after it was shown"), (3000, "Angrier after it was shown"), (9, "No difference to be seen")],
)
def test_what_followed_is_put_into_words(after: int, said: str) -> None:
    sums = RuleSums(
        shown=50, measured=50, after=50 * after, after_squares=50 * (after**2 + 1000**2),
        held_back=50, without=0, without_squares=50 * 1000**2,
    )  # fmt: skip
    rule = followed_of("ask", sums)
    assert verdict(rule) == said
    assert isinstance(rule.difference, Difference)
    assert difference_words(rule).startswith(f"{change(rule.difference.mean)} (")


def test_too_little_says_nothing() -> None:
    rule = followed_of("ask", RuleSums(shown=9, measured=9, held_back=500))
    assert (verdict(rule), difference_words(rule)) == ("Too little to tell", "-")
