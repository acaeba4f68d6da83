"""Where a speech model is found."""

from pathlib import Path

import pytest

from app.adapters.models import EMBEDDED, find_model
from app.core.errors import ModelError
from tests.adapters.model_folders import a_model


@pytest.fixture(autouse=True)
def no_cache_of_the_hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))


def test_the_embedded_model_is_found_without_any_folder(tmp_path: Path) -> None:
    assert (find_model(EMBEDDED, tmp_path) / "model.bin").is_file()


def test_a_model_in_the_users_folder_is_found_by_name(tmp_path: Path) -> None:
    kept = a_model(tmp_path / "models" / "mine")
    assert find_model("mine", tmp_path / "models") == kept


def test_a_model_is_found_by_path(tmp_path: Path) -> None:
    kept = a_model(tmp_path / "elsewhere")
    assert find_model(str(kept), tmp_path / "models") == kept


@pytest.mark.parametrize("name", ["base", "small.en"])
def test_a_known_model_that_is_not_there_is_never_fetched_but_its_command_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError) as refused:
        find_model(name, tmp_path)
    assert refused.value.advice == f"Install it with: calmline models install {name}"


def test_the_users_copy_of_a_known_model_is_found(tmp_path: Path) -> None:
    kept = a_model(tmp_path / "base")
    assert find_model("base", tmp_path) == kept


@pytest.mark.parametrize("name", ["nope", "", "../secret"])
def test_an_unknown_model_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError) as refused:
        find_model(name, tmp_path)
    assert repr(name) in refused.value.message
    assert EMBEDDED in refused.value.advice


@pytest.mark.parametrize("lacking", ["model.bin", "config.json", "tokenizer.json", "vocabulary.txt"])
def test_a_folder_that_lacks_a_file_is_no_model_and_the_file_is_named(tmp_path: Path, lacking: str) -> None:
    folder = a_model(tmp_path / "hollow")
    (folder / lacking).unlink()
    with pytest.raises(ModelError, match=lacking):
        find_model(str(folder), tmp_path)
