"""Ended calls as files, at the command line."""

import csv
import io
import json
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.adapters.store_file import connect
from app.compose import open_reviews, open_scores
from app.core.call_search import CallFilter, said_in
from app.core.events import Channel
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.review_notes import coaching, comment
from app.core.saved_filters import SavedFilter, Wish
from app.core.score_port import Kind
from app.core.wire import document_from_json
from app.core.wordless import figures_alone
from app.settings import Settings
from tests.cli.commands import assert_refused, calmline, key_of, store_of
from tests.core.calls import document, said, started, whole_call
from tests.core.cards import F, P, card, given


@pytest.fixture
def store(calmline_home: Path) -> Iterator[CallStore]:
    """Three calls, one of them without its words."""
    with store_of(calmline_home) as opened:
        opened.save(document(*whole_call(), call=started("c1", "2026-03-04T09:15:00+00:00")))
        opened.save(document(*whole_call(), call=started("c2", "2026-03-05T09:15:00+00:00")))
        opened.save(figures_alone(document(*whole_call(), call=started("c3", "2026-03-06T09:15:00+00:00"))))
        yield opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "exported"
    folder.mkdir()
    return folder


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("store")
def test_whoever_scores_a_call_blind_exports_no_score_of_others_meanwhile(calmline_home: Path, out: Path) -> None:
    calmline("settings", "set", "agent_name", "Dan")
    scores = open_scores(Settings(home=calmline_home))
    scores.finish(scores.begin("c1", card(), Kind.REVIEW, "Ann", given(a=P, b=P, c=F)).number)
    draft = scores.begin("c1", card(), Kind.BLIND, "Dan", {})
    calmline("export", "c1", "--format", "json", "--to", out / "blind.json")
    assert json.loads((out / "blind.json").read_text("utf-8"))["scores"] == []
    scores.discard(draft.number)
    scores.close()
    calmline("export", "c1", "--format", "json", "--to", out / "call.json")
    assert len(json.loads((out / "call.json").read_text("utf-8"))["scores"]) == 1


@pytest.mark.usefixtures("store")
def test_scores_that_are_done_go_along_and_blind_ones_stay(calmline_home: Path, out: Path) -> None:
    scores = open_scores(Settings(home=calmline_home))
    for kind, reviewer in ((Kind.REVIEW, "Ann"), (Kind.BLIND, "Bob")):
        scores.finish(scores.begin("c1", card(), kind, reviewer, given(a=P, b=P, c=F)).number)
    scores.begin("c1", card(), Kind.REVIEW, "Cy", {})
    scores.close()
    calmline("export", "c1", "--format", "json", "--to", out / "call.json")
    [score] = json.loads((out / "call.json").read_text("utf-8"))["scores"]
    assert (score["reviewer"], round(score["share"], 2)) == ("Ann", 0.67)
    calmline("export", "c1", "--format", "pdf", "--to", out / "call.pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out / "call.pdf").pages).split())
    assert "Was a done?" in text
    assert "Bob" not in text


def test_what_reviewers_wrote_goes_along_comments_only_with_the_words(
    store: CallStore, calmline_home: Path, out: Path
) -> None:
    now = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
    reviews = open_reviews(Settings(home=calmline_home))
    reviews.add("c1", comment("She was cut off. Her card is 4111 1111 1111 1111.", now, at_s=10.0, author="Ann"))
    for call_id in ("c1", "c3"):
        reviews.add(call_id, coaching("Say sorry first.", now, due_on=date(2026, 3, 11)))
    reviews.close()
    calmline("export", "c1", "c3", "--format", "json", "--to", out)
    first, third = (json.loads((out / name).read_text("utf-8")) for name in names_in(out))
    assert [(note["at_s"], note["text"]) for note in first["comments"]] == [
        (10.0, "She was cut off. Her card is [card].")
    ]
    assert [note["due_on"] for note in first["coaching"]] == ["2026-03-11"]
    assert (third["comments"], len(third["coaching"])) == ([], 1)
    calmline("export", "c1", "--format", "pdf", "--to", out / "call.pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out / "call.pdf").pages).split())
    assert "She was cut off." in text
    assert "Due: 11 Mar 2026" in text
    store.purge(datetime(2026, 5, 1, tzinfo=UTC), Days(text=30, figures=365))
    calmline("export", "c1", "--format", "json", "--to", out / "later.json")
    later = json.loads((out / "later.json").read_text("utf-8"))
    assert (later["comments"], len(later["coaching"])) == ([], 1)


@pytest.mark.usefixtures("store")
def test_a_call_becomes_the_file_that_is_named_and_it_is_said_where_it_is(out: Path) -> None:
    to = out / "call.pdf"
    done = calmline("export", "c1", "--format", "pdf", "--to", to)
    assert (done.status, done.err, done.out) == (0, "", f"The call is in {to}\n")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(to).pages).split())
    assert "Hot, at 0:10" in text
    assert "My card is [card]." in text
    if os.name == "posix":
        assert stat.S_IMODE(to.stat().st_mode) == 0o600


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("format_", ["pdf", "json", "txt", "srt"])
def test_all_calls_become_a_file_each_in_a_folder(out: Path, format_: str) -> None:
    folder = out / "new"
    done = calmline("export", "--all", "--format", format_, "--to", folder)
    assert (done.status, done.out) == (0, f"3 calls are in {folder}\n")
    assert names_in(folder) == [f"call_2026-03-0{day}_0915_c{day - 3}.{format_}" for day in (4, 5, 6)]


