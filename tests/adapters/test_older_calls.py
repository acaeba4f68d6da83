"""Calls that an earlier version stored, counted for trends when these are first looked at."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event as Flag

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.trend_store import SqlTrendStore
from app.core.followed import what_followed
from app.core.keeping import Days
from app.core.trends import TrendFigures
from tests.adapters.new_stores import put_new_store
from tests.adapters.older import make_older
from tests.adapters.sealed import KEY, looked_into, opened_bytes, put_document
from tests.adapters.trend_calls import CALLS, HOT, RULED, WEEKS, C, call, promised
from tests.core.calls import document, said, started, whole_call

PAGE, OPENED_PAGE = 4096, 4016


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


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


def test_it_is_told_how_many_calls_of_an_earlier_version_are_counted(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for number in range(120):
            store.save(call(f"c{number}", "03-03", *HOT))
    before = figures_in(file)
    made_older(file, "0004")
    told = list[tuple[int, int]]()
    with closing(SqlTrendStore(file, KEY)) as trends:
        assert trends.figures(WEEKS, None, lambda done, total: told.append((done, total))) == before
        assert told == [(50, 120), (100, 120), (120, 120)]
        trends.figures(WEEKS, None, lambda done, total: told.append((done, total)))
    assert len(told) == 3


def test_a_call_is_stored_in_any_rest_and_counts_as_it_is_then_though_it_was_read_before(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for number in range(60):
            store.save(call(f"c{number}", "03-03", *HOT))
        made_older(file, "0004")

        def save_again() -> None:
            promises = promised("a refund") if len(pauses.lengths_s) > 10 else []
            store.save(call("c4", "03-03", *HOT, *promises))

        pauses = _Pauses(save_again)
        with closing(SqlTrendStore(file, KEY)) as trends:
            trends._older._is_over = pauses
            assert trends.figures(WEEKS, None, lambda *_: None).weeks[1].promises == 1
    assert len(pauses.lengths_s) == 62


def test_a_store_that_is_closed_leaves_the_rest_to_the_next_one(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        store.save(CALLS[1])
    made_older(file, "0004")
    trends = SqlTrendStore(file, KEY)
    trends.close()
    trends._older.count()
    with closing(looked_into(file)) as other:
        assert other.execute("select first, last from uncounted_calls").fetchall() == [(1, 1)]


def test_promises_of_an_earlier_version_are_not_known_where_its_words_were_gone(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        for one in (*CALLS, *RULED):
            store.save(one)
        store.purge(datetime(2026, 3, 28, tzinfo=UTC), Days(text=30, figures=365))
    before = figures_in(file)
    made_older(file, "0004")
    after = figures_in(file)
    assert (before.weeks[0].noted, after.weeks[0].noted) == (2, 1)
    assert replace(after, weeks=before.weeks, people=before.people) == before
