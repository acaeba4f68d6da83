"""Folders that look like speech models."""

from pathlib import Path

FILES = {
    "model.bin": b"weights" * 1000,
    "config.json": b"{}",
    "tokenizer.json": b"{}",
    "vocabulary.txt": b"a\n",
}


def a_model(folder: Path) -> Path:
    """A folder with every file of a speech model."""
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder
