"""The calls that people wrote down, word by word, and each word with whether it is marked."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.events import Channel
from app.core.masking.tokens import tokens_of
from benchmarks.masking import CHANNELS, MARKED

BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign, and whether it is to be hidden."""

    text: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A turn of a call."""

    speaker: Channel
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A form, or an ordinary sentence; `kind` is what it is mainly about."""

    kind: str
    lines: tuple[Line, ...]


def calls_of(files: Sequence[Path]) -> Iterator[Call]:
    """Every form and every ordinary sentence of some files."""
    for file in files:
        entries = json.loads(file.read_text("utf-8"))
        for entry in (*entries["forms"], *entries["ordinary"]):
            lines = tuple(Line(CHANNELS[speaker], words_of(marked)) for speaker, marked in entry["turns"])
            yield Call(entry.get("kind", ""), lines)


def words_of(marked: str) -> tuple[Word, ...]:
    """The words of a text whose marks are left out."""
    text = marked.replace("[[", "").replace("]]", "")
    inside = [
        (one.start() - 4 * number, one.end() - 4 * number - 4) for number, one in enumerate(MARKED.finditer(marked))
    ]
    return tuple(
        Word(text[token.start : token.end], any(token.start < end and start < token.end for start, end in inside))
        for token in tokens_of(text)
    )
