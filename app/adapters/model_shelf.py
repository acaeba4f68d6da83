"""The folder of installed speech models: a model is put there whole or not at all."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from app.adapters.model_catalogue import HUB_MODELS, PACKAGED_MODELS
from app.adapters.models import (
    EMBEDDED,
    MODEL_FILES,
    WEIGHTS,
    cached_folder,
    embedded_folder,
    engine_can_read,
    file_sha256,
    missing_file,
)
from app.core.errors import ModelError

FINISHED = "model"
COPY_FOLDER = "copy the model's folder from another computer and run: calmline models install FOLDER"
_PARTIAL = ".partial"
_RECEIPT = "installed.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_MB = 1_000_000

Report = Callable[[int, int], None]  # bytes that are there, bytes in all
State = Literal["ready", "partly fetched", "not installed"]


class ModelSource(Protocol):
    """Where a model is installed from; what `fetch` leaves in `partial` when interrupted, the next one goes on from."""

    name: str
    kind: str
    kept: str  # of an interrupted fetch, for people

    def space(self, partial: Path) -> int: ...
    def fetch(self, partial: Path, report: Report) -> Path: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfRow:
    """A model that is there or can be installed; `size_bytes` of one that is not there is about right."""

    name: str
    source: str
    state: State
    size_bytes: int


class ModelShelf:
    """The user's speech models; `free` tells the free bytes of the disk that a folder is on."""

    def __init__(self, folder: Path, free: Callable[[Path], int] | None = None) -> None:
        self._folder = folder
        self._free = free or (lambda place: shutil.disk_usage(place).free)

    def has(self, name: str) -> bool:
        """Whether a model of this name is installed."""
        return _NAME.fullmatch(name) is not None and not missing_file(self._folder / name)

    def partial(self, name: str) -> Path:
        """Where a model lies while it is fetched, which no search for models looks into."""
        return self._folder / _PARTIAL / name

    def install(self, source: ModelSource, report: Report) -> Path:
        """Put a model on the shelf and return its folder. Raises ModelError."""
        if _NAME.fullmatch(source.name) is None:
            raise ModelError("{name!r} cannot be a model's name.", "Give it one with --name.", name=source.name)
        partial, place = self.partial(source.name), self._folder / source.name
        try:
            self._check_space(source)
            partial.mkdir(parents=True, exist_ok=True)
            finished = source.fetch(partial, report)
            _check_whole(finished, source.name)
            receipt = {"source": source.kind, "sha256": file_sha256(finished / WEIGHTS)}
            (finished / _RECEIPT).write_text(json.dumps(receipt) + "\n", encoding="utf-8")
            finished.rename(place)
        except OSError as error:
            reason = error.strerror or "the disk refused it"
            raise ModelError(
                "{place} cannot be written: {reason}.", "Check the folder and the disk.", place=place, reason=reason
            ) from error
        shutil.rmtree(partial, ignore_errors=True)
        return place

    def check_removable(self, name: str) -> None:
        """Raises ModelError where there is nothing of this name that a person installed."""
        if name == EMBEDDED:
            raise ModelError(
                "{name} comes with Calmline and stays.", "Only installed models can be removed.", name=name
            )
        fetched = _NAME.fullmatch(name) is not None and self.partial(name).is_dir()
        if not self.has(name) and not fetched:
            raise ModelError("The speech model {name!r} is not installed.", "See calmline models list.", name=name)

    def remove(self, name: str) -> None:
        """Take a model from the shelf, with what was fetched of it. Raises ModelError."""
        self.check_removable(name)
        partial = self.partial(name)
        try:
            if self.has(name):
                shutil.rmtree(partial, ignore_errors=True)
                partial.parent.mkdir(exist_ok=True)
                (self._folder / name).rename(partial)
            shutil.rmtree(partial)
        except OSError as error:
            raise ModelError(
                "{name} cannot be removed: {reason}.", "End the program that uses it.", name=name, reason=error.strerror
            ) from error

    def rows(self) -> Iterator[ShelfRow]:
        """The built-in model, those that can be installed by name, then the person's own."""
        if (embedded := embedded_folder()) is not None:
            yield ShelfRow(name=EMBEDDED, source="built in", state="ready", size_bytes=_bytes_in(embedded))
        yield from (self._row(name, "package", model.model_bytes) for name, model in PACKAGED_MODELS.items())
        yield from (self._row(name, "hub", model.about_bytes) for name, model in HUB_MODELS.items())
        known = {EMBEDDED, *PACKAGED_MODELS, *HUB_MODELS}
        own = sorted(path.name for path in self._folder.glob("*") if path.name not in known and self.has(path.name))
        yield from (self._row(name, "folder", 0) for name in own)

    def _row(self, name: str, source: str, about_bytes: int) -> ShelfRow:
        if self.has(name):
            folder = self._folder / name
            kind = read_receipt(folder).get("source", source)
            return ShelfRow(name=name, source=kind, state="ready", size_bytes=_bytes_in(folder))
        if (cached := cached_folder(name)) is not None:
            return ShelfRow(name=name, source="hub cache", state="ready", size_bytes=_bytes_in(cached))
        begun = any(path.is_file() for path in self.partial(name).rglob("*"))
        state: State = "partly fetched" if begun else "not installed"
        return ShelfRow(name=name, source=source, state=state, size_bytes=about_bytes)

    def _check_space(self, source: ModelSource) -> None:
        needed, there = source.space(self.partial(source.name)), self._folder
        while not there.exists():
            there = there.parent
        free = self._free(there)
        if needed > free:
            raise ModelError(
                "There is too little space for {name}: {needed} are needed in {folder}, {free} are free.",
                "Make room and try again.",
                name=source.name,
                needed=megabytes(needed),
                folder=self._folder,
                free=megabytes(free),
            )


