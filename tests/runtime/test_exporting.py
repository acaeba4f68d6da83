"""Exports of several calls while the store changes below them."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.compose.exports import export_place, file_writer
from app.core.call_search import Listed
from app.core.document import CallDocument
from app.core.errors import GoneError
from app.core.export import ExportWish, Format
from app.runtime.exporting import Exporting
from tests.core.calls import document, started, whole_call
from tests.core.test_standing import score
from tests.memory_store import MemoryStore


@dataclass
class PurgedMeanwhile(MemoryStore):
    """Calls of it are deleted between the list and the reading of each."""

    gone: frozenset[str] = field(default=frozenset())

    def load(self, call_id: str) -> CallDocument:
        for one in self.gone:
            self.documents.pop(one, None)
        return super().load(call_id)


def store(*gone: str) -> PurgedMeanwhile:
    kept = PurgedMeanwhile(gone=frozenset(gone))
    for call_id in ("c1", "c2", "c3"):
        kept.save(document(*whole_call(), call=started(call_id)))
    return kept


def exporting(kept: MemoryStore) -> Exporting:
    return Exporting(kept, file_writer(str, str), lambda _done, _total: None)


@pytest.mark.parametrize("format_", [Format.JSON, Format.CSV])
def test_a_call_that_goes_meanwhile_keeps_no_other_one_from_the_export(tmp_path: Path, format_: Format) -> None:
    wish = ExportWish(calls=Listed(), format=format_, to=str(tmp_path))
    exported = exporting(store("c2")).run(wish, export_place(wish))
    assert (exported.calls, exported.damaged) == (2, ())
    assert len(list(tmp_path.iterdir())) == (2 if format_ is Format.JSON else 1)


def test_a_call_that_goes_meanwhile_is_told_where_nothing_else_is_wanted(tmp_path: Path) -> None:
    wish = ExportWish(calls=("c2",), format=Format.JSON, to=str(tmp_path))
    with pytest.raises(GoneError):
        exporting(store("c2")).run(wish, export_place(wish))


def test_a_list_tells_how_far_each_call_is_scored(tmp_path: Path) -> None:
    kept = store()
    wish = ExportWish(calls=Listed(), format=Format.CSV, to=str(tmp_path / "calls.csv"))
    export = Exporting(
        kept, file_writer(str, str), lambda *_: None, lambda call_id: [score()] if call_id == "c2" else []
    )
    export.run(wish, export_place(wish))
    with (tmp_path / "calls.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Call"]: row for row in csv.DictReader(file)}
    assert (rows["c2"]["Scored"], rows["c2"]["Score"], rows["c2"]["scores.share"]) == (
        "Done",
        "25\N{NO-BREAK SPACE}%",
        "0.25",
    )
    assert (rows["c1"]["Scored"], rows["c1"]["scores.share"]) == ("", "")
