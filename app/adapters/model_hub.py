"""Speech models from the model hub, over plain requests: an interrupted file goes on where it stopped."""

import hashlib
from collections.abc import Iterator
from functools import cached_property
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from huggingface_hub import constants
from pydantic import BaseModel, Field, ValidationError

from app.adapters.model_shelf import COPY_FOLDER, FINISHED, Report
from app.adapters.models import MODEL_FILES, file_sha256
from app.core.errors import ModelError
from app.core.message import Message

_TIMEOUT_S = 30.0
_CHUNK = 1 << 18
_PARTIAL_CONTENT = 206


class _Large(BaseModel):
    sha256: str


class _File(BaseModel):
    name: str = Field(alias="rfilename")
    size: int
    blob: str = Field(alias="blobId")
    lfs: _Large | None = None


class _Listing(BaseModel):
    sha: str
    siblings: list[_File]


class _BrokenError(Exception):
    """The connection failed or broke."""


class HubSource:
    """The hub's own hashes are checked; whatever arrived is kept for the next try."""

    kind = "hub"
    kept = "What has arrived is kept"

    def __init__(self, name: str, repository: str, endpoint: str | None = None) -> None:
        self.name = name
        self._repository = repository
        self._endpoint = endpoint or constants.ENDPOINT

    def space(self, partial: Path) -> int:
        """Bytes that still have to be written. Raises ModelError."""
        return sum(file.size - _size(partial / FINISHED / file.name) for file in self._files)

    def fetch(self, partial: Path, report: Report) -> Path:
        """The finished model. Raises ModelError."""
        finished = partial / FINISHED
        finished.mkdir(exist_ok=True)
        total, before = sum(file.size for file in self._files), 0
        for file in self._files:
            place = finished / file.name
            for done in self._download(file, place):
                report(before + done, total)
            if not _is_right(place, file):
                place.unlink()
                advice = Message("Try again, or {otherwise}", otherwise=Message(COPY_FOLDER))
                raise ModelError(
                    "{file} of {model!r} arrived damaged and was not installed.",
                    advice,
                    file=file.name,
                    model=self.name,
                )
            before += file.size
        return finished

    @property
    def _files(self) -> list[_File]:
        return [file for file in self._listing.siblings if file.name in MODEL_FILES]

    @cached_property
    def _listing(self) -> _Listing:
        url = f"{self._endpoint}/api/models/{self._repository}?blobs=true"
        try:
            return _Listing.model_validate_json(b"".join(piece for _, piece in _pieces(url, 0)))
        except (_BrokenError, ValidationError) as error:
            raise self._unreachable() from error

    def _download(self, file: _File, place: Path) -> Iterator[int]:
        """Add to a file until it is whole, telling how much of it there is; gives up when nothing more arrives."""
        url = f"{self._endpoint}/{self._repository}/resolve/{self._listing.sha}/{file.name}"
        while (had := _size(place)) < file.size:
            try:
                for starts_at, piece in _pieces(url, had):
                    with place.open("r+b" if place.exists() else "wb") as target:
                        target.seek(starts_at)
                        target.write(piece)
                        target.truncate()
                    yield starts_at + len(piece)
            except _BrokenError as error:
                if _size(place) <= had:
                    raise self._unreachable() from error
            if _size(place) <= had:
                raise self._unreachable()
        yield file.size

    def _unreachable(self) -> ModelError:
        return ModelError(
            "The speech model {name!r} could not be fetched.",
            "Check the network, or {otherwise}",
            name=self.name,
            otherwise=Message(COPY_FOLDER),
        )


def _pieces(url: str, have: int) -> Iterator[tuple[int, bytes]]:
    """Pieces of what lies at an address and where each begins: from byte `have` on, or from 0 if the hub says so."""
    if constants.HF_HUB_OFFLINE:
        raise _BrokenError
    request = Request(url, headers={"Range": f"bytes={have}-"} if have else {})  # noqa: S310 - the hub's own address
    try:
        with urlopen(request, timeout=_TIMEOUT_S) as response:  # noqa: S310 - the same
            at = have if response.status == _PARTIAL_CONTENT else 0
            while piece := response.read(_CHUNK):
                yield at, piece
                at += len(piece)
    except HTTPError as error:
        error.close()
        raise _BrokenError from error
    except (OSError, HTTPException, ValueError) as error:
        raise _BrokenError from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _is_right(path: Path, file: _File) -> bool:
    """A large file has its SHA-256, a small one the hash that git gives it."""
    if _size(path) != file.size:
        return False
    if file.lfs is not None:
        return file_sha256(path) == file.lfs.sha256
    content = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == file.blob
