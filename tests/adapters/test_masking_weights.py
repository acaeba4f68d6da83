"""What masking has learned, as a file."""

from pathlib import Path

import pytest

from app.adapters.masking_weights import load_look, save_look
from app.compose import MASKING_WEIGHTS, read_vocabulary
from app.core.errors import LexiconError
from app.core.masking import Look
from app.paths import bundled


def test_what_was_written_is_read(tmp_path: Path) -> None:
    look = Look({"": -1.5, "near purse": 0.75, "+1 £": -0.2}, 4.0)
    save_look(tmp_path / "look.json", look)
    assert load_look(tmp_path / "look.json") == look


def test_calls_are_looked_at_with_the_bundled_weights() -> None:
    assert read_vocabulary().look == load_look(bundled(*MASKING_WEIGHTS))


@pytest.mark.parametrize("text", ["", "[]", '{"least": 1}', '{"least": 1, "weights": {"a": "b"}}', "\udcff"])
def test_a_damaged_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "look.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(LexiconError):
        load_look(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError):
        load_look(tmp_path / "look.json")
