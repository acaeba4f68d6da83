"""Intervals against published figures, and what holds of all of them."""

from statistics import NormalDist, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.intervals import mean_interval, median_interval, share_interval, t_point, variance_of


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_shares_have_the_intervals_of_newcombes_table(count: int, of: int, low: float, high: float) -> None:
    """R. G. Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998) 857, method 3."""
    found = share_interval(count, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize("wrong", [(1, 0), (0, 0), (-1, 5), (6, 5)])
def test_a_share_of_nothing_or_of_more_than_all_is_none(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"\("):
        share_interval(*wrong)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_lies_in_its_interval_and_that_within_0_and_1(share: tuple[int, int]) -> None:
    count, of = share
    found, other = share_interval(count, of), share_interval(of - count, of)
    assert 0 <= found.low <= count / of <= found.high <= 1
    assert found.high - found.low == pytest.approx(other.high - other.low)


@given(st.integers(1, 200), st.integers(0, 200))
def test_more_calls_of_the_same_share_make_its_interval_narrower(of: int, part: int) -> None:
    count = min(part, of)
    few, many = share_interval(count, of), share_interval(10 * count, 10 * of)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    ("of", "low", "high"),
    [
        (6, 1, 6), (8, 1, 8), (9, 2, 8), (10, 2, 9), (12, 3, 10), (15, 4, 12), (20, 6, 15), (25, 8, 18),
        (30, 10, 21), (50, 18, 33),
    ],
)  # fmt: skip
def test_medians_have_the_ranks_of_campbells_and_gardners_table(of: int, low: int, high: int) -> None:
    """M. J. Campbell and M. J. Gardner, BMJ 296 (1988) 1454: exact 95 % limits of a median, by ranks."""
    found = median_interval(range(1, of + 1))
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("of", range(6))
def test_of_five_values_and_fewer_no_median_is_sure(of: int) -> None:
    assert median_interval([1.0] * of) is None


@given(st.lists(st.floats(0, 1e4), min_size=6, max_size=300).map(sorted))
def test_a_median_lies_in_its_interval(values: list[float]) -> None:
    found = median_interval(values)
    assert found is not None
    middle = len(values) // 2
    assert found.low <= values[middle] <= found.high
    assert {found.low, found.high} <= set(values)


@pytest.mark.parametrize(
    ("freedom", "point"), [(3, 3.182), (4, 2.776), (5, 2.571), (9, 2.262), (20, 2.086), (30, 2.042), (120, 1.980)]
)
def test_the_t_distribution_has_its_table(freedom: float, point: float) -> None:
    assert t_point(freedom) == pytest.approx(point, abs=0.005)


def test_the_t_distribution_becomes_the_normal_one() -> None:
    assert t_point(1e9) == pytest.approx(NormalDist().inv_cdf(0.975))


def test_a_mean_has_the_interval_of_student() -> None:
    """Values 1 to 5: mean 3, standard error 0.7071, t of 4 degrees of freedom 2.776."""
    found = mean_interval(5, 15, 55)
    assert found is not None
    assert found.low == pytest.approx(1.037, abs=0.001)
    assert found.high == pytest.approx(4.963, abs=0.001)


@pytest.mark.parametrize("of", [0, 1])
def test_one_value_has_no_spread(of: int) -> None:
    assert mean_interval(of, of, of) is None


@given(st.lists(st.integers(0, 50), min_size=2, max_size=100))
def test_sums_are_enough_for_mean_and_variance(values: list[int]) -> None:
    total, squares = sum(values), sum(one * one for one in values)
    found = mean_interval(len(values), total, squares)
    assert found is not None
    assert found.low <= fmean(values) <= found.high
    assert variance_of(len(values), total, squares) == pytest.approx(
        sum((one - fmean(values)) ** 2 for one in values) / (len(values) - 1), abs=1e-9
    )
