"""Playbooks as the person who writes them handles them at the command line."""

import json
import shutil
from pathlib import Path

import pytest

from app.core.events import Channel, Phase
from app.core.wire import document_to_json
from app.paths import bundled
from tests.cli.commands import assert_refused, calmline, store_of
from tests.core.calls import document, felt, said, started, whole_call

OWN = """name = "mine"
title = "Mine"
language = "en"
version = "1"
author = "Me"
date = "2026-01-01"
extends = "general"

[[rule]]
id = "mine.hot"
stage = "ask"
title = "Ask one thing you can act on"
say = "Which card?"
because = "Still angry."
priority = 120
when = { moment = "caller_pause" }
"""


ANGRY_CALL = (
    said(Channel.CALLER, 1.0, 5.0, "This is a disgrace, I am furious, you are all useless!"),
    felt(5.0, 0.8, Phase.HOT, number=1, heat=0.95),
    said(Channel.AGENT, 6.0, 8.0, "One moment, please."),
    said(Channel.CALLER, 9.0, 13.0, "I am absolutely sick of this, it is outrageous!", number=2),
    felt(13.0, 0.9, Phase.HOT, number=2, heat=0.95),
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A folder with the document of one call."""
    folder = tmp_path / "calls"
    folder.mkdir()
    text = json.dumps(document_to_json(document(*ANGRY_CALL)))
    (folder / "c1.json").write_text(text, encoding="utf-8")
    return folder


def test_the_list_names_every_playbook_and_its_file() -> None:
    listed = {row["name"]: row for row in json.loads(calmline("playbooks", "list", "--json").out)}
    assert listed["general"]["file"] == str(bundled("playbooks") / "general.toml")
    assert "general" in calmline("playbooks", "list").out


def test_a_playbook_of_ones_own_is_listed_and_used_from_the_next_call_on(calmline_home: Path, own: Path) -> None:
    (calmline_home / "playbooks").mkdir(parents=True)
    shutil.copy(own, calmline_home / "playbooks")
    assert "Mine, version 1" in calmline("playbooks", "use", "mine").out
    assert 'playbook = "mine"' in (calmline_home / "settings.toml").read_text("utf-8")
    assert_refused(calmline("playbooks", "use", "yours"), "'yours'")


def test_a_right_playbook_is_told_to_be_right(own: Path) -> None:
    checked = calmline("playbooks", "check", own)
    assert checked.status == 0
    assert f"{own}: can be used" in checked.out
    assert calmline("playbooks", "check").status == 0


def test_words_that_calm_nobody_are_remarked_on(own: Path) -> None:
    own.write_text(OWN.replace("Which card?", "Please calm down."), encoding="utf-8")
    checked = calmline("playbooks", "check", own)
    assert checked.status == 1
    assert "mine.hot: 'say' says “calm down”." in checked.out


def test_a_wrong_playbook_is_refused_with_its_line(own: Path) -> None:
    own.write_text(OWN.replace("title = ", "titel = "), encoding="utf-8")
    assert_refused(calmline("playbooks", "check", own), "'titel'")


def test_a_backtest_tells_how_often_each_rule_would_have_fired(own: Path, calls: Path) -> None:
    shown = calmline("playbooks", "backtest", own, "--calls", calls).out
    assert "1 calls." in shown
    assert "mine.hot" in shown
    rows = json.loads(calmline("playbooks", "backtest", own, "--calls", calls, "--json").out)
    counts = {row["rule"]: row for row in rows}
    assert counts["mine.hot"]["count"] == 1
    assert counts["mine.hot"]["count_now"] == 0
    assert counts["mine.hot"]["moments"][0][0] == "c1"


def test_a_backtest_without_calls_says_what_to_do(own: Path, tmp_path: Path) -> None:
    assert_refused(calmline("playbooks", "backtest", own), "--calls")
    assert_refused(calmline("playbooks", "backtest", own, "--calls", tmp_path / "nope"), "no folder")


def test_a_file_that_is_no_call_is_named(own: Path, calls: Path) -> None:
    (calls / "other.json").write_text("[1]", encoding="utf-8")
    assert_refused(calmline("playbooks", "backtest", own, "--calls", calls), "other.json")


def test_what_followed_is_told_of_stored_calls(calmline_home: Path) -> None:
    assert_refused(calmline("playbooks", "followed"), "No prompt")
    with store_of(calmline_home) as store:
        for number in range(3):
            store.save(document(*whole_call(), call=started(f"c{number}")))
    shown = calmline("playbooks", "followed").out
    assert "3 shown, 0 of 3 followed, 3 used" in shown
    assert "too few moments to tell" in shown
    found = {one["rule"]: one for one in json.loads(calmline("playbooks", "followed", "--json").out)}
    assert (found["name"]["shown"], found["name"]["held_back"]) == (0, 3)


def test_the_dial_is_shown_and_chosen() -> None:
    assert calmline("coach").out.startswith("full:")
    assert calmline("coach", "light").out.startswith("light:")
    assert calmline("coach").out.startswith("light:")
    assert_refused(calmline("coach", "loud"), "'loud'")