class FolderSource:
    """A model's folder, copied, so that the stick or share it came on is not needed again."""

    kind = "folder"
    kept = "Nothing was installed"

    def __init__(self, folder: Path, name: str | None = None) -> None:
        self.name = name or folder.resolve().name
        self._folder = folder
        if not folder.is_dir():
            raise ModelError("There is no folder {folder}.", "Check the path.", folder=folder)
        _check_whole(folder, str(folder))

    def space(self, partial: Path) -> int:  # noqa: ARG002 - a copy begins anew
        """Bytes that have to be written."""
        return _bytes_in(self._folder)

    def fetch(self, partial: Path, report: Report) -> Path:
        """The copy. Raises ModelError."""
        finished, total, done = partial / FINISHED, _bytes_in(self._folder), 0
        shutil.rmtree(finished, ignore_errors=True)
        finished.mkdir()
        try:
            for name in MODEL_FILES:
                if (self._folder / name).is_file():
                    shutil.copyfile(self._folder / name, finished / name)
                    done += (finished / name).stat().st_size
                    report(done, total)
            self._check_copy(finished)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise
        return finished

    def _check_copy(self, finished: Path) -> None:
        """The weights are those that the other computer installed; without its receipt, those of the folder."""
        expected = read_receipt(self._folder).get("sha256") or file_sha256(self._folder / WEIGHTS)
        if file_sha256(finished / WEIGHTS) != expected:
            raise ModelError("The weights in {folder} are damaged.", "Copy the folder again.", folder=self._folder)


def read_receipt(folder: Path) -> dict[str, str]:
    """Where an installed model came from and the hash of its weights; empty where nothing is written down."""
    try:
        receipt = json.loads((folder / _RECEIPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in receipt.items() if isinstance(value, str)} if isinstance(receipt, dict) else {}


def megabytes(size: int) -> str:
    """A size for people."""
    return f"{round(size / _MB):,} MB"


def _check_whole(folder: Path, name: str) -> None:
    if lacking := missing_file(folder):
        raise ModelError(
            "{name} is no speech model: {lacking} is missing.",
            "Give the folder of a whole model.",
            name=name,
            lacking=lacking,
        )
    if not engine_can_read(folder):
        raise ModelError(
            "{name} is no speech model: its JSON files cannot be read.", "Copy the folder again.", name=name
        )


def _bytes_in(folder: Path) -> int:
    return sum((folder / name).stat().st_size for name in MODEL_FILES if (folder / name).is_file())
