"""Exports on a thread of their own."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.compose import open_store
from app.core.call_search import CallFilter, Listed
from app.core.export import ExportWish, Format, Table, TableWish
from app.core.ports import CallStore
from app.export_bench import FileBench
from app.settings import Settings
from tests.core.calls import document, started, whole_call


@pytest.fixture
def settings(calmline_home: Path) -> Settings:
    return Settings(home=calmline_home)


@pytest.fixture
def store(settings: Settings) -> Iterator[CallStore]:
    opened = open_store(settings)
    for call_id in ("c1", "c2"):
        opened.save(document(*whole_call(), call=started(call_id)))
    yield opened
    opened.close()


@pytest.fixture
def bench(settings: Settings) -> Iterator[FileBench]:
    made = FileBench(settings)
    yield made
    made.close()


def done(qtbot: QtBot, bench: FileBench, wish: ExportWish) -> tuple[str, bool]:
    """What is said once it is over."""
    bench.export(wish)
    qtbot.waitUntil(lambda: not bench.state.is_busy, timeout=30_000)
    return bench.state.said, bench.state.is_wrong


@pytest.mark.usefixtures("store")
def test_a_paper_is_made_off_the_windows_thread_and_it_is_said_where_it_is(
    qtbot: QtBot, bench: FileBench, tmp_path: Path
) -> None:
    to = str(tmp_path / "c1.pdf")
    assert done(qtbot, bench, ExportWish(calls=("c1",), format=Format.PDF, to=to)) == (f"The call is in {to}", False)
    assert Path(to).read_bytes().startswith(b"%PDF")
    assert (bench.state.done, bench.state.total) == (1, 1)


@pytest.mark.usefixtures("store")
def test_all_calls_of_a_list_go_into_a_folder(qtbot: QtBot, bench: FileBench, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    said, _ = done(qtbot, bench, ExportWish(calls=("c1", "c2"), format=Format.TXT, to=str(folder)))
    assert said == f"2 calls are in {folder}"
    assert len(list(folder.iterdir())) == 2


@pytest.mark.usefixtures("store")
def test_the_calls_of_a_list_are_looked_for_beside_the_window(qtbot: QtBot, bench: FileBench, tmp_path: Path) -> None:
    listed = Listed(wanted=CallFilter(call_ids=frozenset({"c2"})))
    said, _ = done(qtbot, bench, ExportWish(calls=listed, format=Format.TXT, to=str(tmp_path / "out")))
    assert said == f"The call is in {tmp_path / 'out'}"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["call_2026-03-04_0915_c2.txt"]
    assert (bench.state.done, bench.state.total) == (1, 1)


@pytest.mark.usefixtures("store")
def test_files_that_are_there_are_counted_and_nothing_is_written_before_somebody_says_so(
    qtbot: QtBot, bench: FileBench, tmp_path: Path
) -> None:
    mine = tmp_path / "call_2026-03-04_0915_c2.txt"
    mine.write_text("mine")
    wish = ExportWish(calls=Listed(), format=Format.TXT, to=str(tmp_path))
    assert done(qtbot, bench, wish) == ("", False)
    assert (bench.state.taken, [path.name for path in tmp_path.glob("call_*")]) == (1, [mine.name])
    said, _ = done(qtbot, bench, replace(wish, may_replace=True))
    assert (said, bench.state.taken) == (f"2 calls are in {tmp_path}", 0)
    assert mine.read_text("utf-8") != "mine"


@pytest.mark.usefixtures("store")
def test_what_cannot_be_written_is_said(qtbot: QtBot, bench: FileBench, tmp_path: Path) -> None:
    wish = ExportWish(calls=("c1",), format=Format.TXT, to=str(tmp_path / "no" / "c1.txt"))
    said, is_wrong = done(qtbot, bench, wish)
    assert is_wrong
    assert "cannot be written" in said


@pytest.mark.usefixtures("store")
def test_a_call_that_has_gone_meanwhile_is_said(qtbot: QtBot, bench: FileBench, tmp_path: Path) -> None:
    said, is_wrong = done(qtbot, bench, ExportWish(calls=("gone",), format=Format.TXT, to=str(tmp_path)))
    assert (is_wrong, said.startswith("There is no call to export")) == (True, True)


@pytest.mark.usefixtures("store")
def test_closing_ends_the_thread(bench: FileBench, tmp_path: Path) -> None:
    bench.export(ExportWish(calls=("c1", "c2"), format=Format.TXT, to=str(tmp_path / "out")))
    bench.close()
    assert "export" not in {thread.name for thread in threading.enumerate()}


def test_a_table_is_written_and_it_is_said_where_it_is(qtbot: QtBot, bench: FileBench, tmp_path: Path) -> None:
    to = tmp_path / "trends.csv"
    table = Table(name="trends", title="Trends", columns=["What", "Value"], rows=[["=1+1", 0.5]])
    bench.export_table(TableWish(table=table, format=Format.CSV, to=str(to)))
    qtbot.waitUntil(lambda: not bench.state.is_busy, timeout=30_000)
    assert (bench.state.said, bench.state.is_wrong) == (f"The table is in {to}", False)
    assert to.read_text("utf-8-sig") == '"What","Value"\n"\'=1+1",0.5\n'
