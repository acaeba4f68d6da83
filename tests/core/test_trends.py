"""Weeks, what their counts say, and what is too few to be shown."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Move
from app.core.followed import RuleSums, followed_of
from app.core.small_groups import ENOUGH, told_of_all, too_few
from app.core.trend_words import MEASURES
from app.core.trends import (
    FEW,
    Estimate,
    Trend,
    TrendFigures,
    WeekCounts,
    promises_of,
    together,
    trend_of,
    weeks_until,
)
from app.core.wordless import without_words
from tests.core.calls import document, whole_call

BERLIN = ZoneInfo("Europe/Berlin")


def begins(day: date) -> datetime:
    return datetime.combine(day, time(), BERLIN)


@st.composite
def counts(draw: st.DrawFn) -> WeekCounts:
    scored = draw(st.integers(0, 60))
    heated = draw(st.integers(0, scored))
    calmed = draw(st.lists(st.floats(1, 900), max_size=heated))
    promises = draw(st.lists(st.integers(0, 6), max_size=60))
    return WeekCounts(
        scored=scored, unscored=draw(st.integers(0, 9)), heated=heated, calm_s=tuple(sorted(calmed)),
        noted=len(promises), promises=sum(promises), squares=sum(one * one for one in promises),
    )  # fmt: skip


def test_weeks_begin_on_monday_and_end_with_that_of_today() -> None:
    weeks = weeks_until(date(2026, 3, 4), 3, begins)
    assert [week.monday for week in weeks] == [date(2026, 2, 16), date(2026, 2, 23), date(2026, 3, 2)]
    assert weeks[-1].since == "2026-03-01T23:00:00+00:00"
    assert weeks[-1].until == "2026-03-08T23:00:00+00:00"


def test_the_week_in_which_the_clocks_change_is_an_hour_shorter() -> None:
    [week] = weeks_until(date(2026, 3, 29), 1, begins)
    assert (week.since, week.until) == ("2026-03-22T23:00:00+00:00", "2026-03-29T22:00:00+00:00")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_weeks_follow_one_another_without_a_gap(today: date, count: int) -> None:
    weeks = weeks_until(today, count, begins)
    assert len(weeks) == count
    assert all(before.until == after.since for before, after in pairwise(weeks))
    assert {week.monday.isocalendar().weekday for week in weeks} == {1}
    assert weeks[-1].monday.isocalendar()[:2] == today.isocalendar()[:2]
    assert weeks[-1].since <= begins(today).astimezone(UTC).isoformat(timespec="seconds") < weeks[-1].until


def test_a_week_says_how_many_heated_up_calmed_and_how_fast() -> None:
    week = WeekCounts(
        scored=40, unscored=3, heated=20, calm_s=tuple(map(float, range(10, 120, 10))),
        noted=40, promises=60, squares=130,
    )  # fmt: skip
    [found] = trend_of(TrendFigures(weeks=(week,))).weeks
    assert (found.calls, found.unscored) == (40, 3)
    assert (found.heated.value, found.calmed.value, found.calm_s.value) == (0.5, 11 / 20, 60.0)
    assert (found.heated.of, found.calmed.of, found.calm_s.of) == (40, 20, 11)
    assert found.calm_s.interval is not None
    assert (found.calm_s.interval.low, found.calm_s.interval.high) == (20.0, 100.0)
    assert (found.promises.value, found.promises.of) == (1.5, 40)


def of_calls(scored: int) -> WeekCounts:
    """A week in which every call heats up, calms down and has a promise."""
    return WeekCounts(
        scored=scored, heated=scored, calm_s=(9.0,) * scored, noted=scored, promises=scored, squares=scored,
    )  # fmt: skip


@pytest.mark.parametrize(("hidden", "told"), [((2, 2), 40), ((4,), 40), ((2, 3), 45), ((), 40)])
def test_the_figures_of_hidden_weeks_are_not_what_those_shown_leave_of_all(hidden: tuple[int, ...], told: int) -> None:
    trend = trend_of(TrendFigures(weeks=tuple(map(of_calls, (20, *hidden, 20)))))
    assert trend.whole.calls == 40 + sum(hidden)
    for estimate in (trend.whole.heated, trend.whole.calmed, trend.whole.calm_s, trend.whole.promises):
        assert estimate.of == told


@given(st.lists(counts(), max_size=6))
def test_all_weeks_together_are_those_shown_or_have_five_calls_more(weeks: list[WeekCounts]) -> None:
    trend = trend_of(TrendFigures(weeks=tuple(weeks)))
    for measure in MEASURES:
        shown = sum(one.of for week in trend.weeks if (one := measure.of(week)).value is not None)
        assert measure.of(trend.whole).of - shown not in range(1, ENOUGH) or not shown


def team_of(**people: tuple[int, ...]) -> Trend:
    """A team whose people have so many calls in each week; "nobody" stands for those of nobody who is named."""
    counted = {"" if who == "nobody" else who: tuple(map(of_calls, weeks)) for who, weeks in people.items()}
    return trend_of(TrendFigures(weeks=tuple(map(together, zip(*counted.values(), strict=True))), people=counted))


@pytest.mark.parametrize(
    ("few", "told"),
    [
        ({"cid": (3,)}, 40),
        ({"cid": (2,), "dan": (2,)}, 40),
        ({"nobody": (1,)}, 40),
        ({"cid": (3,), "dan": (3,)}, 46),
        ({"nobody": (5,)}, 45),
        ({"nobody": (5,), "cid": (4,)}, 45),
        ({}, 40),
    ],
)
def test_the_figures_of_a_few_calls_are_not_what_those_of_others_leave_of_the_team(
    few: dict[str, tuple[int, ...]], told: int
) -> None:
    team = team_of(ann=(20,), bob=(20,), **few)
    for period in (*team.weeks, team.whole):
        assert period.calls == 40 + sum(sum(weeks) for weeks in few.values())
        for measure in MEASURES:
            assert measure.of(period).of == told
    assert team.is_without_some is (told < team.whole.calls)


def test_a_team_of_people_with_few_calls_each_is_told_of_as_a_whole() -> None:
    assert team_of(cid=(3,), dan=(3,)).weeks[0].heated.of == 6
    assert team_of(cid=(4,)).weeks[0].heated.value is None


def test_all_weeks_of_the_team_leave_nobody_who_has_few_calls_in_all_of_them() -> None:
    team = team_of(ann=(20, 20), bob=(20, 20), cid=(2, 1))
    assert [week.heated.of for week in team.weeks] == [40, 40]
    assert team.whole.heated.of == 80


SIZES = st.dictionaries(
    st.tuples(st.sampled_from(["", "ann", "bob", "cid", "dan"]), st.integers(0, 3)), st.integers(0, 9), max_size=20
)


def shown(sizes: dict[tuple[str, int], int], place: int, groups: set[object]) -> set[tuple[str, int]]:
    """The cells of the groups that have a figure of their own: without small ones that would show through."""
    found = set[tuple[str, int]]()
    for group in groups:
        cells = {cell for cell in sizes if cell[place] == group}
        large = {cell for cell in cells if sizes[cell] >= ENOUGH}
        rest = sum(sizes[cell] for cell in cells - large)
        told = large if large and rest < ENOUGH else cells
        found |= told if sum(sizes[cell] for cell in told) >= ENOUGH else set()
    return found


@given(SIZES)
def test_what_is_told_of_everybody_in_all_weeks_leaves_no_small_remainder(sizes: dict[tuple[str, int], int]) -> None:
    told = told_of_all(sizes)
    if not told:
        return
    for other in (shown(sizes, 1, {week for _, week in sizes}), shown(sizes, 0, {who for who, _ in sizes if who})):
        remainder = sum(sizes[cell] for cell in told ^ other)
        assert not other or remainder == 0 or remainder >= ENOUGH


def test_who_has_too_few_calls_is_left_out_only_beside_others() -> None:
    assert too_few({"ann": 20, "cid": 4}) == {"cid"}
    assert too_few({"ann": 20, "cid": 4, "dan": 1}) == frozenset()
    assert too_few({"cid": 4}) == too_few({}) == frozenset()


@pytest.mark.parametrize("few", range(ENOUGH))
def test_fewer_than_five_calls_have_no_figures(few: int) -> None:
    week = WeekCounts(scored=few, heated=few, calm_s=(9.0,) * few, noted=few, promises=few, squares=few)
    trend = trend_of(TrendFigures(weeks=(week,), moves={Move.APOLOGY: few}, heard=few))
    [found] = trend.weeks
    shown = [found.heated, found.calmed, found.calm_s, found.promises, trend.moves[Move.APOLOGY]]
    assert shown == [Estimate(of=few)] * 5
    assert trend.hidden == (few > 0)


def test_each_figure_is_hidden_by_its_own_group() -> None:
    week = WeekCounts(scored=50, heated=6, calm_s=(9.0,) * 4, noted=3, promises=9, squares=27)
    [found] = trend_of(TrendFigures(weeks=(week,))).weeks
    assert None not in {found.heated.value, found.calmed.value}
    assert {found.calm_s.value, found.promises.value} == {None}


def test_few_calls_are_said_to_be_few() -> None:
    week = WeekCounts(scored=FEW, heated=FEW - 1)
    [found] = trend_of(TrendFigures(weeks=(week,))).weeks
    assert (found.heated.is_small, found.calmed.is_small, found.promises.is_small) == (False, True, False)


@given(st.lists(counts(), max_size=8))
def test_all_weeks_together_are_the_sum_of_the_weeks(weeks: list[WeekCounts]) -> None:
    trend = trend_of(TrendFigures(weeks=tuple(weeks)))
    assert trend.whole.calls == sum(week.scored for week in weeks)
    assert trend.whole.unscored == sum(week.unscored for week in weeks)
    left_out = sum(len(week.calm_s) for week in weeks) - trend.whole.calm_s.of
    assert left_out == 0 or left_out == sum(len(week.calm_s) for week in weeks if len(week.calm_s) < ENOUGH) < ENOUGH


@given(st.lists(counts(), max_size=4))
def test_a_figure_lies_in_its_interval_and_hidden_ones_have_neither(weeks: list[WeekCounts]) -> None:
    trend = trend_of(TrendFigures(weeks=tuple(weeks)))
    for period in (*trend.weeks, trend.whole):
        for one in (period.heated, period.calmed, period.calm_s, period.promises):
            assert (one.value is None) == (one.of < ENOUGH)
            if one.value is None:
                assert one.interval is None
            elif one.interval is not None:
                assert 0 <= one.interval.low <= one.value <= one.interval.high


def test_techniques_are_shares_of_the_calls_that_were_listened_to() -> None:
    trend = trend_of(TrendFigures(weeks=(), moves={Move.APOLOGY: 30}, heard=40))
    assert trend.moves[Move.APOLOGY].value == 0.75
    assert (trend.moves[Move.OWNERSHIP].value, trend.moves[Move.OWNERSHIP].of) == (0.0, 40)
    assert trend.moves.keys() == set(Move)


def test_rules_with_too_few_moments_are_left_out_and_counted() -> None:
    rules = tuple(
        followed_of(name, RuleSums(shown=shown, held_back=held))
        for name, shown, held in (("often", 5, 0), ("held", 0, 5), ("seldom", 4, 4))
    )
    trend = trend_of(TrendFigures(weeks=(), rules=rules))
    assert ([one.rule for one in trend.rules], trend.left_out) == (["often", "held"], 1)


def test_promises_are_not_known_of_a_call_without_words() -> None:
    call = document(*whole_call())
    assert promises_of(call) == 1
    assert promises_of(without_words(call)) is None
    quiet = replace(call, summary=replace(call.summary, promises=()))
    assert promises_of(quiet) == 0


def test_a_week_has_seven_days_where_the_clocks_stay() -> None:
    [week] = weeks_until(date(2026, 1, 5), 1, begins)
    lasts = datetime.fromisoformat(week.until) - datetime.fromisoformat(week.since)
    assert lasts == timedelta(days=7)