@pytest.mark.usefixtures("store")
def test_a_list_holds_a_row_for_each_call(out: Path) -> None:
    assert calmline("export", "--all", "--format", "csv", "--to", out / "a.csv").status == 0
    assert calmline("export", "c3", "c1", "--format", "xlsx", "--to", out).status == 0
    rows = list(csv.DictReader(io.StringIO((out / "a.csv").read_text("utf-8-sig"), newline="")))
    assert [(row["Call"], row["Peak"], row["What is kept"]) for row in rows] == [
        ("c3", "Hot, at 0:10", "figures alone"),
        ("c2", "Hot, at 0:10", "words and figures"),
        ("c1", "Hot, at 0:10", "words and figures"),
    ]
    sheet = load_workbook(out / "calls.xlsx").active
    assert [row[0].value for row in sheet] == ["Call", "c3", "c1"]


def test_the_document_of_a_call_is_the_one_that_is_stored(store: CallStore, out: Path) -> None:
    calmline("export", "c1", "--format", "json", "--to", out / "c1.json")
    assert document_from_json(json.loads((out / "c1.json").read_text("utf-8"))) == store.load("c1")


@pytest.mark.usefixtures("store")
def test_a_call_without_its_words_says_so(out: Path) -> None:
    calmline("export", "c3", "--format", "txt", "--to", out / "c3.txt")
    assert "The words of this call are not kept" in (out / "c3.txt").read_text("utf-8")


def test_the_calls_of_a_caller_are_found_by_their_reference(store: CallStore, out: Path) -> None:
    filed = replace(started("c4", "2026-03-07T09:15:00+00:00"), reference="K-77")
    store.save(document(*whole_call(), call=filed))
    assert calmline("export", "--reference", "k-77", "--format", "txt", "--to", out).status == 0
    assert names_in(out) == ["call_2026-03-07_0915_c4.txt"]
    assert_refused(calmline("export", "--reference", "other", "--to", out), "No call is stored under")


@pytest.fixture
def filed(store: CallStore) -> CallStore:
    """Three more calls, of two agents."""
    for number, agent in enumerate(("Ann", "Bob", "Bob"), start=4):
        known = replace(started(f"c{number}", f"2026-04-0{number}T09:15:00+00:00"), agent=agent)
        store.save(document(said(Channel.CALLER, 1, 5, f"Parcel {agent} is late."), call=known))
    store.review("c5", is_reviewed=True, is_flagged=True)
    store.keep_filters([SavedFilter(name="Late", wish=Wish(wanted=CallFilter(said=said_in("late"))))])
    return store


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--since", "2026-04-05"), ["c6", "c5"]),
        (("--until", "2026-03-04"), ["c1"]),
        (("--since", "2026-03-06", "--until", "2026-04-04"), ["c4", "c3"]),
        (("--agent", "Ann", "--agent", "Bob"), ["c6", "c5", "c4"]),
        (("--said", 'caller:"parcel bob"'), ["c6", "c5"]),
        (("--said", "late", "--not-reviewed"), ["c6", "c4"]),
        (("--flagged",), ["c5"]),
        (("--filter", "late"), ["c6", "c5", "c4"]),
        (("--filter", "Late", "--agent", "Bob", "--said", "parcel", "--not-flagged"), ["c6"]),
    ],
)
def test_calls_are_chosen_as_in_the_window(out: Path, options: tuple[str, ...], ids: list[str]) -> None:
    done = calmline("export", *options, "--format", "csv", "--to", out / "a.csv")
    assert done.status == 0, done.err
    rows = csv.DictReader(io.StringIO((out / "a.csv").read_text("utf-8-sig"), newline=""))
    assert [row["Call"] for row in rows] == ids


