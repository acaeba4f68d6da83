"""Which calls lose their words and which go altogether, by their age alone; no clock of the machine is read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.core.keeping import FOR_GOOD, Days, Due, StoredCall, age_days, day_of, due, overview

NOW = datetime(2026, 11, 26, 0, 30, tzinfo=timezone(timedelta(hours=2)))


def aged(days: int, call_id: str | None = None, *, words: bool = True, held: bool = False) -> StoredCall:
    began = (NOW - timedelta(days=days)).astimezone(UTC).isoformat()
    return StoredCall(call_id=call_id or f"d{days}", started_at=began, has_words=words, is_held=held)


def gone(days: Days, *calls: StoredCall) -> tuple[list[str], list[str]]:
    found = due(calls, NOW, days)
    return sorted(found.words), sorted(found.whole)


def test_words_go_after_their_days_and_the_whole_call_after_those_of_figures() -> None:
    calls = [aged(days) for days in (0, 1, 29, 30, 31, 364, 365, 366, 4000)]
    assert gone(Days(text=30, figures=365), *calls) == (["d31", "d364", "d365"], ["d366", "d4000"])


def test_at_nought_days_only_what_is_of_today_stays() -> None:
    calls = [aged(0), aged(1)]
    assert gone(Days(text=0, figures=365), *calls) == (["d1"], [])
    assert gone(Days(text=30, figures=0), *calls) == ([], ["d1"])


def test_for_good_is_no_end_at_all() -> None:
    assert gone(Days(text=FOR_GOOD, figures=FOR_GOOD), aged(0), aged(20_000)) == ([], [])
    assert gone(Days(text=30, figures=FOR_GOOD), aged(20_000)) == (["d20000"], [])


def test_words_that_were_to_stay_longer_than_the_figures_go_with_the_call() -> None:
    assert gone(Days(text=365, figures=30), aged(30), aged(31)) == ([], ["d31"])


def test_a_call_that_has_no_words_any_more_has_none_to_lose() -> None:
    assert gone(Days(text=30, figures=365), aged(31, words=False), aged(366, words=False)) == ([], ["d366"])


def test_a_call_on_hold_loses_nothing_however_old() -> None:
    assert due([aged(31, held=True), aged(4000, held=True)], NOW, Days(text=0, figures=0)) == Due()


@pytest.mark.parametrize("started_at", ["", "yesterday", "2026-11-27T00:00:00+02:00", "9999-12-31T23:59:59-14:00"])
def test_a_call_whose_date_cannot_be_true_is_left_alone(started_at: str) -> None:
    assert age_days(started_at, NOW) is None
    assert due([StoredCall(call_id="c", started_at=started_at)], NOW, Days(text=0, figures=0)) == Due()


def test_the_overview_counts_each_kind_and_tells_what_goes_next() -> None:
    calls = [aged(2), aged(10), aged(40, words=False), aged(300, held=True)]
    found = overview([replace(call, size_bytes=100) for call in calls], NOW, Days(text=30, figures=365))
    assert (found.with_words.count, found.figures_alone.count, found.held.count) == (3, 1, 1)
    assert (found.with_words.size_bytes, found.with_words.oldest) == (300, NOW.date() - timedelta(days=300))
    assert found.words_go == NOW.date() + timedelta(days=21)
    assert found.calls_go == NOW.date() + timedelta(days=326)
    assert due(calls, NOW + timedelta(days=20), Days(text=30, figures=365)) == Due()
    assert due(calls, NOW + timedelta(days=21), Days(text=30, figures=365)).words == {"d10"}


def test_what_never_goes_has_no_day_and_a_call_without_a_date_is_counted() -> None:
    lost = StoredCall(call_id="lost", started_at="yesterday")
    found = overview([aged(1), lost], NOW, Days(text=FOR_GOOD, figures=FOR_GOOD))
    assert (found.words_go, found.calls_go, found.undated) == (None, None, 1)
    found = overview([lost], NOW, Days(text=30, figures=365))
    assert (found.words_go, found.calls_go, found.with_words.oldest) == (None, None, None)


def test_days_are_those_of_the_desk_and_not_of_greenwich() -> None:
    assert age_days("2026-11-25T22:10:00+00:00", NOW) == 0
    assert age_days("2026-11-25T21:50:00+00:00", NOW) == 1
    assert age_days("2026-11-26T00:10:00", NOW) == 0
    assert str(day_of("2026-11-25T22:10:00+00:00", NOW)) == "2026-11-26"
