"""What is looked for among reviews: how far calls are scored as far as one may see it, order by score, and notes."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.adapters import database
from app.adapters.call_listing import LISTED
from app.adapters.call_query import conditions, count_of, ordered
from app.adapters.call_store import SqlCallStore
from app.adapters.review_store import SqlReviewStore
from app.adapters.score_store import SqlScoreStore
from app.adapters.store_file import connect
from app.core.call_search import CallFilter, CallOrder, SortKey
from app.core.errors import InputError
from app.core.ports import CallStore
from app.core.review_notes import coaching, comment, ticked
from app.core.review_port import ReviewStore
from app.core.reviewed import Noted, Scored
from app.core.score_port import Kind, Reply, ScoreStore
from app.core.scorecard import Scorecard
from app.core.scoring import Answers
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into
from tests.core.calls import document, started, whole_call
from tests.core.cards import F, N, P, card, given, item
from tests.memory_reviews import MemoryReviews
from tests.memory_scores import MemoryScores
from tests.memory_store import MemoryStore

CARD = card(item("a"), item("b"), item("safety", critical=True))
OTHER_CARD = card(item("a"), item("b"), item("safety", critical=True), name="other")
GOOD, HALF, FAILED, NOTHING = (
    given(a=a, b=b, safety=safety) for a, b, safety in ((P, P, P), (P, F, N), (P, P, F), (N, N, N))
)
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
REVIEWERS = ("Ann", "Bob", "Cy", "Sam")
"""Sam is the agent of some calls too."""
WORST_FIRST, BEST_FIRST = CallOrder(key=SortKey.SCORE, is_descending=False), CallOrder(key=SortKey.SCORE)


@dataclass
class Stores:
    """Calls, and what is beside them."""

    calls: CallStore
    scores: ScoreStore
    reviews: ReviewStore

    def call(self, call_id: str, agent: str | None = "Sam", day: int = 1) -> None:
        known = replace(started(call_id, f"2026-03-{day:02}T09:15:00+00:00"), agent=agent)
        self.calls.save(document(*whole_call(), call=known))

    def draft(self, call_id: str, reviewer: str, kind: Kind = Kind.REVIEW, card_: Scorecard = CARD) -> None:
        self.scores.begin(call_id, card_, kind, reviewer, {})

    def done(self, call_id: str, reviewer: str, answers: Answers = GOOD, kind: Kind = Kind.REVIEW) -> int:
        return self.scores.finish(self.scores.begin(call_id, CARD, kind, reviewer, answers).number).number

    def found(self, wanted: CallFilter, order: CallOrder = CallOrder()) -> list[str]:  # noqa: B008 - frozen
        page = self.calls.find(wanted, order, limit=None)
        assert page.total == len(page.rows)
        return [row.call_id for row in page.rows]

    def scored(self, wanted: Scored, viewer: str | None = "Ann") -> set[str]:
        return {*self.found(CallFilter(scored=wanted, viewer=viewer))}


def in_memory() -> Stores:
    calls = MemoryStore()
    return Stores(calls, MemoryScores(calls), MemoryReviews(calls))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def sql(file: Path) -> Iterator[Stores]:
    with (
        closing(SqlCallStore(file, KEY)) as calls,
        closing(SqlScoreStore(file, KEY)) as scores,
        closing(SqlReviewStore(file, KEY)) as reviews,
    ):
        yield Stores(calls, scores, reviews)


@pytest.fixture(params=["SQLite", "memory"])
def either(request: pytest.FixtureRequest) -> Stores:
    """What every store does, whatever it keeps calls in."""
    opened: Stores = request.getfixturevalue("sql") if request.param == "SQLite" else in_memory()
    return opened


def fill(stores: Stores) -> None:
    """A call of every step, as Ann sees it."""
    for number, call_id in enumerate(("none", "draft", "others", "blind", "good", "half", "failed", "agreed", "void")):
        stores.call(call_id, day=1 + number)
    stores.draft("draft", "Ann")
    stores.draft("others", "Bob")
    stores.done("blind", "Ann", kind=Kind.BLIND)
    stores.done("good", "Bob")
    stores.scores.reply(stores.done("half", "Bob", HALF), Reply.DISPUTED, "I did.")
    stores.done("failed", "Ann", FAILED)
    for reviewer in ("Ann", "Bob"):
        stores.done("agreed", reviewer, HALF, Kind.BLIND)
    stores.done("agreed", "Ann", GOOD, Kind.AGREED)
    stores.done("agreed", "Bob", FAILED)
    stores.done("void", "Ann", NOTHING)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Scored.NOT, {"none", "others"}),
        (Scored.DRAFT, {"draft"}),
        (Scored.BLIND, {"blind"}),
        (Scored.SCORED, {"good", "half", "failed", "agreed", "void"}),
        (Scored.DISPUTED, {"half"}),
        (Scored.AGREED, {"agreed"}),
    ],
)
def test_calls_are_found_by_how_far_they_are_scored(either: Stores, wanted: Scored, ids: set[str]) -> None:
    fill(either)
    assert either.scored(wanted) == ids


def test_calls_are_found_below_a_score_and_those_without_one_are_not(either: Stores) -> None:
    fill(either)
    for below, ids in ((0.0, []), (0.5, ["failed"]), (0.7, ["failed", "half"]), (1.0, ["failed", "half"])):
        assert either.found(CallFilter(score_below=below, viewer="Ann")) == ids
    assert either.found(CallFilter(score_below=1.1, scored=Scored.AGREED, viewer="Ann")) == ["agreed"]


def test_calls_are_in_order_of_the_score_that_counts_and_those_without_come_last(either: Stores) -> None:
    fill(either)
    rest = ["void", "blind", "others", "draft", "none"]
    assert either.found(CallFilter(viewer="Ann"), BEST_FIRST) == ["agreed", "good", "half", "failed", *rest]
    assert either.found(CallFilter(viewer="Ann"), WORST_FIRST) == ["failed", "half", "good", "agreed", *rest[::-1]]
    pages = [either.calls.find(CallFilter(viewer="Ann"), WORST_FIRST, offset, 2) for offset in (0, 2, 4)]
    assert [row.call_id for page in pages for row in page.rows] == ["failed", "half", "good", "agreed", "none", "draft"]


def test_nobody_finds_by_a_filter_what_is_hidden_from_them(either: Stores) -> None:
    for call_id in ("round", "open"):
        either.call(call_id)
    either.done("round", "Bob", kind=Kind.BLIND)
    either.draft("round", "Cy", Kind.BLIND)
    for reviewer in ("Bob", "Cy"):
        either.done("open", reviewer, kind=Kind.BLIND)
    either.draft("open", "Bob", Kind.AGREED)
    assert either.scored(Scored.NOT, "Ann") == {"round", "open"}
    assert either.scored(Scored.BLIND, "Ann") == set()
    assert either.scored(Scored.BLIND, "  bob ") == {"round", "open"}
    assert either.scored(Scored.DRAFT, "CY") == {"round"}
    assert either.scored(Scored.NOT, "Sam") == {"round", "open"}
    assert either.scored(Scored.NOT, None) == {"round", "open"}


def test_whoever_scores_a_call_blind_finds_no_score_of_others_meanwhile(either: Stores) -> None:
    either.call("c1")
    either.done("c1", "Bob", FAILED)
    either.draft("c1", "Ann", Kind.BLIND)
    assert either.scored(Scored.SCORED, "Ann") == set()
    assert either.scored(Scored.DRAFT, "Ann") == {"c1"}
    assert either.found(CallFilter(score_below=0.7, viewer="Ann")) == []
    assert either.found(CallFilter(score_below=0.7, viewer="Cy")) == ["c1"]


def score_by_lot(both: tuple[Stores, Stores], chance: Random) -> None:
    """The same in both: whatever can be begun, done, disputed and agreed on."""
    for number in range(30):
        for stores in both:
            stores.call(f"c{number}", agent=("Sam", None, "Joe")[number % 3])
    for _ in range(220):
        call_id, reviewer = f"c{chance.randrange(30)}", chance.choice(REVIEWERS)
        kind, card_ = chance.choice([*Kind]), chance.choice((CARD, OTHER_CARD))
        answers, is_done = chance.choice((GOOD, HALF, FAILED, NOTHING)), chance.random() < 0.7
        is_disputed = is_done and kind is not Kind.BLIND and chance.random() < 0.3
        for stores in both:
            with suppress(InputError):
                score = stores.scores.begin(call_id, card_, kind, reviewer, answers)
                if is_done:
                    stores.scores.finish(score.number)
                if is_disputed:
                    stores.scores.reply(score.number, Reply.DISPUTED, "I did.")


def test_a_store_finds_by_scores_what_the_page_of_each_call_shows_to_whoever_looks(sql: Stores) -> None:
    memory = in_memory()
    score_by_lot((sql, memory), Random(3))  # noqa: S311 - the same scores in each run
    for viewer in (None, *REVIEWERS):
        wishes = [
            *(CallFilter(scored=wanted, viewer=viewer) for wanted in Scored),
            *(CallFilter(score_below=below, viewer=viewer) for below in (0.5, 0.7, 1.1)),
        ]
        for wanted in wishes:
            found = sql.found(wanted)
            assert found == memory.found(wanted), (viewer, wanted)
        assert {call_id for wanted in wishes[:3] for call_id in sql.found(wanted)} != set()
        for order in (WORST_FIRST, BEST_FIRST):
            assert sql.found(CallFilter(viewer=viewer), order) == memory.found(CallFilter(viewer=viewer), order)


def plan(session: Session, query: object) -> list[str]:
    asked = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]
    return [row[-1] for row in session.execute(text(f"explain query plan {asked}"))]


def test_scores_are_looked_through_by_an_index_without_their_cards(sql: Stores) -> None:
    fill(sql)
    sql.scored(Scored.SCORED)
    with sql.calls._database.session("searched") as session:  # type: ignore[attr-defined]
        for scored in Scored:
            wanted = CallFilter(scored=scored, viewer="Ann")
            for query in (count_of(wanted), ordered(LISTED.where(conditions(wanted)), WORST_FIRST, "Ann")):
                steps = [step for step in plan(session, query) if "call_scores" in step]
                assert steps
                assert all("USING COVERING INDEX" in step for step in steps), steps


def test_a_store_that_cannot_make_the_index_finds_the_same(
    sql: Stores, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(sql)
    monkeypatch.setattr(database, "connect", lambda *given, **named: connect(*given, **named, busy_s=0.01))
    with closing(looked_into(file)) as other:
        other.execute("begin immediate")
        with closing(SqlCallStore(file, KEY)) as calls:
            again = replace(sql, calls=calls)
            assert again.scored(Scored.AGREED) == {"agreed"}


def test_calls_are_found_by_what_was_written_at_them(either: Stores) -> None:
    for number, call_id in enumerate(("bare", "comment", "open", "done", "both")):
        either.call(call_id, day=1 + number)
    either.reviews.add("comment", comment("Well done.", NOW))
    either.reviews.add("open", coaching("Ask first.", NOW))
    either.reviews.add("done", ticked(coaching("Ask first.", NOW), NOW))
    either.reviews.add("both", comment("Well done.", NOW))
    either.reviews.add("both", coaching("Ask first.", NOW))
    for wanted, ids in (
        (Noted.ANY, ["both", "done", "open", "comment"]),
        (Noted.COMMENT, ["both", "comment"]),
        (Noted.COACHING, ["both", "done", "open"]),
        (Noted.OPEN, ["both", "open"]),
        (Noted.NONE, ["bare"]),
    ):
        assert either.found(CallFilter(noted=wanted)) == ids


def test_a_sample_is_drawn_of_calls_that_are_scored_so_far(either: Stores) -> None:
    fill(either)
    drawn = either.calls.sample(CallFilter(scored=Scored.SCORED, viewer="Ann"), 9, 1)
    assert {row.call_id for row in drawn} == {"good", "half", "failed", "agreed", "void"}
