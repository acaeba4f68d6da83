"""Speech models as a person handles them at the command line."""

import json
from pathlib import Path

import pytest

from tests.adapters.model_folders import a_model
from tests.cli.commands import assert_refused, calmline


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("CALMLINE_HOME", str(folder))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    return folder


def rows() -> dict[str, dict[str, object]]:
    return {row["name"]: row for row in json.loads(calmline("models", "list", "--json").out)}


def test_at_first_the_built_in_model_is_in_use_and_others_can_be_installed() -> None:
    listed = rows()
    assert listed["tiny.en"]["in_use"]
    assert listed["tiny.en"]["state"] == "ready"
    assert {name for name, row in listed.items() if row["state"] == "not installed"} >= {"base", "base.en", "small.en"}
    assert "tiny.en" in calmline("models", "list").out


def test_a_folder_is_installed_used_and_removed_and_then_the_built_in_model_is_back(tmp_path: Path) -> None:
    folder = a_model(tmp_path / "ours")
    installed = calmline("models", "install", folder)
    assert (installed.status, installed.err) == (0, "")
    assert "calmline models use ours" in installed.out
    assert calmline("models", "use", "ours").status == 0
    assert rows()["ours"]["in_use"]
    removed = calmline("models", "remove", "ours", "--yes")
    assert "tiny.en" in removed.out
    assert rows()["tiny.en"]["in_use"]


def test_what_is_not_there_cannot_be_used_or_removed_and_the_line_says_what_to_do(tmp_path: Path) -> None:
    assert_refused(calmline("models", "use", "base.en"), "base.en", "calmline models install base.en")
    assert_refused(calmline("models", "remove", "base.en", "--yes"), "base.en")
    assert_refused(calmline("models", "install", "nope"), "nope", "base")
    assert_refused(calmline("models", "install", tmp_path / "away"), "away")


def test_without_a_network_installing_ends_with_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert_refused(calmline("models", "install", "base.en"), "base.en", "calmline models install FOLDER")
