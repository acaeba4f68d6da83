"""What a line asks for, and filters under a name."""

from datetime import date, datetime, timedelta, timezone

import pytest

from app.core.call_search import (
    Between,
    CallFilter,
    CallOrder,
    Course,
    Listed,
    Said,
    SortKey,
    begin_of,
    days_of,
    end_of,
    order_by,
    said_in,
    sample,
)
from app.core.events import Channel, Move, Stage
from app.core.reviewed import Noted, Scored
from app.core.saved_filters import SavedFilter, Wish, filter_of, text_of, with_filter, without_filter


def word(*words: str, by: Channel | None = None, is_absent: bool = False, in_notes: bool = False) -> Said:
    return Said(words=words, by=by, is_absent=is_absent, in_notes=in_notes)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("", ()),
        ("refund", (word("refund"),)),
        ("two weeks", (word("two"), word("weeks"))),
        ('"two weeks"', (word("two", "weeks"),)),
        ("“two weeks” „a b“", (word("two", "weeks"), word("a", "b"))),
        ('"two weeks', (word("two", "weeks"),)),
        ("-sorry", (word("sorry", is_absent=True),)),
        ('Agent:"I am" caller:refund', (word("I", "am", by=Channel.AGENT), word("refund", by=Channel.CALLER))),
        ('caller: refund agent:  "I am"', (word("refund", by=Channel.CALLER), word("I", "am", by=Channel.AGENT))),
        ("refund caller:", (word("refund"),)),
        ('-agent:"calm down"', (word("calm", "down", by=Channel.AGENT, is_absent=True),)),
        ("don't wi-fi", (word("don't"), word("wi", "fi"))),
        ("supervisor:refund", (word("supervisor", "refund"),)),
        ("- -- \" ' *", ()),
        ("note:praise", (word("praise", in_notes=True),)),
        ('-Note: "cut off"', (word("cut", "off", is_absent=True, in_notes=True),)),
    ],
)  # fmt: skip
def test_a_line_asks_for_words_phrases_sides_and_absences(line: str, asked: tuple[Said, ...]) -> None:
    assert said_in(line) == asked


def test_days_are_counted_back_from_the_beginning_of_today_where_the_supervisor_is() -> None:
    now = datetime(2026, 3, 8, 12, 30, tzinfo=timezone(timedelta(hours=2)))
    assert Wish(last_days=1).at(now).since == "2026-03-07T22:00:00+00:00"
    assert Wish(last_days=7).at(now).since == "2026-03-01T22:00:00+00:00"
    assert Wish(wanted=CallFilter(since="2026-01-01")).at(now).since == "2026-01-01"


def test_days_are_those_of_this_computer_and_both_count() -> None:
    first, last = date(2026, 3, 2), date(2026, 3, 29)
    wanted = CallFilter(since=begin_of(first), until=end_of(last))
    assert days_of(wanted) == (first, last)
    assert days_of(CallFilter()) == (None, None)
    assert datetime.fromisoformat(end_of(last)).astimezone().replace(tzinfo=None) == datetime(2026, 3, 30)  # noqa: DTZ001
    assert begin_of(date.min) < begin_of(date(2000, 1, 1)) < end_of(date.max)


def test_filters_under_a_name_come_back_as_they_were_kept() -> None:
    wanted = CallFilter(
        agents=frozenset({"Ann"}), peak=Between(low=0.5), courses=frozenset({Course.HOT}), reached=Stage.ASK,
        made=frozenset({Move.APOLOGY}), not_made=frozenset({Move.EXCUSE}), is_flagged=True, reference="R-1",
        said=said_in('caller:"third time" -sorry'), since="2026-01-01T00:00:00+00:00",
    )  # fmt: skip
    kept = (
        SavedFilter(name="a", wish=Wish(wanted=wanted)),
        SavedFilter(name="b", wish=Wish(last_days=30), order=order_by(SortKey.SCORE)),
        SavedFilter(name="d", wish=Wish(wanted=CallFilter(said=said_in("note:praise -note:late")))),
        SavedFilter(name="c", wish=Wish(wanted=CallFilter(scored=Scored.DRAFT, score_below=0.7, noted=Noted.OPEN))),
    )
    assert tuple(filter_of(text_of(one)) for one in kept) == kept


def test_who_looks_is_no_part_of_a_filter() -> None:
    mine = CallFilter(scored=Scored.NOT, viewer="Ann")
    assert mine == CallFilter(scored=Scored.NOT)
    assert "Ann" not in text_of(SavedFilter(name="a", wish=Wish(wanted=mine)))


@pytest.mark.parametrize(
    ("key", "is_descending"), [(SortKey.STARTED, True), (SortKey.PEAK, True), (SortKey.SCORE, False)]
)
def test_what_wants_a_look_soonest_stands_at_the_top(key: SortKey, *, is_descending: bool) -> None:
    assert order_by(key) == CallOrder(key=key, is_descending=is_descending)


@pytest.mark.parametrize(
    ("listed", "are_asked"),
    [
        (Listed(), False),
        (Listed(wanted=CallFilter(viewer="Ann", noted=Noted.ANY)), False),
        (Listed(wanted=CallFilter(scored=Scored.NOT)), True),
        (Listed(wanted=CallFilter(score_below=0.7)), True),
        (Listed(order=CallOrder(key=SortKey.SCORE)), True),
    ],
)
def test_a_list_knows_whether_scores_decide_it(listed: Listed, *, are_asked: bool) -> None:
    assert listed.is_about_scores is are_asked


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"name": "a", "last_days": null, "wanted": []}',
     '{"name": "a", "last_days": null, "wanted": {"mood": "blue"}}',
     '{"name": "a", "last_days": null, "wanted": {"made": ["juggling"]}}',
     '{"name": "a", "last_days": null, "wanted": {"since": "some day"}}',
     '{"name": "a", "last_days": null, "wanted": {"scored": "by a jury"}}',
     '{"name": "a", "last_days": null, "wanted": {}, "order": ["colour", true]}'],
)  # fmt: skip
def test_a_filter_that_nobody_can_read_is_none(text: str) -> None:
    assert filter_of(text) is None


def test_a_name_is_given_once() -> None:
    one, other = SavedFilter(name="Hot", wish=Wish(last_days=1)), SavedFilter(name="hot", wish=Wish(last_days=2))
    both = with_filter([SavedFilter(name="Zoe", wish=Wish()), one], other)
    assert [kept.name for kept in both] == ["hot", "Zoe"]
    assert without_filter(both, "HOT") == both[1:]


def test_a_sample_does_not_hang_on_the_order_of_the_list() -> None:
    calls = [("Ann", f"a{number}") for number in range(30)] + [(None, "x"), ("Bob", "b")]
    drawn = sample(calls, 3, seed=5)
    assert drawn == sample(calls[::-1], 3, seed=5)
    assert (len(drawn), drawn[-2:]) == (5, ["b", "x"])
