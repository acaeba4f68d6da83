"""The team's lexicon as a person handles it at the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import assert_refused, calmline

LINE = json.dumps({"speaker": "caller", "text": "It is about the loyalty points."}) + "\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("CALMLINE_HOME", str(folder))
    return folder


def heat() -> float:
    return float(calmline("score", "-", given=LINE).lines[0]["heat"])


def test_accepted_words_change_how_calls_are_judged_until_they_are_removed(home: Path) -> None:
    before = heat()
    assert not home.exists()
    assert "calmline lexicon accept 1" in calmline("lexicon", "propose", "The loyalty points", "--angrier").out
    assert heat() == before
    assert "Version 1-" in calmline("lexicon", "accept", "1").out
    assert heat() > before
    assert "without these words" in calmline("lexicon", "remove", "the loyalty points").out
    assert heat() == before


def test_the_list_shows_what_is_in_use_and_what_is_proposed() -> None:
    calmline("lexicon", "propose", "the loyalty points", "--angrier")
    calmline("lexicon", "accept", "1")
    calmline("lexicon", "propose", "phishing team", "--calmer", "--call", "c1")
    listed = json.loads(calmline("lexicon", "list", "--json").out)
    assert listed["version"] == 1
    assert listed["phrases"] == [{"words": "the loyalty points", "direction": "angrier"}]
    assert listed["proposals"] == [
        {"number": 2, "words": "phishing team", "direction": "calmer", "call": "c1", "at_s": None}
    ]
    shown = calmline("lexicon", "list").out
    assert 'angrier: "the loyalty points"' in shown
    assert 'no anger: "phishing team"   heard in call c1' in shown


def test_at_first_the_list_says_that_nothing_was_added() -> None:
    assert "Nothing has been added" in calmline("lexicon", "list").out


def test_a_version_goes_from_desk_to_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calmline("lexicon", "propose", "the loyalty points", "--angrier")
    calmline("lexicon", "accept", "1")
    there = heat()
    file = tmp_path / "team.toml"
    assert calmline("lexicon", "export", file).status == 0
    monkeypatch.setenv("CALMLINE_HOME", str(tmp_path / "other"))
    assert "counts from the next call" in calmline("lexicon", "import", file).out
    assert heat() == there
    assert_refused(calmline("lexicon", "import", file), "already")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("propose", "the loyalty points"), "--angrier or --calmer"),
        (("propose", "...", "--calmer"), "no words"),
        (("accept", "9"), "no proposal 9"),
        (("remove", "9"), "no proposal 9"),
        (("remove", "these words"), "'these words'"),
        (("export", "team.toml"), "nothing to export"),
        (("import", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: tuple[str, ...], named: str) -> None:
    assert_refused(calmline("lexicon", *arguments), named)


def test_a_store_that_cannot_be_read_is_told_and_the_call_is_judged_without_it(home: Path) -> None:
    home.mkdir()
    (home / "calls.sqlite3").write_bytes(b"no database")
    done = calmline("score", "-", given=LINE)
    assert done.status == 0
    assert "The team's lexicon is not in use." in done.err
