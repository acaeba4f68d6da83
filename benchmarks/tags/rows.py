"""Calls as rows of tokens, of each of which is known whether it is to be hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.adapters.heat.sentence_graph import held_by
from app.adapters.masking_tagger import TurnReader
from app.core.masking.tagger import Turn
from benchmarks.heat.states import sentence_model_file
from benchmarks.tags.digits import is_number_word
from benchmarks.tags.lines import Call, Line, Word

LONGEST = 128
_LENGTHS = (24, 36, 64, LONGEST)
_NOWHERE = 999
_EPSILON = 1e-12
_OTHER_WORD, _SIGN = 0.25, 0.1
"""How much words count that are neither numbers nor to be hidden, and signs."""

Floats = npt.NDArray[np.float32]
Batch = tuple[Floats, Floats, Floats, Floats]


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a call: of which turn each is, whether it is to be hidden, and how much it counts."""

    ids: tuple[int, ...]
    places: tuple[int, ...]
    hidden: tuple[bool, ...]
    weights: tuple[float, ...]


class RowMaker:
    """Makes rows of calls, and batches of rows."""

    def __init__(self, reader: TurnReader) -> None:
        self._reader = reader
        self._embedding = _Embedding()

    def row(self, call: Call) -> Row:
        """The first `LONGEST` tokens of a call."""
        tokens = [(self._reader.begin, 0, False, 0.0)]
        for place, line in enumerate(call.lines):
            tokens += ((token, place, is_hidden, weight) for token, is_hidden, weight in self._tokens(line))
        return Row(*zip(*tokens[:LONGEST], strict=True))

    def _tokens(self, line: Line) -> Iterator[tuple[int, bool, float]]:
        turn = Turn(line.speaker, tuple(word.text for word in line.words))
        for part in self._reader.parts(turn):
            for token, owner in zip(part.ids, part.owners, strict=True):
                if owner is None:
                    yield token, False, 0.0
                else:
                    word = line.words[owner]
                    yield token, word.is_hidden, _weight(word) / part.owners.count(owner)

    def batch(self, rows: Sequence[Row]) -> Batch:
        """Embedded tokens, which of them each sees, what is to be hidden, and weights: padded to some length."""
        length = next(length for length in _LENGTHS if length >= max(len(row.ids) for row in rows))
        shape = len(rows), length
        ids, places = np.zeros(shape, np.int64), np.full(shape, _NOWHERE)
        hidden, weights = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for place, row in enumerate(rows):
            count = len(row.ids)
            ids[place, :count], places[place, :count] = row.ids, row.places
            hidden[place, :count], weights[place, :count] = row.hidden, row.weights
        seen = places[:, None, :] <= places[:, :, None]
        return self._embedding.of(ids), seen[:, None].astype(np.float32), hidden, weights


def _weight(word: Word) -> float:
    if not word.text[0].isalnum():
        return _SIGN
    has_digit = any(letter.isdigit() for letter in word.text)
    return 1.0 if word.is_hidden or has_digit or is_number_word(word.text.lower()) else _OTHER_WORD


class _Embedding:
    """The sentence model's own."""

    def __init__(self) -> None:
        held, table = held_by(sentence_model_file().read_bytes()), "inner.embeddings."
        words, places = (
            held[f"{table}{name}_embeddings.weight_q"] * held[f"{table}{name}_embeddings.weight_scale"]
            for name in ("word", "position")
        )
        self._words = words.astype(np.float32)
        self._places = places.astype(np.float32) + held[f"{table}token_type_embeddings.weight"][0]
        self._scale, self._shift = held[f"{table}LayerNorm.weight"], held[f"{table}LayerNorm.bias"]

    def of(self, ids: npt.NDArray[np.int64]) -> Floats:
        placed = self._words[ids] + self._places[: ids.shape[1]]
        off = placed - placed.mean(axis=-1, keepdims=True)
        normal = off / np.sqrt((off**2).mean(axis=-1, keepdims=True) + _EPSILON)
        return np.asarray(normal * self._scale + self._shift, np.float32)