@pytest.mark.usefixtures("filed")
def test_whatever_is_found_becomes_files_in_a_folder_be_it_one_call(out: Path) -> None:
    done = calmline("export", "--flagged", "--format", "txt", "--to", out / "new")
    assert (done.status, done.out) == (0, f"The call is in {out / 'new'}\n")
    assert names_in(out / "new") == ["call_2026-04-05_0915_c5.txt"]


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--all", "--flagged"), "not clear what to export"),
        (("c1", "--since", "2026-03-04"), "not clear what to export"),
        (("--since", "yesterday"), "--since"),
        (("--said", "!?"), "--said has no word in it"),
        (("--filter", "Early"), "There are no filters Early. There are: Late"),
        (("--said", "bicycle"), "No call is like that"),
        (("--agent", ""), "No call is like that"),
        (("--reference", ""), "No call is stored under the reference"),
        (("--reference", " ", "--since", "2026-03-04"), "No call is like that"),
        (("--since", "0001-01-01", "--until", "0001-01-01"), "No call is like that"),
        (("--since", "9999-12-31", "--until", "9999-12-31"), "No call is like that"),
    ],
)
def test_what_cannot_be_looked_for_or_is_not_found_is_told(out: Path, options: tuple[str, ...], told: str) -> None:
    assert_refused(calmline("export", *options, "--to", out), told)
    assert names_in(out) == []


@pytest.mark.usefixtures("store")
def test_what_is_there_is_left_without_force(out: Path) -> None:
    there = out / "call_2026-03-05_0915_c2.txt"
    there.write_text("mine")
    assert_refused(calmline("export", "--all", "--format", "txt", "--to", out), "is there already", "--force")
    assert names_in(out) == [there.name]
    assert calmline("export", "--all", "--format", "txt", "--to", out, "--force").status == 0
    assert "I want my money" in there.read_text("utf-8")


@pytest.mark.usefixtures("store")
def test_what_cannot_be_exported_is_told_in_a_line(out: Path) -> None:
    assert_refused(calmline("export"), "not clear what to export")
    assert_refused(calmline("export", "c1", "--all"), "not clear what to export")
    assert_refused(calmline("export", "c9"), "There is no call c9", "calmline calls list")
    assert_refused(calmline("export", "c1", "--format", "doc"), "doc")
    assert_refused(calmline("export", "c1", "--to", out / "no" / "c1.pdf"), "cannot be written")


def test_without_calls_there_is_nothing_to_export(calmline_home: Path, out: Path) -> None:
    with store_of(calmline_home):
        pass
    assert_refused(calmline("export", "--all", "--to", out), "No call is stored")


def test_a_damaged_call_is_left_out_and_named(store: CallStore, calmline_home: Path, out: Path) -> None:
    store.close()
    file = Settings(home=calmline_home).store_file
    with closing(connect(file, key_of(calmline_home))) as database:
        database.execute(
            "UPDATE call_documents SET document = '{' WHERE number = (SELECT number FROM calls WHERE call_id = 'c2')"
        )
        database.commit()
    done = calmline("export", "--all", "--format", "txt", "--to", out)
    assert (done.status, done.out) == (1, f"2 calls are in {out}\n")
    assert done.err == "calmline: The call c2 is damaged and was left out.\n"
    assert_refused(calmline("export", "c2", "--format", "txt", "--to", out), "damaged")


@pytest.fixture
def many(store: CallStore) -> CallStore:
    """Six calls of this week."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for number in range(6):
        call = replace(started(f"now-{number}", now), agent="Ann")
        store.save(document(*whole_call(), call=call))
    return store


@pytest.mark.usefixtures("many")
def test_trends_become_a_table_that_calculates(out: Path) -> None:
    done = calmline("export", "--trends", "--weeks", "4", "--to", out / "trends.csv")
    assert (done.status, done.err, done.out) == (0, "", f"The table is in {out / 'trends.csv'}\n")
    with (out / "trends.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    [heated] = [row for row in rows if (row["Week of"], row["What"]) == ("All weeks", "Share of calls that heated up")]
    assert (heated["Value"], heated["Counted"], heated["Remark"]) == ("1.0", "6", "a small number: read it with care")


@pytest.mark.usefixtures("many")
def test_trends_of_an_agent_become_a_workbook(out: Path) -> None:
    done = calmline("export", "--trends", "--agent", "Ann", "--format", "xlsx", "--to", out)
    assert (done.status, done.err) == (0, "")
    sheet = load_workbook(out / "trends.xlsx").active
    assert (sheet.title, sheet["A2"].value) == ("Trends", "Ann: for this agent's own eyes and for coaching.")


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--trends", "--all"], "It is not clear what to export"),
        (["--trends", "c1"], "It is not clear what to export"),
        (["--trends", "--since", "2026-03-04"], "It is not clear what to export"),
        (["--weeks", "4", "--all"], "It is not clear what to export"),
        (["--trends", "--agent", "Ann", "--agent", "Bob"], "nobody is put beside anybody else"),
        (["--trends", "--format", "pdf"], "Say --format csv or --format xlsx"),
        (["--trends", "--agent", "Nobody"], "There are no such calls in these weeks"),
    ],
)
def test_trends_that_cannot_be_are_refused(options: list[str], says: str, out: Path) -> None:
    assert_refused(calmline("export", *options, "--to", out), says)
    assert names_in(out) == []
