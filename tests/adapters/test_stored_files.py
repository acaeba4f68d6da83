"""What lies in the user's folder, looked at without touching it."""

from pathlib import Path

from app.adapters.call_store import SqlCallStore
from app.adapters.stored_files import count_calls, entries_in
from tests.adapters.sealed import KEY
from tests.core.calls import document, started


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_calls_are_counted_without_leaving_a_file_beside_the_store(tmp_path: Path) -> None:
    file = tmp_path / "home #1" / "calls.sqlite3"
    store = SqlCallStore(file, KEY)
    store.save(document(call=started("c1")))
    assert count_calls(file, KEY) == 1
    store.save(document(call=started("c2")))
    store.close()
    before = names(file.parent)
    assert count_calls(file, KEY) == 2
    assert names(file.parent) == before == ["calls.sqlite3"]


def test_no_store_and_what_is_no_store_have_no_number_of_calls(tmp_path: Path) -> None:
    assert count_calls(tmp_path / "calls.sqlite3", KEY) is None
    assert list(entries_in(tmp_path)) == []
    (tmp_path / "calls.sqlite3").write_text("no database, but long enough to look at it as one" * 20)
    assert count_calls(tmp_path / "calls.sqlite3", KEY) is None


def test_files_are_listed_with_size_and_folders_as_such(tmp_path: Path) -> None:
    (tmp_path / "journals").mkdir()
    (tmp_path / "journals" / "1.jsonl").write_bytes(b"12345")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    listed = [(entry.path, entry.size_bytes, entry.is_folder) for entry in entries_in(tmp_path)]
    assert listed == [("journals", 0, True), ("journals/1.jsonl", 5, False)]
