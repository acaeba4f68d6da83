"""The first layers of the sentence model, trained to tell of every word whether it is part of what masking hides.

A word sees its own turn and those before it, and nothing behind: as far back as `LONGEST` tokens reach.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession
from tokenizers import BertWordPieceTokenizer

from app.adapters.arrays import read_arrays
from app.adapters.c_memory import give_back
from app.adapters.heat.minilm import sentence_model_data
from app.adapters.heat.sentence_graph import IDS, UNSEEN, short_graph
from app.adapters.onnx_session import onnx_session
from app.core.errors import LexiconError
from app.core.events import Channel
from app.core.masking.tagger import Turn

LAYERS, HEAD, BIAS = "layers/", "head", "bias"
NAMES = {Channel.AGENT: "agent", Channel.CALLER: "caller", Channel.UNKNOWN: "caller"}
"""Where both speak on one channel, what is hidden is the caller's most often."""
LONGEST = 80
"""Tokens that are read at once; more take longer than a final may."""

_PART, _LEAST, _NAME = 64, 8, 2
"""Tokens of a turn that are one part, of a part that is worth reading, and of who says it."""

_BEGIN, _END, _COLON = "[CLS]", "[SEP]", ":"
_FAR = -1e4
_UNREADABLE = "What masking has learned cannot be read.", "Reinstall Calmline."
_UNREAD = -3.0
"""Log-odds of a word that is not read: too few to hide it, too many to let it stand against a rule."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TaggerWeights:
    """Packed layers ("0/query"), and what reads a word's state: (384,) and a number."""

    layers: Mapping[str, npt.NDArray[Any]]
    head: Floats
    bias: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """A turn or a part of one: the numbers of its tokens, and of which word each is."""

    ids: tuple[int, ...]
    owners: tuple[int | None, ...]


class SentenceTagger:
    """Asks the layers; keeps nothing of what was said."""

    def __init__(self, model: Path, vocabulary: Path, weights: TaggerWeights) -> None:
        """Raises ModelError where it is not the model whose layers were trained, LexiconError without its words."""
        self._reader = TurnReader(vocabulary)
        self._session = _session(sentence_model_data(model), weights)
        self._head, self._bias = weights.head, weights.bias
        give_back()

    def odds(self, turns: Sequence[Turn]) -> Sequence[float]:
        """Log-odds for each word of the last turn; a long one is read in parts."""
        *earlier, last = turns
        said = [part for turn in earlier for part in self._reader.parts(turn)]
        odds = [_UNREAD] * len(last.words)
        for part in self._reader.parts(last):
            said.append(part)
            for word, amount in self._odds_of(said).items():
                odds[word] = amount
        return odds

    def _odds_of(self, said: Sequence[Pieces]) -> dict[int, float]:
        """Those of the words of the last part; a word's tokens count alike."""
        ids, places = framed(said, self._reader.begin)
        unseen = np.where(places[None, :] <= places[:, None], 0, _FAR).astype(np.float32)
        (states,) = self._session.run(None, {IDS: np.array([ids], np.int64), UNSEEN: unseen[None, None]})
        own = said[-1].owners
        odds = np.asarray(states)[0, -len(own) :] @ self._head + self._bias
        by_word: dict[int, list[float]] = {}
        for owner, amount in zip(own, odds.tolist(), strict=True):
            if owner is not None:
                by_word.setdefault(owner, []).append(amount)
        return {word: sum(amounts) / len(amounts) for word, amounts in by_word.items()}


def _session(model: bytes, weights: TaggerWeights) -> InferenceSession:
    try:
        return onnx_session(short_graph(model, weights.layers))
    except (KeyError, ValueError, RuntimeError) as error:  # a layer that lacks an array, or has one of another shape
        raise LexiconError(*_UNREADABLE) from error


class TurnReader:
    """Splits turns into the tokens of the sentence model."""

    def __init__(self, vocabulary: Path) -> None:
        """Raises LexiconError."""
        self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self.begin, self._end, self._colon = map(self._number, (_BEGIN, _END, _COLON))
        self._names = {speaker: self._number(name) for speaker, name in NAMES.items()}

    def parts(self, turn: Turn) -> Iterator[Pieces]:
        """The turn, in parts where it is long; the tokens of a word stay together."""
        encoded = self._tokenizer.encode(list(turn.words), is_pretokenized=True, add_special_tokens=False)
        first, ids, owners = 0, encoded.ids, encoded.word_ids
        while len(ids) - first > _PART:
            end = first + _PART
            while end > first + 1 and owners[end] == owners[end - 1]:
                end -= 1
            yield self._framed(turn, ids[first:end], owners[first:end])
            first = end
        yield self._framed(turn, ids[first:], owners[first:])

    def _framed(self, turn: Turn, ids: Sequence[int], owners: Sequence[int | None]) -> Pieces:
        return Pieces((self._names[turn.speaker], self._colon, *ids, self._end), (None, None, *owners, None))

    def _number(self, token: str) -> int:
        number: int | None = self._tokenizer.token_to_id(token)
        if number is None:
            raise LexiconError("The words of the sentence model cannot be read.", "Reinstall Calmline.")
        return number


def framed(said: Sequence[Pieces], begin: int) -> tuple[list[int], npt.NDArray[np.int64]]:
    """The tokens of the last parts that fit, of the earliest its end, and of which part each is."""
    room, kept = LONGEST - 1, list[Sequence[int]]()
    for part in reversed(said):
        whole = len(part.ids) <= room
        if not whole and room < _LEAST:
            break
        kept.insert(0, part.ids if whole else (*part.ids[:_NAME], *part.ids[_NAME - room :]))
        room -= len(kept[0])
    ids = [begin, *(number for part in kept for number in part)]
    places = [0, *(place for place, part in enumerate(kept) for _ in part)]
    return ids, np.array(places)


def load_tagger(file: Path) -> TaggerWeights:
    """What benchmarks/train_tagger.py wrote. Raises LexiconError."""
    try:
        arrays = read_arrays(file)
        layers = {name.removeprefix(LAYERS): array for name, array in arrays.items() if name.startswith(LAYERS)}
        return TaggerWeights(layers, np.asarray(arrays[HEAD], np.float32), float(arrays[BIAS]))
    except (OSError, ValueError, KeyError) as error:
        raise LexiconError(*_UNREADABLE) from error
