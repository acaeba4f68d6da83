"""Archives of arrays as numpy writes them."""

import zipfile
import zlib
from pathlib import Path
from tokenize import TokenError
from typing import Any

import numpy as np
import numpy.typing as npt

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, TokenError)


def read_arrays(file: Path) -> dict[str, npt.NDArray[Any]]:
    """Every array of an archive by name. Raises OSError, and ValueError where it is damaged."""
    if not zipfile.is_zipfile(file):  # numpy would leave a half-made archive behind
        raise ValueError("not an archive")
    try:
        with np.load(file, allow_pickle=False) as archive:
            return dict(archive)
    except _DAMAGED as error:
        raise ValueError("a damaged archive") from error
