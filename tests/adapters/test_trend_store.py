"""Trends counted over a store: weeks, one agent, practice, promises that outlive words, and rules."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Event as Flag

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.trend_store import SqlTrendStore
from app.core.consent import NOT_HEARD
from app.core.document import CallDocument
from app.core.events import (
    AgentMove,
    Channel,
    Event,
    Move,
    Phase,
    PromiseMade,
    PromptHeldBack,
    PromptWithdrawn,
)
from app.core.followed import what_followed
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.trend_port import TrendStore
from app.core.trends import TrendFigures, WeekCounts, weeks_until
from app.core.wordless import without_words
from tests.adapters.new_stores import put_new_store
from tests.adapters.older import make_older
from tests.adapters.sealed import KEY, looked_into, opened_bytes, put_document
from tests.core.calls import document, felt, prompt, said, started, whole_call
from tests.memory_store import MemoryStore
from tests.memory_trends import MemoryTrends

A, C = Channel.AGENT, Channel.CALLER
PAGE, OPENED_PAGE = 4096, 4016
WEEKS = weeks_until(date(2026, 3, 11), 3, lambda day: datetime.combine(day, time(), UTC))
"""From 23 February to 15 March 2026."""
CALM_AGAIN = (felt(40, 0.2, Phase.CALM), felt(60, 0.1, Phase.CALM))
HOT = (said(C, 1, 5, "I have been waiting for two weeks!"), felt(5, 0.7, Phase.HOT, 1, 0.8))
SORRY = AgentMove(at_s=9.0, move=Move.APOLOGY, text="I am sorry.")


def call(
    call_id: str, day: str, *events: Event, agent: str | None = "Sam", source: str = "call.wav", hour: str = "09:15:00"
) -> CallDocument:
    known = replace(started(call_id, f"2026-{day}T{hour}+00:00"), agent=agent, source=source)
    return document(*events, call=known)


def promised(*texts: str) -> list[Event]:
    return [PromiseMade(at_s=15.0, who=A, what=text, when=None) for text in texts]


CALLS = (
    call("before", "02-22", *HOT, hour="23:59:59"),
    call("calm", "02-23", said(C, 1, 5), felt(5, 0.1, Phase.CALM), hour="00:00:00"),
    call("calmed", "03-01", *HOT, SORRY, SORRY, *CALM_AGAIN, *promised("a refund", "a call"), hour="23:59:59"),
    call("hot", "03-02", *HOT, *promised("a refund"), agent="Ann"),
    call("slow", "03-08", *HOT, SORRY, felt(70, 0.2, Phase.CALM), felt(90, 0.1, Phase.CALM), agent="Ann"),
    call("mono", "03-04", said(Channel.UNKNOWN, 1, 5, "The parcel came."), agent=None),
    call("practised", "03-04", *HOT, SORRY, source="practice: first"),
    call("after", "03-16", *HOT, hour="00:00:00"),
)


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


def rule_call(call_id: str, later: float, day: str = "03-03", source: str = "call.wav") -> CallDocument:
    """A prompt at 10 s and a moment held back at 100 s; a minute after each the level has gone from 0.6 to `later`."""
    events: list[Event] = [
        felt(5, 0.6, Phase.HOT),
        prompt(10.0),
        felt(10.0, 0.6, Phase.HOT),
        PromptWithdrawn(rule="ask", at_s=20.0, why="", followed=True),
        felt(70.0, later, Phase.HOT),
        felt(100.0, 0.6, Phase.HOT),
        PromptHeldBack(rule="ask", at_s=100.0, why="resting"),
        PromptHeldBack(rule="calm", at_s=100.0, why="suspended"),
        felt(160.0, 0.7123456, Phase.HOT),
    ]
    known = replace(started(call_id, f"2026-{day}T09:15:00+00:00"), source=source)
    return document(*events, call=known, duration_s=170.0)


RULED = tuple(rule_call(f"ruled-{number}", 0.2 + 0.01234567 * number) for number in range(12))


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


def made_older(file: Path, version: str) -> None:
    with closing(looked_into(file)) as other, other:
        put_document(other, "broken", "not json")
        make_older(other, version)


def figures_in(file: Path) -> TrendFigures:
    with closing(SqlTrendStore(file, KEY)) as trends:
        return trends.figures(WEEKS)


@pytest.mark.parametrize("version", ["0001", "0003", "0004"])
def test_calls_of_an_earlier_version_count_as_if_they_were_kept_today(file: Path, version: str) -> None:
    broken = document(*whole_call(), call=started("broken", "2026-03-12T09:15:00+00:00"))
    with closing(SqlCallStore(file, KEY)) as store:
        for one in (*CALLS, *RULED, broken):
            store.save(one)
    before = figures_in(file)
    made_older(file, version)
    after = figures_in(file)
    assert after.weeks[:2] == before.weeks[:2]
    assert after.rules == tuple(what_followed(RULED))
    assert (after.weeks[2].scored + after.weeks[2].unscored, after.weeks[2].noted) == (1, 0)


def test_a_damaged_page_keeps_no_other_call_of_an_earlier_version_from_being_counted(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for number in range(8):
            turns = [said(C, 60.0 + n, 61.0 + n, f"{number} and {n} times I rang.", number=10 + n) for n in range(60)]
            store.save(call(f"long-{number}", "03-03", *HOT, *turns, *promised("a refund")))
    made_older(file, "0004")
    page = opened_bytes(file).index(b'"text": "4 and 40 times I rang') // OPENED_PAGE
    whole = file.read_bytes()
    file.write_bytes(whole[: page * PAGE + 50] + b"\xff" * 20 + whole[page * PAGE + 70 :])
    with closing(SqlTrendStore(file, KEY)) as trends:
        second = trends.figures(WEEKS).weeks[1]
    assert (second.scored, second.noted, second.promises) == (8, 7, 7)


def test_counting_goes_on_where_it_was_left(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for number in range(120):
            store.save(call(f"c{number}", "03-03", *HOT, *promised("a refund")))
    before = figures_in(file)
    made_older(file, "0004")
    with closing(SqlTrendStore(file, KEY)) as trends:
        trends._older._count_some()
    with closing(looked_into(file)) as other:
        assert other.execute("select first, last from uncounted_calls").fetchall() == [(51, 120)]
        assert other.execute("select count(promises) from calls").fetchone() == (50,)
    assert figures_in(file) == before
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from uncounted_calls").fetchone() == (0,)


class _Pauses(Flag):
    """What is done in each pause of whoever counts, in place of waiting."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act
        self.lengths_s: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.lengths_s.append(timeout or 0.0)
        self._act()
        return super().wait(0)


