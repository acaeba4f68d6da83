"""What benchmarks/train_masking.py learned for the second look of masking."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from app.core.errors import LexiconError
from app.core.masking import Look


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    least: float
    weights: dict[str, float]


def load_look(path: Path) -> Look:
    """Weights in log-odds and where a number begins to be hidden. Raises LexiconError."""
    try:
        file = _File.model_validate_json(path.read_bytes())
    except (OSError, ValueError) as error:  # pydantic raises ValueErrors
        raise LexiconError("What masking has learned cannot be read.", "Reinstall Calmline.") from error
    return Look(file.weights, file.least)


def save_look(path: Path, look: Look) -> None:
    """Write what `load_look` reads: one sign a line, so that what was learned anew can be compared."""
    path.parent.mkdir(exist_ok=True)
    learned = {"least": look.least, "weights": dict(sorted(look.weights.items()))}
    path.write_text(json.dumps(learned, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
