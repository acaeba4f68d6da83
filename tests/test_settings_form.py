"""What there is to choose for settings, and that only what is there can be chosen."""

import shutil
from pathlib import Path

import pytest

from app.adapters.settings_files import load_settings
from app.core.errors import SettingError
from app.core.setting_list import SETTINGS
from app.paths import bundled
from app.settings_form import device_offers, keep_changes, setting_rows
from tests.adapters.model_folders import a_model
from tests.desktops import EARPIECE, HEADSET


def test_every_shown_setting_has_a_row_with_what_there_is_to_choose(calmline_home: Path) -> None:
    a_model(calmline_home / "models" / "ours")
    rows = {row.setting.name: row for row in setting_rows(load_settings())}
    shown = [name for name, it in SETTINGS.items() if it.group is not None and not it.is_table]
    assert list(rows)[: len(shown)] == shown
    assert rows["keys.pause"].value == "Ctrl+Alt+Shift+P"
    assert rows["model"].offers[0] == ("tiny.en", "tiny.en (built in)")
    assert ("ours", "ours") in rows["model"].offers
    assert {"general", "billing"} <= {name for name, _ in rows["playbook"].offers}
    assert rows["microphone"].offers[0] == (None, "The computer's default")
    assert rows["language"].offers[:2] == (("system", "As the computer"), ("en", "English"))
    assert rows["coach"].offers == ()


def test_what_the_system_lacks_is_said_in_its_row() -> None:
    rows = {row.setting.name: row for row in setting_rows(load_settings(), {"on_top": "Not here."})}
    assert {name: row.unavailable for name, row in rows.items() if row.unavailable} == {"on_top": "Not here."}


def test_what_is_chosen_and_gone_is_offered_still() -> None:
    rows = {
        row.setting.name: row
        for row in setting_rows(load_settings({"model": "gone", "playbook": "lost", "language": "xx"}))
    }
    assert rows["model"].offers[-1] == ("gone", "gone (not there now)")
    assert rows["playbook"].offers[-1] == ("lost", "lost (not there now)")
    assert rows["language"].offers[-1] == ("xx", "xx (not there now)")


def test_what_is_chosen_and_can_be_no_file_is_offered_as_one_that_is_gone() -> None:
    name = "x" * 300
    rows = {row.setting.name: row for row in setting_rows(load_settings({"playbook": name}))}
    assert rows["playbook"].offers[-1] == (name, f"{name} (not there now)")


def test_devices_that_are_not_known_yet_can_be_the_chosen_or_the_default_one() -> None:
    rows = {row.setting.name: row for row in setting_rows(load_settings({"caller": "desk:earpiece"}))}
    assert rows["microphone"].offers == ((None, "The computer's default"),)
    assert rows["caller"].offers == ((None, "The computer's default"), ("desk:earpiece", "The chosen device"))


def test_devices_are_offered_by_name_for_the_side_that_they_can_be_heard_on() -> None:
    offers = device_offers(load_settings({"caller": "desk:gone"}), (HEADSET, EARPIECE))
    assert offers["microphone"] == ((None, "The computer's default"), (HEADSET.id, "Headset"))
    assert [value for value, _ in offers["caller"]] == [None, EARPIECE.id, HEADSET.id, "desk:gone"]
    assert offers["caller"][-1] == ("desk:gone", "desk:gone (not there now)")


def test_a_playbook_file_is_kept_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(bundled("playbooks") / "general.toml", tmp_path / "mine.toml")
    monkeypatch.chdir(tmp_path)
    assert keep_changes(load_settings(), {"playbook": "./mine.toml"}).playbook == str(tmp_path / "mine.toml")


@pytest.mark.parametrize("name", ["model", "playbook", "microphone", "caller"])
def test_what_is_not_there_is_refused_under_the_name_of_its_setting(calmline_home: Path, name: str) -> None:
    with pytest.raises(SettingError) as caught:
        keep_changes(load_settings(), {name: "nope"})
    assert caught.value.name == name
    assert not calmline_home.exists()
