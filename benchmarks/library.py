"""How long a supervisor waits for a list of calls, a call, a search and trends, with the calls of some years.

    python -m benchmarks.library [--calls 100000] [--times 20] [--file STORE]

Fills an encrypted store with invented calls of 50 turns, one in five of them scored and one in ten with a note, then
times the first page of each of 56 fixed queries (rare and common words, absences, words in notes, every filter and
order), the last page of the whole list, calls opened at random, and trends of a year and of all calls, of the team and
of one agent, each in a store that was opened just before. What a new window makes ready beside itself is made ready
before, and timed. With `--file` the store stays there and is used again. Then the list is scrolled from its top to its
end and back in a window, while a clock of 1 ms looks how long the window stands still, and so does one in an idle
process beside it. Bars: the first page of each query at most 200 ms (95th percentile), a call 150 ms, trends of a year
1 s, no gap over 50 ms.
"""

import argparse
import json
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication
from sqlalchemy import insert, text

from app.adapters.call_store import SqlCallStore
from app.adapters.call_tables import (
    CallTable,
    DocumentTable,
    MoveTable,
    ReferenceTable,
    RuleTable,
)
from app.adapters.team_store import SqlTeamStore
from app.adapters.trend_store import SqlTrendStore
from app.core.call_search import Between, CallFilter, CallOrder, Course, SortKey, plain_reference, said_in
from app.core.consent import NOT_HEARD
from app.core.events import Move, Stage
from app.core.trends import trend_of, weeks_until
from app.ui.collecting import leave_out_what_is_there
from app.ui.supervisor_window import SupervisorWindow
from benchmarks.library_reviews import review, review_queries
from benchmarks.scrolling import scroll, spread

KEY = bytes(range(32))
TURNS, WORDS, VOCABULARY = 50, 10, 20_000
SLICE = 500
FIRST_DAY = datetime(2023, 1, 1, tzinfo=UTC)
MINUTES_BETWEEN = 15
AGENTS = tuple(f"Agent {number:02}" for number in range(40))
RARE, SELDOM = 9_000, 300
TRENDS_TIMES = 10
BY_HAND = 20
"""One call of so many was not listened to."""
PAGE = 50
BAR_MS, CALL_BAR_MS, TRENDS_BAR_MS = 200, 150, 1000
YEAR = 52
RULES = tuple(f"general.rule-{number:02}" for number in range(40))

COMMON = ("the", "you", "my", "and", "to", "it", "please", "order", "account", "sorry")
"""What every call holds; the other words are `wordN`, the rarer the larger N is."""


def said(line: str) -> CallFilter:
    """A search for words."""
    return CallFilter(said=said_in(line))


def day(number: int) -> str:
    """The ISO time at which a day of the store begins."""
    return (FIRST_DAY + timedelta(days=number)).isoformat()


NEWEST = CallOrder()


@dataclass(frozen=True)
class Query:
    """What is asked, in which order."""

    name: str
    wanted: CallFilter
    order: CallOrder = NEWEST


