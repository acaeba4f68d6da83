"""Days that are counted for trends while others count them too, or while the store closes."""

from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.trend_store import SqlTrendStore
from app.core.trends import weeks_until
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, spoil
from tests.adapters.trend_calls import HOT, call

WEEKS = weeks_until(date(2026, 3, 11), 10, lambda day: datetime.combine(day, time(), UTC))
DAYS = [date(2026, 1, 5) + timedelta(days=number) for number in range(66)]
"""More than are counted at a time."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = put_new_store(tmp_path / "home" / "calls.sqlite3")
    with closing(SqlCallStore(made, KEY)) as calls:
        for day in DAYS:
            calls.save(call(f"on-{day}", f"{day:%m-%d}", *HOT))
    return made


def test_days_that_another_window_counts_meanwhile_are_counted_once(file: Path) -> None:
    with closing(SqlTrendStore(file, KEY)) as trends, closing(SqlTrendStore(file, KEY)) as other:
        figures = trends.figures(WEEKS, told=lambda *_: other.count_ahead(WEEKS))
        assert sum(week.scored for week in figures.weeks) == len(DAYS)
        assert other.figures(WEEKS) == figures


def test_a_store_that_is_closed_opens_its_file_no_more_to_count_ahead(file: Path) -> None:
    trends = SqlTrendStore(file, KEY)
    trends.close()
    trends.count_ahead(WEEKS)
    assert [path.name for path in file.parent.iterdir() if path.name.endswith("-wal")] == []


def test_counts_on_a_damaged_page_are_counted_anew(file: Path) -> None:
    with closing(SqlTrendStore(file, KEY)) as trends:
        before = trends.figures(WEEKS)
    spoil(file, "counted_days")
    with closing(SqlTrendStore(file, KEY)) as trends:
        assert trends.figures(WEEKS) == before
        assert trends.figures(WEEKS) == before


def test_beside_counts_on_a_damaged_page_calls_are_kept_and_deleted(file: Path) -> None:
    with closing(SqlTrendStore(file, KEY)) as trends:
        trends.figures(WEEKS)
    spoil(file, "counted_days")
    with closing(SqlCallStore(file, KEY)) as calls:
        calls.save(call("new", "03-11", *HOT))
        assert calls.load("new").call.id == "new"
        assert calls.delete("new") == frozenset()
