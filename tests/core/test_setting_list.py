"""The list of settings: each explains itself, has a default that it may have, and refuses what it cannot have."""

import pytest

from app.core.setting_kinds import Number, Switch, Text, Texts, UnfitError
from app.core.setting_list import SETTINGS, Setting, companions, nearest, setting_of

SHOWN = [setting for setting in SETTINGS.values() if setting.group is not None]


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_every_setting_explains_itself_and_may_have_its_default(setting: Setting) -> None:
    assert setting.title
    assert setting.help.endswith(".")
    assert setting.kind.about
    assert setting.default is None or setting.kind.read(setting.default) == setting.default


def test_those_that_are_not_shown_go_with_another_or_are_kept_by_calmline() -> None:
    assert {setting.name for setting in SETTINGS.values() if setting not in SHOWN} == {
        "microphone_product", "caller_product", "refused",
    }  # fmt: skip
    assert companions("microphone") == ("microphone_product",)
    assert companions("model") == ()


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("coach", "light", "loud"),
        ("theme", "contrast", True),
        ("text_size", 80, 79),
        ("text_size", 200, 201),
        ("text_size", 100, 100.0),
        ("offer_end_after_s", 0, True),
        ("on_top", False, 0),
        ("agent_name", "", "x" * 81),
        ("model", "base", ""),
        ("keys.pause", "Ctrl+P", 3),
    ],
)
def test_a_value_is_checked_as_a_file_holds_it(name: str, right: object, wrong: object) -> None:
    setting = setting_of(name)
    assert setting is not None
    assert setting.kind.read(right) == right
    with pytest.raises(UnfitError):
        setting.kind.read(wrong)


def test_what_is_typed_becomes_a_value() -> None:
    assert Number(low=80, high=200, unit="%").parse("120 %") == 120
    assert Switch().parse("Yes") is True
    assert Switch().parse("off") is False
    assert Text().parse("base") == "base"
    assert Texts().parse("one, two") == ("one", "two")
    with pytest.raises(UnfitError, match="80 to 200"):
        Number(low=80, high=200).parse("large")
    with pytest.raises(UnfitError):
        Switch().parse("perhaps")


def test_a_value_is_told_in_words() -> None:
    assert Number(low=0, high=9, unit="s", zero="never").shown(0) == "never"
    assert Number(low=0, high=9, unit="s", zero="never").shown(5) == "5 s"
    assert Number(low=0, high=9, unit="s", top="always").shown(9) == "always"
    assert Number(low=0, high=9, zero="never", top="always").about.endswith("; 0 means never; 9 means always")
    assert Text(unset="the default").shown(None) == "the default"


def test_names_are_found_exactly_and_guessed_nearly() -> None:
    assert setting_of("model") is SETTINGS["model"]
    assert setting_of("keys.pause") is SETTINGS["keys"]
    assert [setting_of(name) for name in ("keys", "keys.", "model.x", "nope")] == [None] * 4
    assert nearest("text_sise") == "text_size"
