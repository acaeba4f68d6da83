"""Reads the weights of a model that CTranslate2 has converted, the format in which faster-whisper's models come."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_DTYPES: Mapping[int, type[np.generic]] = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
_BFLOAT16 = 5
_OLDEST = 4  # version of the format; before, each array had the size of its items in place of their kind


@dataclass(slots=True)
class _Cursor:
    """Reads little-endian values of a file one behind the other."""

    data: NDArray[np.uint8]
    at: int = 0

    def take(self, size: int) -> NDArray[np.uint8]:
        if self.at + size > len(self.data):
            raise ValueError("the file ends in the middle of a value")
        self.at += size
        return self.data[self.at - size : self.at]

    def number(self, kind: str) -> int:
        [value] = struct.unpack(f"<{kind}", self.take(struct.calcsize(f"<{kind}")).tobytes())
        return int(value)

    def text(self) -> str:
        return self.take(self.number("H")).tobytes().rstrip(b"\0").decode()


class Weights:
    """The arrays of a model by name. They stay in the file, and are read when they are asked for.

    The layout is that of `serialize` in CTranslate2's python/ctranslate2/specs/model_spec.py. Raises OSError and
    ValueError.
    """

    def __init__(self, folder: Path) -> None:
        cursor = _Cursor(np.memmap(folder / "model.bin", dtype=np.uint8, mode="r"))
        if (version := cursor.number("I")) < _OLDEST:
            raise ValueError(f"version {version} of the format is too old")
        cursor.text()  # what kind of model it is, and its revision
        cursor.number("I")
        self._arrays = dict(_variable(cursor) for _ in range(cursor.number("I")))
        for _ in range(cursor.number("I")):
            alias, name = cursor.text(), cursor.text()
            self._arrays[alias] = self._arrays[name]

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def number(self, name: str) -> int:
        """A single value. Raises KeyError."""
        return int(self._arrays[name])

    def raw(self, name: str) -> NDArray[Any]:
        """An array as it stands in the file. Raises KeyError."""
        return self._arrays[name]

    def array(self, name: str, rows: Any = ...) -> NDArray[np.float32]:
        """An array, or some of its rows, as numbers of 32 bits, whatever it was packed as. Raises KeyError."""
        values: NDArray[np.float32] = self._arrays[name][rows].astype(np.float32)
        scale = self._arrays.get(f"{name}_scale")
        if scale is None:
            return values
        values /= scale[rows][..., None] if scale.ndim else scale
        return values


def _variable(cursor: _Cursor) -> tuple[str, NDArray[Any]]:
    name = cursor.text()
    shape = [cursor.number("I") for _ in range(cursor.number("B"))]
    kind = cursor.number("B")
    data = cursor.take(cursor.number("I"))
    if kind == _BFLOAT16:
        return name, (data.view(np.uint16).astype(np.uint32) << 16).view(np.float32).reshape(shape)
    if kind not in _DTYPES:
        raise ValueError(f"the array {name} is of an unknown kind")
    return name, data.view(_DTYPES[kind]).reshape(shape)
