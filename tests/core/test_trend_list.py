"""Trends as a table: what is told of a figure, and what is hidden as on the page."""

from datetime import UTC, date, datetime, time

from app.adapters.export.csv_list import csv_list
from app.core.call_list import Cell
from app.core.events import Move
from app.core.moods import MOVES
from app.core.trend_list import COLUMNS, trend_table
from app.core.trends import TrendFigures, WeekCounts, trend_of, weeks_until
from tests.ui.trends import FEW, RULES, SMALL, WEEK

WEEKS = weeks_until(date(2026, 3, 11), 3, lambda day: datetime.combine(day, time(), UTC))
Row = dict[str, Cell]


def rows(
    *counts: WeekCounts, agent: str | None = None, titles: dict[str, str] | None = None, heard: int = 100
) -> list[Row]:
    moves = {Move.APOLOGY: 25}
    figures = TrendFigures(weeks=counts, moves=moves, heard=heard, rules=() if agent else RULES)
    table = trend_table(WEEKS, trend_of(figures), agent, titles or {})
    return [dict(zip(COLUMNS, cells, strict=True)) for cells in table.rows]


def one(found: list[Row], what: str, week: str = "All weeks") -> Row:
    [row] = [row for row in found if (row["What"], row["Week of"]) == (what, week)]
    return row


def test_a_figure_has_its_interval_and_how_many_calls_it_comes_from() -> None:
    row = one(rows(WEEK, FEW, SMALL), "Share of calls that heated up", "2026-02-23")
    assert (row["Value"], row["Unit"], row["Counted"], row["Remark"]) == (0.5, "share, 0 to 1", 40, "")
    low, high = row["From"], row["To"]
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert 0.3 < low < 0.5 < high < 0.7


def test_a_group_under_five_is_as_hidden_as_on_the_page() -> None:
    found = [row for row in rows(WEEK, FEW, SMALL) if row["Week of"] == "2026-03-02"]
    assert [row["Value"] for row in found] == [4, 0, None, None, None, None]
    for row in found[2:]:
        assert (row["From"], row["To"], row["Counted"]) == (None, None, None)
        assert row["Remark"] == "fewer than 5 calls, not shown"


def test_a_small_number_is_said_to_be_small() -> None:
    found = rows(WEEK, FEW, SMALL)
    assert one(found, "Share of calls that heated up", "2026-03-09")["Remark"] == "a small number: read it with care"
    assert one(found, "Share of calls that heated up")["Remark"] == ""


def test_techniques_come_in_the_order_of_the_page() -> None:
    found = [row for row in rows(WEEK, FEW, SMALL) if row["About"] == "Techniques"]
    assert [row["What"] for row in found] == list(MOVES.values())
    assert one(found, MOVES[Move.APOLOGY])["Value"] == 0.25


def test_rules_have_the_titles_of_their_playbook_and_a_verdict() -> None:
    found = rows(WEEK, FEW, SMALL, titles={"general.calmer": "Let it run"})
    between = one(found, "Let it run: the difference")
    assert (between["Value"], between["Counted"]) == (-0.25, 100)
    assert between["Remark"] == "Calmer after it was shown"
    assert one(found, "general.hotter: the difference")["Remark"] == "Angrier after it was shown"


def test_changes_after_too_few_moments_are_hidden_and_rules_of_too_few_are_left_out() -> None:
    found = rows(WEEK, FEW, SMALL)
    few = one(found, "general.few: a minute after a moment without it")
    assert (few["Value"], few["Counted"], few["Remark"]) == (None, None, "fewer than 5 calls, not shown")
    assert one(found, "general.few: a minute after it was shown")["Remark"] == "a small number: read it with care"
    assert not [row for row in found if "general.hidden" in str(row["What"])]


def test_trends_of_an_agent_say_whose_eyes_they_are_for_and_have_no_rules() -> None:
    found = rows(WEEK, FEW, SMALL, agent="Joe")
    assert {row["Whose calls"] for row in found} == {"Joe: for this agent's own eyes and for coaching."}
    assert "Rules of the playbook" not in {row["About"] for row in found}


def test_a_title_or_a_name_that_looks_like_a_formula_stays_text() -> None:
    table = trend_table(WEEKS, trend_of(TrendFigures(weeks=(WEEK, WEEK, WEEK))), "=1+1", {})
    assert '"=1+1' not in csv_list(table.columns, table.rows).decode()
    titled = trend_table(
        WEEKS, trend_of(TrendFigures(weeks=(WEEK, WEEK, WEEK), rules=RULES)), None, {"general.calmer": "@SUM(A1)"}
    )
    assert '"@SUM' not in csv_list(titled.columns, titled.rows).decode()