def test_a_call_that_ends_meanwhile_is_given_the_time_to_be_stored(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for number in range(120):
            store.save(call(f"c{number}", "03-03", *HOT))
        made_older(file, "0004")
        with closing(SqlTrendStore(file, KEY)) as trends:
            pauses = _Pauses(lambda: store.save(call("c119", "03-03", *HOT, *promised("a refund"))))
            trends._older._is_over = pauses
            assert trends.figures(WEEKS).weeks[1].promises == 1
    assert len(pauses.lengths_s) == 3
    assert min(pauses.lengths_s) > 0.1


def test_a_store_that_is_closed_leaves_the_rest_to_the_next_one(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        store.save(CALLS[1])
    made_older(file, "0004")
    trends = SqlTrendStore(file, KEY)
    trends.close()
    trends._older.count()
    with closing(looked_into(file)) as other:
        assert other.execute("select first, last from uncounted_calls").fetchall() == [(1, 1)]


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


def test_promises_of_an_earlier_version_are_not_known_where_its_words_were_gone(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for one in (*CALLS, *RULED):
            store.save(one)
        store.purge(datetime(2026, 3, 28, tzinfo=UTC), Days(text=30, figures=365))
    before = figures_in(file)
    made_older(file, "0004")
    after = figures_in(file)
    assert (before.weeks[0].noted, after.weeks[0].noted) == (2, 1)
    assert replace(after, weeks=before.weeks) == before
