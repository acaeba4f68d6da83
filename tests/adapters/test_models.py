"""Where a speech model is found."""

from pathlib import Path

import pytest

from app.adapters.models import EMBEDDED, find_model
from app.core.errors import ModelError


def a_model(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"weights")
    return folder


def test_the_embedded_model_is_found_without_any_folder(tmp_path: Path) -> None:
    found = find_model(EMBEDDED, tmp_path)
    assert isinstance(found, Path)
    assert (found / "model.bin").is_file()


def test_a_model_in_the_users_folder_is_found_by_name(tmp_path: Path) -> None:
    kept = a_model(tmp_path / "models" / "mine")
    assert find_model("mine", tmp_path / "models") == kept


def test_a_model_is_found_by_path(tmp_path: Path) -> None:
    kept = a_model(tmp_path / "elsewhere")
    assert find_model(str(kept), tmp_path / "models") == kept


def test_a_model_of_the_hub_is_left_to_its_loader(tmp_path: Path) -> None:
    assert find_model("base", tmp_path) == "base"


def test_the_users_copy_of_a_model_of_the_hub_comes_first(tmp_path: Path) -> None:
    kept = a_model(tmp_path / "base")
    assert find_model("base", tmp_path) == kept


@pytest.mark.parametrize("name", ["nope", "", "../secret"])
def test_an_unknown_model_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError) as refused:
        find_model(name, tmp_path)
    assert repr(name) in refused.value.message
    assert EMBEDDED in refused.value.advice


def test_a_folder_without_weights_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    with pytest.raises(ModelError):
        find_model("hollow", tmp_path)
