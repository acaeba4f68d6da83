"""Trends counted over a store: weeks, one agent, practice, promises that outlive words, and rules."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from app.adapters import trend_store
from app.adapters.call_store import SqlCallStore
from app.adapters.trend_query import Counted
from app.adapters.trend_store import SqlTrendStore
from app.core.consent import NOT_HEARD
from app.core.document import CallDocument
from app.core.events import Move, Phase
from app.core.followed import what_followed
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.trend_port import TrendStore
from app.core.trends import TrendFigures, WeekCounts, together, weeks_until
from app.core.wordless import without_words
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into
from tests.adapters.trend_calls import CALLS, HOT, RULED, SORRY, WEEKS, C, call, promised, rule_call
from tests.core.calls import document, felt, said, started
from tests.memory_store import MemoryStore
from tests.memory_trends import MemoryTrends

Stores = tuple[CallStore, TrendStore]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def sql(file: Path) -> Iterator[Stores]:
    with closing(SqlCallStore(file, KEY)) as calls, closing(SqlTrendStore(file, KEY)) as trends:
        yield calls, trends


@pytest.fixture(params=["SQLite", "memory"])
def stores(request: pytest.FixtureRequest) -> Stores:
    """What every store of trends does, whatever the calls are kept in."""
    if request.param == "SQLite":
        both: Stores = request.getfixturevalue("sql")
        return both
    return in_memory_stores()


def in_memory_stores() -> Stores:
    memory = MemoryStore()
    return memory, MemoryTrends(memory)


def kept(stores: Stores, *calls: CallDocument) -> TrendStore:
    store, trends = stores
    for one in calls:
        store.save(one)
    return trends


def test_the_calls_of_each_week_are_counted_from_monday_to_sunday(stores: Stores) -> None:
    first, second, third = kept(stores, *CALLS).figures(WEEKS).weeks
    assert first == WeekCounts(scored=2, heated=1, calm_s=(35.0,), noted=2, promises=2, squares=4)
    assert second == WeekCounts(scored=2, unscored=1, heated=2, calm_s=(65.0,), noted=3, promises=1, squares=1)
    assert third == WeekCounts()


def test_the_calls_of_one_agent_are_counted_by_themselves_and_without_rules(stores: Stores) -> None:
    trends = kept(stores, *CALLS, rule_call("ruled", 0.3))
    found = trends.figures(WEEKS, "Ann")
    assert [week.scored for week in found.weeks] == [0, 2, 0]
    assert (found.heard, found.moves[Move.APOLOGY], found.rules) == (2, 1, ())
    assert [week.scored for week in trends.figures(WEEKS, "Nobody").weeks] == [0, 0, 0]
    assert trends.figures(WEEKS).rules != ()


def test_the_calls_of_a_team_are_those_of_its_people_and_of_nobody_who_is_named(stores: Stores) -> None:
    found = kept(stores, *CALLS).figures(WEEKS)
    assert {name: [week.scored for week in weeks] for name, weeks in found.people.items()} == {
        "Sam": [2, 0, 0], "Ann": [0, 2, 0], "": [0, 0, 0],
    }  # fmt: skip
    assert [week.unscored for week in found.people[""]] == [0, 1, 0]
    assert found.weeks == tuple(map(together, zip(*found.people.values(), strict=True)))


def test_techniques_of_few_calls_are_not_what_those_of_others_leave_of_the_team(stores: Stores) -> None:
    often = [call(f"often-{number}", "03-02", *HOT, SORRY) for number in range(6)]
    trends = kept(stores, *often, call("seldom", "03-03", *HOT, SORRY, agent="Ann"))
    assert (trends.figures(WEEKS).moves, trends.figures(WEEKS).heard) == ({Move.APOLOGY: 6}, 6)
    kept(stores, *(call(f"few-{number}", "03-03", *HOT, agent=None) for number in range(4)))
    assert (trends.figures(WEEKS).moves, trends.figures(WEEKS).heard) == ({Move.APOLOGY: 7}, 11)


def test_techniques_are_counted_by_calls_not_by_how_often(stores: Stores) -> None:
    found = kept(stores, *CALLS).figures(WEEKS)
    assert (found.moves[Move.APOLOGY], found.heard) == (2, 4)


def test_techniques_are_those_of_calls_that_were_scored_and_listened_to(stores: Stores) -> None:
    by_hand = call("by-hand", "03-04", felt(5, 0.7, Phase.HOT), source=NOT_HEARD)
    found = kept(stores, *CALLS, by_hand, call("silent", "03-04", SORRY)).figures(WEEKS)
    assert (found.weeks[1].scored, found.weeks[1].unscored) == (3, 2)
    assert (found.moves[Move.APOLOGY], found.heard) == (2, 4)


def test_an_empty_store_has_weeks_without_calls(stores: Stores) -> None:
    assert kept(stores).figures(WEEKS) == TrendFigures(weeks=(WeekCounts(),) * 3)
    assert kept(stores).figures(()) == TrendFigures(weeks=())
    assert kept(stores).followed() == []


def test_a_call_that_is_saved_again_counts_once_as_it_is_now(stores: Stores) -> None:
    store, trends = stores
    kept(stores, *CALLS, call("calmed", "03-01", said(C, 1, 5), felt(5, 0.1, Phase.CALM)))
    first = trends.figures(WEEKS).weeks[0]
    assert (first.scored, first.heated, first.promises) == (2, 0, 0)
    store.delete("calmed")
    assert trends.figures(WEEKS).weeks[0].scored == 1


def test_figures_stay_when_the_words_go(stores: Stores) -> None:
    store, _ = stores
    trends = kept(stores, *CALLS, rule_call("ruled", 0.3))
    before = trends.figures(WEEKS)
    store.purge(datetime(2026, 6, 1, tzinfo=UTC), Days(text=30, figures=365))
    assert {row.has_words for row in store.rows()} == {False}
    assert trends.figures(WEEKS) == before
    store.amend(without_words(CALLS[2]))
    assert trends.figures(WEEKS) == before


def test_promises_that_nobody_can_tell_any_more_count_for_no_call(stores: Stores) -> None:
    bare = without_words(call("bare", "02-24", *HOT, *promised("a refund")))
    [first, *_] = kept(stores, bare).figures(WEEKS).weeks
    assert (first.scored, first.noted, first.promises) == (1, 0, 0)


def test_a_store_that_keeps_no_words_counts_promises_all_the_same(file: Path) -> None:
    with (
        closing(SqlCallStore(file, KEY, with_words=False)) as store,
        closing(SqlTrendStore(file, KEY)) as trends,
    ):
        store.save(call("bare", "02-24", *HOT, *promised("a refund", "a call")))
        first = trends.figures(WEEKS).weeks[0]
    assert (first.noted, first.promises, first.squares) == (1, 2, 4)


def test_what_followed_is_what_the_documents_say(stores: Stores) -> None:
    practised = rule_call("practised-rule", 0.9, source="practice: second")
    trends = kept(stores, *CALLS, *RULED, practised)
    [found] = trends.followed()
    assert found == what_followed(RULED)[0]
    assert (found.rule, found.shown, found.followed, found.held_back) == ("ask", 12, 12, 12)
    assert found.difference is not None
    assert found.difference.high < 0
    assert trends.figures(WEEKS).rules == (found,)


def test_what_followed_is_that_of_the_time_that_is_asked_for(stores: Stores) -> None:
    trends = kept(stores, *RULED, rule_call("later", 0.3, day="03-20"))
    [every] = trends.followed()
    [since] = trends.followed(since="2026-03-20T00:00:00+00:00")
    [until] = trends.followed(until="2026-03-20T00:00:00+00:00")
    assert (every.shown, since.shown, until.shown) == (13, 1, 12)


def test_a_rule_is_counted_anew_when_its_call_is_saved_again(stores: Stores) -> None:
    trends = kept(stores, *RULED, *RULED[:6])
    assert trends.followed()[0].shown == 12
    kept(stores, *(call(one.call.id, "03-03", *HOT) for one in RULED[:11]))
    assert trends.followed()[0].shown == 1


def test_one_agents_rules_are_nowhere_to_be_had() -> None:
    """No figure of a person says how often prompts were followed: the port has no way to ask for it."""
    assert "agent" not in TrendStore.followed.__annotations__


def test_a_call_counts_in_the_week_of_its_moment_whatever_zone_it_has(stores: Stores) -> None:
    known = replace(started("zoned", "2026-03-02T00:30:00+02:00"), agent="Sam")
    first, second, _ = kept(stores, document(*HOT, call=known)).figures(WEEKS).weeks
    assert (first.scored, second.scored) == (1, 0)


def test_techniques_that_this_version_does_not_know_are_left_out(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for one in CALLS:
            store.save(one)
    with closing(looked_into(file)) as other, other:
        other.execute("insert into call_moves (number, move, times) select number, 'whistle', 1 from calls")
    with closing(SqlTrendStore(file, KEY)) as trends:
        for agent in (None, "Sam"):
            assert "whistle" not in trends.figures(WEEKS, agent).moves


def test_a_call_that_is_stored_while_trends_are_counted_is_in_no_figure(
    sql: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    often = [call(f"often-{number}", "03-02", *HOT, SORRY) for number in range(6)]
    trends, (memory, in_memory) = kept(sql, *often), in_memory_stores()
    beside, later = trend_store._beside, [call("meanwhile", "03-03", *HOT, SORRY)]

    def store_one_and_go_on(*asked: Any) -> list[Counted]:
        while later:
            sql[0].save(later.pop())
        return beside(*asked)

    monkeypatch.setattr(trend_store, "_beside", store_one_and_go_on)
    assert trends.figures(WEEKS) == kept((memory, in_memory), *often).figures(WEEKS)
    assert trends.figures(WEEKS).weeks[1].scored == len(often) + 1


@pytest.mark.parametrize("hours", [-11, -1, 0, 1, 14])
@pytest.mark.parametrize("agent", [None, "Sam", "Ann"])
def test_weeks_that_begin_within_a_day_of_utc_have_the_calls_of_their_own_time(
    sql: Stores, hours: int, agent: str | None
) -> None:
    zone = timezone(timedelta(hours=hours))
    weeks = weeks_until(date(2026, 3, 11), 3, lambda day: datetime.combine(day, time(), zone))
    every_hour = [call(f"hour-{n}", f"03-0{1 + n // 24}", *HOT, SORRY, hour=f"{n % 24:02}:30:00") for n in range(48)]
    trends, other = kept(sql, *CALLS, *RULED, *every_hour), kept(in_memory_stores(), *CALLS, *RULED, *every_hour)
    for _ in range(2):
        assert trends.figures(weeks, agent) == other.figures(weeks, agent)


@pytest.mark.parametrize("is_ahead", [True, False])
def test_days_that_were_counted_once_are_counted_by_what_was_kept_of_them(
    file: Path, sql: Stores, *, is_ahead: bool
) -> None:
    trends = kept(sql, *CALLS, *RULED)
    if is_ahead:
        sql[1].count_ahead(WEEKS)
    before = trends.figures(WEEKS)
    with closing(looked_into(file)) as other, other:
        other.execute("update calls set course = null, promises = null, agent = 'Nobody'")
        other.execute("delete from call_moves")
        other.execute("delete from call_rules")
    assert trends.figures(WEEKS) == before


def test_whatever_becomes_of_a_call_its_day_is_counted_anew(sql: Stores) -> None:
    """Also where it is from another day now."""
    trends, memory = kept(sql, *CALLS, *RULED), in_memory_stores()
    kept(memory, *CALLS, *RULED)
    changes: list[Callable[[CallStore], object]] = [
        lambda store: store.save(call("new", "03-04", *HOT, SORRY)),
        lambda store: store.save(call("empty-day", "03-10", *HOT)),
        lambda store: store.save(call("hot", "02-25", *HOT, SORRY, agent="Ann")),
        lambda store: store.amend(call("calm", "02-23", *HOT, SORRY, hour="00:00:00")),
        lambda store: store.delete("slow", "ruled-3"),
        lambda store: store.purge(datetime(2026, 3, 10, 12, tzinfo=UTC), Days(text=1, figures=6)),
    ]
    for change in changes:
        assert trends.figures(WEEKS) == memory[1].figures(WEEKS)
        for stores in (sql, memory):
            change(stores[0])
        assert trends.figures(WEEKS) == memory[1].figures(WEEKS)


def test_a_call_that_goes_leaves_nothing_in_the_counts_of_its_day(file: Path, sql: Stores) -> None:
    trends = kept(sql, call("only", "03-04", *HOT, agent="Ulrike"))
    trends.figures(WEEKS)
    sql[0].delete("only")
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from counted_days").fetchone() == (0,)


def test_days_are_counted_ahead_once_and_not_while_the_store_closes(file: Path, sql: Stores) -> None:
    kept(sql, *CALLS)
    sql[1].count_ahead(WEEKS)
    with closing(looked_into(file)) as other:
        days = [day for (day,) in other.execute("select day from counted_days order by day")]
    assert (days[0], days[-1], len(days)) == ("2026-02-23", "2026-03-15", 21)
    sql[1].close()
    sql[1].count_ahead(weeks_until(date(2026, 2, 22), 1, lambda day: datetime.combine(day, time(), UTC)))
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from counted_days").fetchone() == (21,)


def test_whoever_looks_at_many_days_first_is_told_how_many_calls_are_counted(sql: Stores) -> None:
    weeks = weeks_until(date(2026, 3, 11), 12, lambda day: datetime.combine(day, time(), UTC))
    days = [weeks[0].monday + timedelta(days=number) for number in range(70)]
    trends = kept(sql, *(call(f"on-{day}", f"{day:%m-%d}", *HOT) for day in days if day.year == weeks[-1].monday.year))
    told: list[tuple[int, int]] = []
    figures = trends.figures(weeks, told=lambda done, total: told.append((done, total)))
    assert (len(told), told[-1]) == (2, (60, 60))
    assert sum(week.scored for week in figures.weeks) == told[-1][1]
    assert told == sorted(set(told))
    told.clear()
    assert trends.figures(weeks, told=lambda done, total: told.append((done, total))) == figures
    assert told == []
