"""`calmline calls list`: the same filters and orders as those of the window and of exports."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.compose import open_reviews, open_scores
from app.core.call_search import CallFilter, SortKey, order_by
from app.core.ports import CallStore
from app.core.review_notes import coaching, comment
from app.core.reviewed import Scored
from app.core.saved_filters import SavedFilter, Wish
from app.core.score_port import Kind
from app.settings import Settings
from tests.cli.commands import assert_refused, calmline, store_of
from tests.core.calls import document, started, whole_call
from tests.core.cards import F, P, card, given

NOW = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture
def store(calmline_home: Path) -> Iterator[CallStore]:
    """Calls of four days: scored with 67 % and a comment, with 100 % and open coaching, a draft, and nothing."""
    with store_of(calmline_home) as opened:
        for number, agent in enumerate(("Ann", "Bob", "Ann", "Bob"), start=1):
            known = started(f"c{number}", f"2026-03-0{number}T12:00:00+00:00")
            opened.save(document(*whole_call(), call=replace(known, agent=agent, reference=f"R-{number}")))
        settings = Settings(home=calmline_home)
        with closing(open_scores(settings)) as scores:
            for call_id, answers in (("c1", given(a=P, b=P, c=F)), ("c2", given(a=P, b=P, c=P))):
                scores.finish(scores.begin(call_id, card(), Kind.REVIEW, "Robin", answers).number)
            scores.begin("c3", card(), Kind.REVIEW, "Robin", {})
        with closing(open_reviews(settings)) as reviews:
            reviews.add("c1", comment("Cut off.", NOW))
            reviews.add("c2", coaching("Ask first.", NOW))
        opened.review("c4", is_flagged=True)
        yield opened


def ids(*options: str) -> list[str]:
    done = calmline("calls", "list", *options)
    assert (done.status, done.err) == (0, "")
    return [line.split()[0] for line in done.out.splitlines()]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["c4", "c3", "c2", "c1"]),
        (("--agent", "Ann"), ["c3", "c1"]),
        (("--since", "2026-03-02", "--until", "2026-03-03"), ["c3", "c2"]),
        (("--reference", "r-2"), ["c2"]),
        (("--flagged",), ["c4"]),
        (("--not-reviewed", "--agent", "Bob"), ["c4", "c2"]),
        (("--said", "money"), ["c4", "c3", "c2", "c1"]),
        (("--score", "scored"), ["c2", "c1"]),
        (("--score", "not"), ["c4", "c3"]),
        (("--score-below", "70"), ["c1"]),
        (("--notes", "any"), ["c2", "c1"]),
        (("--notes", "comment"), ["c1"]),
        (("--notes", "open"), ["c2"]),
        (("--notes", "none"), ["c4", "c3"]),
        (("--sort", "score", "--score", "scored"), ["c1", "c2"]),
        (("--sort", "score", "--reverse", "--score", "scored"), ["c2", "c1"]),
        (("--reverse",), ["c1", "c2", "c3", "c4"]),
        (("--sort", "agent"), ["c1", "c3", "c2", "c4"]),
        (("--filter", "worst"), ["c1", "c2"]),
        (("--filter", "worst", "--sort", "when"), ["c2", "c1"]),
    ],
)
def test_calls_are_listed_by_what_is_asked(store: CallStore, options: tuple[str, ...], found: list[str]) -> None:
    wish = Wish(wanted=CallFilter(scored=Scored.SCORED))
    store.keep_filters([SavedFilter(name="Worst", wish=wish, order=order_by(SortKey.SCORE))])
    assert ids(*options) == found


@pytest.mark.usefixtures("store")
def test_the_drafts_are_those_of_whom_the_settings_name() -> None:
    assert calmline("calls", "list", "--score", "draft").out == "No call is like that.\n"
    calmline("settings", "set", "agent_name", "Robin")
    assert ids("--score", "draft") == ["c3"]


@pytest.mark.usefixtures("store")
def test_a_score_stands_in_the_line_where_it_is_asked_for() -> None:
    [line] = calmline("calls", "list", "--score-below", "70").out.splitlines()
    assert "score 67" in line
    assert "score" not in calmline("calls", "list").out
    sorted_ = calmline("calls", "list", "--sort", "score").out.splitlines()
    assert [("score" in line) for line in sorted_] == [True, True, False, False]


@pytest.mark.usefixtures("store")
def test_what_finds_nothing_is_said(store: CallStore) -> None:
    assert calmline("calls", "list", "--agent", "Zoe").out == "No call is like that.\n"
    assert "under the reference R-9" in calmline("calls", "list", "--reference", "R-9").out
    assert_refused(calmline("calls", "list", "--filter", "gone"), "There are no filters gone", "window")
    assert_refused(calmline("calls", "list", "--said", "- -"), "--said has no word", "refund")
    assert_refused(calmline("calls", "list", "--score-below", "170"), "--score-below")
    store.delete("c1", "c2", "c3", "c4")
    assert calmline("calls", "list").out == "No call is stored.\n"


@pytest.mark.usefixtures("store")
def test_an_export_takes_the_same_options_and_is_in_their_order(tmp_path: Path) -> None:
    to = tmp_path / "calls.csv"
    done = calmline("export", "--score", "scored", "--sort", "score", "--format", "csv", "--to", to)
    assert (done.status, done.err) == (0, "")
    assert [row["Call"] for row in csv.DictReader(io.StringIO(to.read_text("utf-8-sig")))] == ["c1", "c2"]
    assert_refused(calmline("export", "c1", "--sort", "score"), "not clear what to export")
    assert_refused(calmline("export", "--trends", "--sort", "score"), "not clear what to export")
