"""What is kept and how it is taken away, at the command line. Dates are told from the day on which the test runs."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.store_file import connect
from app.core.ports import CallStore
from tests.adapters.sealed import opened_bytes, spoil
from tests.cli.commands import assert_refused, calmline, key_of, store_of, stored_calls
from tests.core.calls import document, started, whole_call

SAID = b"I want my money"


@pytest.fixture
def store(calmline_home: Path) -> Iterator[CallStore]:
    """Calls of this day, of 40 days ago and of 400 days ago."""
    with store_of(calmline_home) as opened:
        for days in (0, 40, 400):
            began = (datetime.now().astimezone() - timedelta(days=days)).isoformat(timespec="seconds")
            opened.save(document(*whole_call(), call=started(f"d{days}", began)))
        yield opened


def bytes_of(home: Path) -> bytes:
    return b"".join(opened_bytes(path, key_of(home)) for path in home.rglob("*") if path.is_file())


@pytest.mark.usefixtures("store")
def test_a_purge_says_what_went_and_does_it(calmline_home: Path) -> None:
    done = calmline("calls", "purge")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Lost their words and kept their figures: 1 call.", "Gone altogether: 1 call.",
    ]  # fmt: skip
    assert stored_calls(calmline_home) == ["d0", "d40"]
    assert "figures alone" in calmline("calls", "list").out
    assert "0 calls" in calmline("calls", "purge").out


def test_what_may_be_left_in_a_damaged_part_of_the_store_is_told_in_one_line(
    store: CallStore, calmline_home: Path
) -> None:
    store.close()
    spoil(calmline_home / "calls.sqlite3", "ix_call_notes_number", key_of(calmline_home))
    purged = calmline("calls", "purge")
    assert (purged.status, "Gone altogether: 1 call." in purged.out) == (0, True)
    assert len(purged.err.splitlines()) == 1
    assert "may be left there: 2. Bring back the store and its note from one backup" in purged.err
    deleted = calmline("calls", "delete", "d0", "--yes")
    assert (deleted.status, deleted.out) == (0, "Deleted for good: 1 call.\n")
    assert "may be left there: 1." in deleted.err
    assert stored_calls(calmline_home) == ["d40"]


@pytest.mark.usefixtures("store")
def test_settings_and_the_centre_say_how_long(
    calmline_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("figures_days", "text_days"):
        assert "for good" in calmline("settings", "set", name, "9999").out
    calmline("calls", "purge")
    assert stored_calls(calmline_home) == ["d0", "d40", "d400"]
    policy = tmp_path / "policy.toml"
    policy.write_text("text_days = 0\nfigures_days = 39\n")
    monkeypatch.setenv("CALMLINE_POLICY", str(policy))
    assert_refused(calmline("settings", "set", "text_days", "30"), "set by your centre")
    calmline("calls", "purge")
    assert stored_calls(calmline_home) == ["d0"]


@pytest.mark.usefixtures("store")
def test_a_call_on_hold_stays_through_purge_and_delete_until_it_is_released(calmline_home: Path) -> None:
    assert "on legal hold" in calmline("calls", "hold", "d400").out
    assert [line.endswith("on legal hold") for line in calmline("calls", "list").out.splitlines()] == [
        False,
        False,
        True,
    ]
    calmline("calls", "purge")
    assert_refused(calmline("calls", "delete", "d0", "d400", "--yes"), "d400 is on legal hold", "calls release d400")
    assert stored_calls(calmline_home) == ["d0", "d40", "d400"]
    calmline("calls", "release", "d400")
    assert "1 call" in calmline("calls", "delete", "d400", "--yes").out
    assert stored_calls(calmline_home) == ["d0", "d40"]


def test_deleting_asks_first_and_leaves_no_byte(store: CallStore, calmline_home: Path) -> None:
    everything = ("d0", "d40", "d400")
    refused = calmline("calls", "delete", *everything, given="n\n")
    assert (refused.status, "Nothing was deleted." in refused.out) == (1, True)
    assert stored_calls(calmline_home) == [*everything]
    assert SAID in bytes_of(calmline_home)
    done = calmline("calls", "delete", *everything, given="y\n")
    assert (done.status, "Deleted for good: 3 calls." in done.out) == (0, True)
    assert store.rows() == []
    assert SAID not in bytes_of(calmline_home)


def test_a_call_that_lies_in_a_copy_alone_is_deleted_by_its_id(store: CallStore, calmline_home: Path) -> None:
    copy = calmline_home / "calls.sqlite3.before-repair-1"
    store.close()
    copy.write_bytes((calmline_home / "calls.sqlite3").read_bytes())
    with closing(connect(calmline_home / "calls.sqlite3", key_of(calmline_home))) as other, other:
        other.execute("delete from calls where call_id = 'd40'")
    done = calmline("calls", "delete", "d40", given="y\n")
    assert (done.status, done.err) == (0, "")
    assert "d40" in done.out
    assert "in a copy from before a repair" in done.out
    with closing(connect(copy, key_of(calmline_home))) as beside:
        assert beside.execute("select call_id from calls order by 1").fetchall() == [("d0",), ("d400",)]


@pytest.mark.usefixtures("store")
def test_where_one_call_is_not_there_none_is_deleted(calmline_home: Path) -> None:
    assert_refused(calmline("calls", "delete", "d0", "nobody", "--yes"), "no call nobody")
    for verb in ("hold", "release"):
        assert_refused(calmline("calls", verb, "nobody"), "no call nobody", "calmline calls list")
    assert len(stored_calls(calmline_home)) == 3


@pytest.mark.usefixtures("store")
def test_what_is_kept_is_told_in_plain_words(calmline_home: Path) -> None:
    (calmline_home / "calls.sqlite3.before-repair-1").write_bytes(b"copy")
    calmline("calls", "hold", "d40")
    lines = calmline("kept").out.splitlines()
    counts = [line[42:47].strip() for line in lines[:5]]
    assert counts == ["3", "0", "1", "0", "1"]
    told = "\n".join(lines)
    assert "Words go after 30 days; some are due: calmline calls purge" in told
    assert "Whole calls go after 365 days; some are due" in told
    assert "Calls on legal hold stay until they are released" in told
    assert str(calmline_home) in told
    (calmline_home / "calls.sqlite3.before-repair-1").unlink()
    calmline("calls", "purge")
    calmline("calls", "release", "d40")
    calmline("calls", "purge")
    after = calmline("kept").out
    assert [line[42:47].strip() for line in after.splitlines()[:5]] == ["1", "1", "0", "0", "0"]
    today = datetime.now().astimezone()
    goes = today + timedelta(days=31)
    assert f"Words go after 30 days; the next on {goes.day} {goes:%b %Y}" in after


def test_at_first_nothing_is_kept() -> None:
    assert calmline("calls", "list").out == "No call is stored.\n"
    assert "Whole calls go after 365 days\n" in calmline("kept").out


@pytest.fixture
def of_callers(store: CallStore) -> CallStore:
    """Two more calls, of one caller."""
    for call_id in ("c1", "c2"):
        store.save(document(*whole_call(), call=replace(started(call_id), reference="C-17")))
    return store


@pytest.mark.usefixtures("of_callers")
def test_the_list_tells_where_a_call_came_from_and_what_the_caller_is_known_by() -> None:
    lines = calmline("calls", "list").out.splitlines()
    assert len(lines) == 5
    assert all("call.wav" in line for line in lines)
    assert sum("reference C-17" in line for line in lines) == 2
    assert len(calmline("calls", "list", "--reference", "c-17").out.splitlines()) == 2
    assert calmline("calls", "list", "--reference", "x").out == "No call is stored under the reference x.\n"


@pytest.mark.usefixtures("of_callers")
def test_all_calls_of_a_caller_are_deleted_after_they_were_shown(calmline_home: Path) -> None:
    refused = calmline("calls", "delete", "--reference", "C-17", given="n\n")
    assert (refused.status, "c1" in refused.out, "c2" in refused.out, "d0" in refused.out) == (1, True, True, False)
    assert "2 calls" in calmline("calls", "delete", "--reference", "C-17", "--yes").out
    assert stored_calls(calmline_home) == ["d0", "d40", "d400"]
    assert_refused(calmline("calls", "delete", "--reference", "C-17", "--yes"), "under the reference C-17")


def test_of_a_call_whose_recording_was_analysed_it_is_said_that_it_can_come_back(store: CallStore) -> None:
    heard = document(*whole_call(), call=started("c1"))
    store.save(replace(heard, call=replace(heard.call, recording="0" * 64)))
    done = calmline("calls", "delete", "c1", "d0", "--yes")
    assert (done.status, done.out) == (0, "Deleted for good: 2 calls.\n")
    assert "Of these from recordings: 1. calmline analyze brings them back" in done.err
    assert calmline("calls", "delete", "d40", "--yes").err == ""


@pytest.mark.parametrize("said", [(), ("c1", "--reference", "C-17")])
def test_what_is_to_be_deleted_has_to_be_clear(said: tuple[str, ...]) -> None:
    assert_refused(calmline("calls", "delete", *said), "not clear what to delete")


@pytest.mark.parametrize("group", ["calls", "call", "models", "lexicon", "playbooks"])
def test_a_group_without_a_command_shows_its_help(group: str) -> None:
    shown = calmline(group)
    assert (shown.status, shown.err) == (0, "")
    assert f"{group} [OPTIONS] COMMAND" in shown.out


def test_words_cannot_be_set_to_outlive_the_figures() -> None:
    assert_refused(calmline("settings", "set", "text_days", "400"), "longer than the figures", "400 days and 365")
    assert_refused(calmline("settings", "set", "figures_days", "7"), "30 days and 7")
    assert calmline("settings", "set", "text_days", "7").status == 0
    assert calmline("settings", "set", "figures_days", "7").status == 0
    assert_refused(calmline("settings", "reset", "text_days"), "30 days and 7")


@pytest.mark.parametrize("value", ["-1", "-99999999999999999999", "--5"])
def test_a_number_below_zero_is_out_of_range_and_no_option(value: str) -> None:
    assert_refused(calmline("settings", "set", "text_days", value), f"text_days cannot be '{value}'", "from 0 to 9999")
