"""`calmline doctor --privacy`, as somebody who looks after privacy runs it."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.commands import calmline

PROPOSE = ("lexicon", "propose", "the loyalty points", "--angrier")


def test_what_is_stored_is_told_and_nothing_of_it_is_changed_or_shown(calmline_home: Path) -> None:
    assert calmline(*PROPOSE).status == 0
    before = sorted(calmline_home.iterdir())
    done = calmline("doctor", "--privacy")
    assert (done.status, done.err) == (0, "")
    assert str(calmline_home) in done.out.replace("\n", "").replace(" ", "")
    assert "calls.sqlite3" in done.out
    assert "The store of calls is encrypted" in " ".join(done.out.split())
    assert "loyalty" not in done.out
    assert sorted(calmline_home.iterdir()) == before


def test_before_anything_is_stored_it_says_so_and_makes_nothing(calmline_home: Path) -> None:
    done = calmline("doctor", "--privacy", "--json")
    assert done.status == 0
    folder, *_ = json.loads(done.out)["checks"]
    assert (folder["check"], folder["status"]) == ("data_folder", "ok")
    assert "nothing is stored yet" in folder["found"]
    assert not calmline_home.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_others_can_read_ends_with_status_1_and_the_report_names_it(calmline_home: Path) -> None:
    calmline_home.mkdir(mode=0o755)
    assert calmline(*PROPOSE).status == 0
    (calmline_home / "calls.sqlite3").chmod(0o644)
    done = calmline("doctor", "--privacy", "--json")
    report = json.loads(done.out)
    failed = [check for check in report["checks"] if check["status"] == "failed"]
    assert (done.status, report["status"]) == (1, "failed")
    assert [check["check"] for check in failed] == ["calls"]
    assert "Others can read calls.sqlite3 (0644)" in failed[0]["found"]
    size = (calmline_home / "calls.sqlite3").stat().st_size
    assert {"path": "calls.sqlite3", "bytes": size, "mode": "0644", "folder": False} in report["stored"]