def queries() -> Iterator[Query]:
    """The fixed ones."""
    words = [
        "the", "please", "sorry", "caller:please", "agent:sorry", "order account", '"the order"', "word20", "word300",
        "word9000", "caller:word9000", "word19999", "please word9000", '"word300 word20"', "-the", "-word20",
        "please -sorry", "agent:please -caller:account", "-word300 -word9000", "unheard",
    ]  # fmt: skip
    yield from (Query(f"said {line}", said(line)) for line in words)
    year = CallFilter(since=day(365), until=day(730))
    filters = {
        "all": CallFilter(),
        "a day": CallFilter(since=day(700), until=day(701)),
        "a year": year,
        "an agent": CallFilter(agents=frozenset({AGENTS[7]})),
        "a reference": CallFilter(reference="R-77777"),
        "long ones": CallFilter(duration_s=Between(low=1100.0)),
        "hot peaks": CallFilter(peak=Between(low=0.95)),
        "ended hot": CallFilter(end=Between(low=0.9)),
        "calmed in a minute": CallFilter(time_to_calm_s=Between(high=60.0)),
        "course": CallFilter(courses=frozenset({Course.HOT})),
        "step": CallFilter(reached=Stage.RESOLVE),
        "warnings": CallFilter(warnings=Between(low=2)),
        "made": CallFilter(made=frozenset({Move.APOLOGY, Move.OWNERSHIP})),
        "not made": CallFilter(not_made=frozenset({Move.APOLOGY, Move.GREETING})),
        "flagged": CallFilter(is_flagged=True),
        "not reviewed": CallFilter(is_reviewed=False),
        "many at once": CallFilter(
            since=day(365),
            agents=frozenset(AGENTS[:5]),
            peak=Between(low=0.5),
            not_made=frozenset({Move.APOLOGY}),
            said=said_in("please -word20"),
        ),
    }
    yield from (Query(name, wanted) for name, wanted in filters.items())
    yield from (Query(name, wanted, order) for name, wanted, order in review_queries())
    yield Query("hottest first", CallFilter(), CallOrder(key=SortKey.PEAK))
    yield Query("by agent", CallFilter(), CallOrder(key=SortKey.AGENT, is_descending=False))
    yield Query("slowest to calm, common word", said("please"), CallOrder(key=SortKey.TIME_TO_CALM))


def main() -> None:
    """Fill a store where there is none, and print milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--file", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = options.file or Path(folder, "calls.sqlite3")
        if not file.exists():
            fill(file, options.calls)
            with closing(SqlCallStore(file, KEY)) as store:
                review(store, options.calls)
        measure(file, options.calls, options.times)
        measure_trends(file, options.calls, min(options.times, TRENDS_TIMES))
        measure_scrolling(file, Path(folder, "team.sqlite3"))


def fill(file: Path, calls: int) -> None:
    """Make a store; the same for one number of calls."""
    chance, began = Random(1), time.perf_counter()
    with closing(SqlCallStore(file, KEY)) as store:
        for start in range(0, calls, SLICE):
            with store._database.session("filled") as session, session.begin():  # noqa: SLF001 - calls by hundreds
                made = [call(number, chance) for number in range(start + 1, min(start + SLICE, calls) + 1)]
                session.execute(insert(CallTable), [one.row for one in made])
                session.execute(insert(ReferenceTable), [one.reference for one in made])
                session.execute(insert(DocumentTable), [one.document for one in made])
                session.execute(insert(MoveTable), [move for one in made for move in one.moves])
                session.execute(insert(RuleTable), [rule for one in made for rule in one.rules])
                session.execute(
                    text("insert into call_words (rowid, caller, agent, other) values (:number, :caller, :agent, '')"),
                    [one.words for one in made],
                )
    print(f"{calls} calls made in {time.perf_counter() - began:.0f} s, {file.stat().st_size / 1e6:.0f} MB")


@dataclass(frozen=True)
class Made:
    """An invented call as rows of the store's tables."""

    row: dict[str, object]
    reference: dict[str, object]
    document: dict[str, object]
    moves: list[dict[str, object]]
    rules: list[dict[str, object]]
    words: dict[str, object]


