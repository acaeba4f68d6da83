"""Scorecards as the person who writes them handles them at the command line."""

import json
from pathlib import Path

import pytest

from app.compose import open_scores
from app.compose.scorecards import open_scorecards
from app.core.score_port import Kind
from app.paths import bundled
from app.settings import Settings
from tests.cli.commands import assert_refused, calmline, store_of
from tests.core.calls import document, started, whole_call
from tests.core.cards import TOML


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "small.toml"
    file.write_text(TOML, encoding="utf-8")
    return file


def score_by(file: Path, home: Path) -> None:
    with store_of(home) as store:
        store.save(document(*whole_call(), call=started("c1")))
    scores = open_scores(Settings(home=home))
    scores.begin("c1", open_scorecards().load(str(file)), Kind.REVIEW, "Ann", {})
    scores.close()


def test_the_list_names_every_card_and_its_file() -> None:
    listed = {row["name"]: row for row in json.loads(calmline("scorecards", "list", "--json").out)}
    assert listed["standard"]["file"] == str(bundled("assets", "scorecards") / "standard.toml")
    assert "Standard review" in calmline("scorecards", "list").out


def test_cards_of_ones_own_are_listed_and_those_with_a_fault_are_told(calmline_home: Path) -> None:
    folder = calmline_home / "scorecards"
    folder.mkdir(parents=True)
    (folder / "ours.toml").write_text(TOML, encoding="utf-8")
    (folder / "wrong.toml").write_text("version = 1", encoding="utf-8")
    listed = calmline("scorecards", "list")
    assert "A small card" in listed.out
    assert "wrong.toml, line 1, at the top" in listed.err
    checked = calmline("scorecards", "check")
    assert checked.status == 2
    assert "ours.toml: can be used, 4 items." in checked.out
    assert "wrong.toml" in checked.err


def test_a_right_card_is_told_to_be_right(own: Path) -> None:
    checked = calmline("scorecards", "check", own)
    assert (checked.status, checked.out) == (0, f"{own}: can be used, 4 items.\n")
    assert calmline("scorecards", "check").status == 0


def test_a_wrong_card_is_refused_with_its_key(own: Path) -> None:
    own.write_text(TOML.replace("title = ", "titel = ", 1), encoding="utf-8")
    assert_refused(calmline("scorecards", "check", own), "'titel'", "'title'")


def test_a_card_that_was_changed_under_the_version_of_a_score_is_refused(calmline_home: Path, own: Path) -> None:
    score_by(own, calmline_home)
    assert calmline("scorecards", "check", own).status == 0
    own.write_text(TOML.replace("weight = 3", "weight = 4"), encoding="utf-8")
    assert_refused(calmline("scorecards", "check", own), "'small' was changed", "version = 4")
    own.write_text(TOML.replace("weight = 3", "weight = 4").replace("version = 3", "version = 4"), encoding="utf-8")
    assert calmline("scorecards", "check", own).status == 0
