"""Settings as a person lists, changes and locks them at the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.setting_list import SETTINGS
from app.paths import bundled
from app.ui.actions import SPECS, Act
from tests.adapters.model_folders import a_model
from tests.adapters.recordings import excerpt
from tests.cli.commands import assert_refused, calmline, store_of, stored_calls

GENERAL = bundled("playbooks") / "general.toml"


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "policy.toml"
    path.touch()
    monkeypatch.setenv("CALMLINE_POLICY", str(path))
    return path


def listed() -> dict[str, dict[str, Any]]:
    done = calmline("settings", "--json")
    assert done.status == 0
    return {row["name"]: row for row in json.loads(done.out)}


def test_the_list_tells_value_default_range_origin_and_help(calmline_home: Path, policy: Path) -> None:
    policy.write_text('coach = "light"\n', encoding="utf-8")
    assert calmline("settings", "set", "text_size", "120").out == "text_size is now 120 %.\n"
    assert calmline("settings", "set", "keys.pause", "ctrl+alt+shift+y").status == 0
    rows = listed()
    shown = {name for name, setting in SETTINGS.items() if setting.group and not setting.is_table}
    assert set(rows) == {*shown, *(f"keys.{act}" for act in Act)}
    assert (rows["keys.pause"]["value"], rows["keys.pause"]["from"]) == ("Ctrl+Alt+Shift+Y", "user")
    assert (rows["keys.help"]["value"], rows["keys.help"]["default"]) == (SPECS[Act.HELP].key,) * 2
    size = rows["text_size"]
    assert (size["value"], size["default"], size["from"], size["locked"]) == (120, 100, "user", False)
    assert size["range"] == {"low": 80, "high": 200, "unit": "%"}
    coach = rows["coach"]
    assert (coach["value"], coach["from"], coach["locked"]) == ("light", "policy", True)
    assert rows["model"]["from"] == "default"
    text = calmline("settings").out
    assert "text_size = 120 %  (yours; default 100 %)" in text
    assert "coach = light  (set by your centre; default full)" in text
    assert "It can be full, light or curve." in text
    assert f'keys.help = "{SPECS[Act.HELP].key}"  (default)' in text
    assert str(calmline_home / "settings.toml") in text


def test_a_setting_goes_back_alone_or_with_all_others() -> None:
    for name, value in (("text_size", "150"), ("on_top", "no"), ("keys.pause", "F9"), ("agent_name", "Sam")):
        assert calmline("settings", "set", name, value).status == 0
    assert calmline("settings", "reset", "text_size").out == "text_size is back at 100 %.\n"
    assert listed()["on_top"]["value"] is False
    assert calmline("settings", "reset", "keys").status == 0
    assert listed()["keys.pause"]["value"] == SPECS[Act.PAUSE].key
    assert calmline("settings", "reset", "--all").status == 0
    assert {row["from"] for row in listed().values()} == {"default"}


def test_a_key_goes_back_to_its_own_default() -> None:
    assert calmline("settings", "set", "keys.help", "").out == "keys.help is now none.\n"
    assert calmline("settings", "reset", "keys.help").out == f'keys.help is back at "{SPECS[Act.HELP].key}".\n'


def test_a_key_that_belongs_to_no_action_can_be_taken_out_of_the_file(calmline_home: Path) -> None:
    calmline_home.mkdir()
    (calmline_home / "settings.toml").write_text('[keys]\nfoo = "F9"\n', encoding="utf-8")
    assert calmline("settings", "reset", "keys.foo").status == 0
    assert "foo" not in (calmline_home / "settings.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("set", "text_size", "300"), ("text_size", "'300'", "80 to 200")),
        (("set", "text_sise", "100"), ("'text_sise'", "Did you mean 'text_size'?")),
        (("set", "coach", "loud"), ("'loud'", "full, light or curve")),
        (("set", "keys", "P"), ("keys.NAME",)),
        (("set", "keys.foo", "F9"), ("There is no action 'foo'. It can be: start, end, ",)),
        (("set", "keys.help", "F"), ("F cannot be used: you would press it while typing.",)),
        (("set", "keys.help", "Ctrl+Alt+Shift+P"), ("Ctrl+Alt+Shift+P is the key for “Pause”.",)),
        (("set", "keys.help", "nonsense"), ("nonsense cannot be used",)),
        (("set", "model", "nope"), ("'nope'", "tiny.en")),
        (("set", "playbook", "nope"), ("'nope'", "general")),
        (("reset",), ("--all",)),
        (("reset", "coach", "--all"), ("--all",)),
        (("reset", "cuach"), ("'coach'",)),
        (("reset", "keys.paus"), ("There is no setting 'keys.paus'. Did you mean 'keys.pause'?",)),
        (("reset", "keys.foo"), ("There is no setting 'keys.foo'. Did you mean 'keys.",)),
        (("nonsense",), ("nonsense",)),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    calmline_home: Path, arguments: tuple[str, ...], named: tuple[str, ...]
) -> None:
    assert_refused(calmline("settings", *arguments), *named)
    assert not calmline_home.exists()


def test_a_model_and_a_playbook_are_set_where_they_are_there(tmp_path: Path) -> None:
    assert calmline("models", "install", a_model(tmp_path / "ours")).status == 0
    assert calmline("settings", "set", "model", "ours").status == 0
    assert "ours" in calmline("models", "remove", "ours", "--yes").out
    assert listed()["model"]["value"] == "tiny.en"
    own = tmp_path / "mine.toml"
    own.write_text(GENERAL.read_text("utf-8"), encoding="utf-8")
    assert calmline("settings", "set", "playbook", own).status == 0
    assert listed()["playbook"]["value"] == str(own)


def test_a_locked_setting_is_refused_in_every_command(policy: Path, tmp_path: Path) -> None:
    policy.write_text('model = "tiny.en"\nplaybook = "billing"\ncoach = "light"\nkeep = "full"\n', encoding="utf-8")
    call = excerpt(tmp_path / "call.flac", 5.0, 6.0)
    for arguments in (
        ("settings", "set", "coach", "full"),
        ("settings", "reset", "coach"),
        ("coach", "full"),
        ("playbooks", "use", "general"),
        ("replay", call, "--model", "base"),
        ("replay", call, "--playbook", "general"),
        ("replay", call, "--coach", "full"),
        ("replay", call, "--no-store"),
        ("listen", "--coach", "full"),
    ):
        assert_refused(calmline(*arguments), "set by your centre")
    assert calmline("coach").out.startswith("light:")


def test_where_nothing_is_to_be_kept_no_call_is(policy: Path, calmline_home: Path, tmp_path: Path) -> None:
    policy.write_text('keep = "nothing"\n', encoding="utf-8")
    call = excerpt(tmp_path / "call.flac", 5.0, 6.0)
    assert calmline("replay", call, "--headless").status == 0
    assert stored_calls(calmline_home) == []


def test_where_no_text_is_to_be_kept_the_call_is_kept_without_its_words(calmline_home: Path, tmp_path: Path) -> None:
    assert calmline("settings", "set", "keep", "no_text").status == 0
    call = excerpt(tmp_path / "call.flac", 5.0, 12.0)
    assert calmline("replay", call, "--headless", "--call-id", "c1").status == 0
    with store_of(calmline_home) as store:
        kept = store.load("c1")
    assert {turn.text for turn in kept.turns} == {""}


def test_a_wrong_file_is_told_on_standard_error_and_stops_nothing(calmline_home: Path) -> None:
    calmline_home.mkdir()
    (calmline_home / "settings.toml").write_text('coach = "light"\nmodl = "x"\n', encoding="utf-8")
    done = calmline("coach")
    assert (done.status, done.out[:6]) == (0, "light:")
    (line,) = done.err.splitlines()
    assert line.startswith("calmline: ")
    assert "line 2: unknown key 'modl'. Did you mean 'model'?" in line
    changed = calmline("settings", "set", "text_size", "120")
    assert changed.status == 0
    assert "settings.toml.bad" in changed.err.splitlines()[-1]
    assert calmline("coach").err == ""
