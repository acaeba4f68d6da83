"""What a person chose, kept between runs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.choices import Choices, read_choices, write_choices
from app.core.errors import InputError
from app.core.ports import Device, DeviceKind

HEADSET = Device(id="pulse:input:jabra", name="Jabra", kind=DeviceKind.INPUT, product="input:0b0e:0412")
texts = st.none() | st.text(min_size=1)


def test_before_the_first_choice_there_is_none(tmp_path: Path) -> None:
    assert read_choices(tmp_path / "nowhere") == Choices()


@given(
    st.builds(
        Choices,
        model=texts,
        microphone=texts,
        microphone_product=texts,
        caller=texts,
        caller_product=texts,
        refused=st.lists(st.text(min_size=1)).map(tuple),
    )
)
def test_whatever_was_chosen_is_read_back(tmp_path_factory: pytest.TempPathFactory, choices: Choices) -> None:
    home = tmp_path_factory.mktemp("home") / "deeper"
    write_choices(home, choices)
    assert read_choices(home) == choices
    assert (home / "choices.toml").stat().st_mode & 0o077 == 0


def test_a_device_is_kept_with_its_product_and_forgotten_with_it() -> None:
    chosen = Choices(model="base").with_device("microphone", HEADSET).with_device("caller", HEADSET)
    assert chosen.device("microphone") == chosen.device("caller") == (HEADSET.id, HEADSET.product)
    assert chosen.with_device("microphone", None).device("microphone") == (None, None)
    assert chosen.with_device("caller", None).with_device("microphone", None) == Choices(model="base")


def test_a_refused_device_is_remembered_beside_others() -> None:
    other = Device(id="other", name="Other", kind=DeviceKind.INPUT)
    assert Choices().refusing(other).refusing(HEADSET).refused == ("other", HEADSET.id)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('model = "base"\nmicrofone = "x"\n', ["line 2", "microfone", "microphone"]),
        ("model = 3\n", ["line 1", "model", "not a text"]),
        ('refused = "x"\n', ["line 1", "refused", "list of texts"]),
        ("refused = [1]\n", ["line 1", "refused", "list of texts"]),
        ("model = \n", ["not valid TOML"]),
    ],
)
def test_a_file_that_is_wrong_is_named_with_line_and_key(tmp_path: Path, text: str, named: list[str]) -> None:
    (tmp_path / "choices.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_choices(tmp_path)
    assert not [name for name in ("choices.toml", *named) if name not in caught.value.line()]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "choices.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read"):
        read_choices(tmp_path)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be made"):
        write_choices(tmp_path / "file" / "home", Choices())