def call(number: int, chance: Random) -> Made:
    """A call of some minutes whose figures and words are drawn by lot."""
    turns = [sentence(chance) for _ in range(TURNS)]
    peak = chance.betavariate(2, 3)
    is_hot = peak > 0.5
    is_calmed = is_hot and chance.random() < 0.6
    moves = {move: chance.randrange(1, 4) for move in Move if chance.random() < 0.3}
    began = FIRST_DAY + timedelta(minutes=MINUTES_BETWEEN * number)
    row = {
        "number": number,
        "call_id": f"call-{number:08}",
        "started_at": began.isoformat(),
        "source": "Headset + Earpiece" if number % BY_HAND else NOT_HEARD,
        "agent": chance.choice(AGENTS),
        "reference": f"R-{number}",
        "duration_s": chance.uniform(60, 1200),
        "peak_level": peak,
        "end_level": peak * chance.random(),
        "escalations": int(is_hot),
        "course": "calmed" if is_calmed else "hot" if is_hot else "calm",
        "time_to_calm_s": chance.uniform(20, 400) if is_calmed else None,
        "reached": chance.choice([None, "listen", "ask", "validate", "resolve", "close"]),
        "warnings": moves.get(Move.WARNING, 0),
        "promises": chance.choice((0, 0, 1, 1, 2, 3)),
        "is_reviewed": chance.random() < 0.1,
        "is_flagged": chance.random() < 0.02,
    }
    words = {"number": number, "caller": "\n".join(turns[::2]), "agent": "\n".join(turns[1::2])}
    whole = document(row, turns)
    row["size_bytes"] = len(whole)
    made = [{"number": number, "move": move, "times": times} for move, times in moves.items()]
    of_call = {"number": number, "started_at": row["started_at"]}
    rules = [{"rule": rule, **of_call, **sums(chance)} for rule in chance.sample(RULES, 6)]
    filed = {"number": number, "plain": plain_reference(str(row["reference"]))}
    return Made(row, filed, {"number": number, "document": whole}, made, rules, words)


def sums(chance: Random) -> dict[str, object]:
    """One rule in a call: shown at times, held back at times."""
    after, without = (chance.randrange(-6000, 4000) if chance.random() < 0.5 else 0 for _ in range(2))
    return {
        "shown": int(after != 0), "used": chance.randrange(2), "dismissed": 0, "followed": chance.randrange(2),
        "had_chance": 1, "measured": int(after != 0), "after": after, "after_squares": after**2,
        "held_back": int(without != 0), "without": without, "without_squares": without**2,
    }  # fmt: skip


def sentence(chance: Random) -> str:
    """Common words, and others that are the rarer the larger their number."""
    return " ".join(
        chance.choice(COMMON) if chance.random() < 0.4 else f"word{int(VOCABULARY ** chance.random())}"
        for _ in range(WORDS)
    )


def document(row: dict[str, object], turns: list[str]) -> str:
    """A document with all its turns and a curve, as large as a real one."""
    length = float(str(row["duration_s"])) / TURNS
    spoken = [
        {
            "n": n + 1, "speaker": "agent" if n % 2 else "caller", "number": n + 1, "start_s": round(n * length, 3),
            "end_s": round((n + 0.8) * length, 3), "text": turn, "confidence": 0.9, "heat": 0.1, "line": "open",
        }
        for n, turn in enumerate(turns)
    ]  # fmt: skip
    curve = [
        {"at_s": one["end_s"], "level": 0.4, "trend": "steady", "phase": "calm", "words": ["again"], "by": [0.2]}
        for one in spoken
    ]
    call_facts = {
        "id": row["call_id"], "source": row["source"], "started_at": row["started_at"],
        "duration_s": row["duration_s"], "agent": row["agent"], "caller": None, "reference": row["reference"],
        "model": "tiny.en", "playbook": "general", "scorer": "calmline",
    }  # fmt: skip
    summary = {
        "peak_level": row["peak_level"], "peak_at_s": 10.0, "start_level": 0.1, "end_level": row["end_level"],
        "time_to_calm_s": row["time_to_calm_s"], "escalations": row["escalations"], "talk_share": None,
        "interruptions": None, "longest_silence_s": 4.0, "response_gap_s": 0.6, "stages": [],
        "prompts": {"shown": 0, "used": 0, "followed": 0, "dismissed": 0}, "wants": [], "promises": [],
        "next_steps": [],
    }  # fmt: skip
    parts = {"turns": spoken, "curve": curve, "prompts": [], "moves": [], "summary": summary}
    return json.dumps({"schema": "calmline/call/1", "call": call_facts, **parts})


