"""How defaults, the user's file, the centre's policy and the command line become one object."""

from dataclasses import fields
from pathlib import Path

import pytest

from app.core.errors import SettingError
from app.core.ports import Device, DeviceKind
from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS
from app.settings import Layer, Origin, Settings, device_changes, settle

HOME = Path("home")


def settled(user: Layer | None = None, policy: Layer | None = None, **given: Value) -> Settings:
    return settle(home=HOME, user=user or Layer(), policy=policy or Layer(), given=given)


def test_every_setting_of_the_list_is_a_field_with_its_default() -> None:
    plain = Settings(home=HOME)
    names = {field.name for field in fields(Settings)}
    assert set(SETTINGS) <= names
    tables = {name for name, setting in SETTINGS.items() if setting.is_table}
    assert {name: plain.value(name) for name in SETTINGS if name not in tables} == {
        name: setting.default for name, setting in SETTINGS.items() if name not in tables
    }
    assert not any(getattr(plain, name) for name in tables)
    assert settled() == plain


def test_each_layer_goes_before_the_one_below_it() -> None:
    user = Layer(values={"model": "base", "coach": "light", "text_size": 120})
    policy = Layer(values={"coach": "curve"})
    found = settled(user, policy, model="small.en")
    assert (found.model, found.coach, found.text_size, found.playbook) == ("small.en", "curve", 120, "general")
    origins = [found.origin(name) for name in ("model", "coach", "text_size", "playbook")]
    assert origins == [Origin.COMMAND, Origin.POLICY, Origin.USER, Origin.DEFAULT]
    assert [name for name in SETTINGS if found.is_locked(name)] == ["coach"]


def test_an_option_cannot_go_before_the_policy_but_may_agree_with_it() -> None:
    policy = Layer(values={"keep": "nothing"})
    with pytest.raises(SettingError, match="set by your centre") as caught:
        settled(policy=policy, keep="full")
    assert caught.value.name == "keep"
    agreed = settled(policy=policy, keep="nothing")
    assert not agreed.is_kept
    assert agreed.is_locked("keep")


def test_an_option_that_a_setting_cannot_have_is_refused() -> None:
    with pytest.raises(SettingError, match="'loud'"):
        settled(coach="loud")
    with pytest.raises(SettingError) as caught:
        settled(coch="full")
    assert "Did you mean 'coach'?" in caught.value.line()


def test_a_policy_with_a_spoilt_value_locks_the_default() -> None:
    user = Layer(values={"text_size": 200, "keys.pause": "P"})
    found = settled(user, Layer(spoilt=frozenset({"text_size", "keys"}), faults=("wrong",)))
    assert (found.text_size, dict(found.keys), found.notices) == (100, {}, ("wrong",))
    assert found.is_locked("text_size")
    assert found.is_locked("keys.pause")


def test_a_device_that_replaces_another_comes_without_the_others_product() -> None:
    user = Layer(values={"caller": "usb_1", "caller_product": "p1"})
    assert settled(user).device("caller") == ("usb_1", "p1")
    assert settled(user, caller="usb_2").device("caller") == ("usb_2", None)
    policy = Layer(values={"caller_product": "p3", "caller": "usb_3"})
    assert settled(user, policy).device("caller") == ("usb_3", "p3")


def test_one_action_of_the_keys_is_locked_by_itself() -> None:
    found = settled(Layer(values={"keys.pause": "P", "keys.mark": "M"}), Layer(values={"keys.pause": "X"}))
    assert dict(found.keys) == {"pause": "X", "mark": "M"}
    assert [found.is_locked(name) for name in ("keys.pause", "keys.mark")] == [True, False]


def test_a_device_is_set_with_its_product() -> None:
    headset = Device(id="pulse:input:jabra", name="Jabra", kind=DeviceKind.INPUT, product="input:0b0e:0412")
    assert device_changes("microphone", headset) == {
        "microphone": "pulse:input:jabra", "microphone_product": "input:0b0e:0412",
    }  # fmt: skip
    assert device_changes("caller", None) == {"caller": None, "caller_product": None}