def measure(file: Path, calls: int, times: int) -> None:
    """Time everything in turn, in an order drawn by lot, so that whatever else the computer does is shared."""
    asked, chance = list(queries()), Random(2)
    took: dict[str, list[float]] = {query.name: [] for query in asked}
    with closing(SqlCallStore(file, KEY)) as store:
        print(f"the newest page, first of all: {ms(lambda: store.find(CallFilter(), CallOrder(), 0, PAGE)):.0f} ms")
        print(f"read ahead beside a new window: {ms(store.read_ahead):.0f} ms")
        for _ in range(times):
            for query in chance.sample(asked, len(asked)):
                took[query.name].append(ms(lambda: store.find(query.wanted, query.order, 0, PAGE)))  # noqa: B023 - at once
        totals = {query.name: store.find(query.wanted, query.order, 0, PAGE).total for query in asked}
        last = [ms(lambda: store.find(CallFilter(), CallOrder(), calls - PAGE, PAGE)) for _ in range(times)]
        opened = [ms(lambda: store.load(f"call-{chance.randrange(1, calls + 1):08}")) for _ in range(10 * times)]
    for name, all_ms in sorted(took.items(), key=lambda item: -p95(item[1])):
        print(f"{name:<34}{totals[name]:>8} calls {told(all_ms)}")
    over = [name for name, all_ms in took.items() if p95(all_ms) > BAR_MS]
    first = [name for name, all_ms in took.items() if all_ms[0] > BAR_MS]
    print(
        f"{len(over)} of {len(asked)} first pages over {BAR_MS} ms (95th percentile of {times}, the first included)"
        f"{_named(over)}; the first time {len(first)}{_named(first)}"
    )
    print(f"last page of all: {spread(last)}; a call opened: {spread(opened)} (bar {CALL_BAR_MS})")


def _named(queries_: list[str]) -> str:
    return f": {', '.join(queries_)}" if queries_ else ""


def p95(all_ms: list[float]) -> float:
    """The 95th percentile: of twenty the second highest."""
    return sorted(all_ms)[math.ceil(0.95 * len(all_ms)) - 1]


def told(all_ms: list[float]) -> str:
    """Middle, 95th percentile, the first and the longest."""
    middle = statistics.median(all_ms)
    return f"{middle:>7.1f} ms, p95 {p95(all_ms):>7.1f}, first {all_ms[0]:>7.1f}, longest {max(all_ms):>7.1f}"


def measure_trends(file: Path, calls: int, times: int) -> None:
    """Time the trends of a year up to the last call, and of all weeks, as they are counted for the page.

    Weeks begin an hour before those of UTC do, so that no day of a store begins with one.
    """
    last = FIRST_DAY + timedelta(minutes=MINUTES_BETWEEN * calls)
    every = 1 + (last - FIRST_DAY).days // 7
    with closing(SqlTrendStore(file, KEY)) as store:
        ahead = ms(lambda: store.count_ahead(weeks_until(last.date(), YEAR, _begins)))
        print(f"a year counted ahead beside a new window, where that was not done: {ahead:.0f} ms")
    for name, count, agent in (
        ("a year, the team", YEAR, None),
        ("a year, one agent", YEAR, AGENTS[7]),
        (f"{every} weeks, the team", every, None),
    ):
        took, found = list[float](), 0
        weeks = weeks_until(last.date(), count, _begins)
        for _ in range(times):
            with closing(SqlTrendStore(file, KEY)) as store:
                took.append(ms(lambda: trend_of(store.figures(weeks, agent))))  # noqa: B023 - at once
                found = trend_of(store.figures(weeks, agent)).whole.calls
        print(f"trends of {name}: {found} calls {told(took)} (bar {TRENDS_BAR_MS})")


def _begins(day_: date) -> datetime:
    return datetime(day_.year, day_.month, day_.day, tzinfo=timezone(timedelta(hours=1)))


def measure_scrolling(file: Path, team: Path) -> None:
    """Scroll the whole list in a window, opened in a desk that is loaded."""
    application = QApplication.instance() or QApplication(["calmline"])
    leave_out_what_is_there()
    window = SupervisorWindow(SqlCallStore(file, KEY), SqlTeamStore(team, KEY))
    window.show()
    for _ in range(20):
        application.processEvents()
    print(f"scrolling {window.calls.rowCount()} rows:")
    scroll(window.table.verticalScrollBar())
    window.close()


def ms(act: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
