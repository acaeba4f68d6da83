"""Whisper on onnxruntime: a window of sound in one pass, what is known of a text in one, then a step for each token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.adapters.onnx_session import onnx_session
from app.adapters.whisper.graph import shape_of, sound_graph, text_graph
from app.adapters.whisper.weights import Weights

Floats = NDArray[np.float32]

_UNSEEN = np.float32(-1e9)  # added to the attention of a token to those behind it


@dataclass(frozen=True, slots=True)
class Heard:
    """What the decoder reads of one window of sound."""

    arrays: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Read:
    """Keys and values of the tokens that were read, `length` of them, on one beam or several."""

    arrays: Mapping[str, Floats]
    length: int

    def cut(self, length: int) -> "Read":
        """As if no more tokens than the first `length` had been read."""
        return Read({name: array[:, :, :length] for name, array in self.arrays.items()}, length)


class SpeechModel:
    """Hears a window, reads tokens and says how likely each token is to follow; safe to call from several threads.

    CTranslate2 gives a text that is known one step for each token. Here it is one pass: 45 tokens in a tenth of the
    time. A window of 24 s is heard in two thirds of CTranslate2's time, of 18 s in as much. Raises OSError, KeyError
    and ValueError where the folder holds no model.
    """

    def __init__(self, folder: Path, *, hasty_threads: int) -> None:
        weights = Weights(folder)
        shape = shape_of(weights, "decoder")
        self.places = shape.places
        self.vocabulary = len(weights.raw("decoder/embeddings/weight"))
        self._weights = weights
        self._position = weights.array("decoder/position_encodings/encodings")
        self._frames = weights.array("encoder/position_encodings/encodings")
        sound = sound_graph(weights)
        self._sound, self._hasty = onnx_session(sound), onnx_session(sound, threads=hasty_threads)
        self._text = onnx_session(text_graph(weights))
        self._heard_names = [output.name for output in self._sound.get_outputs()]
        self._read_names = [output.name for output in self._text.get_outputs()][1:]
        self.mels = int(self._sound.get_inputs()[0].shape[1])
        nothing = np.zeros((1, shape.heads, 0, shape.head), dtype=np.float32)
        self._nothing = Read({name.removeprefix("new_"): nothing for name in self._read_names}, 0)

    def hear(self, spectrum: Floats, *, hastily: bool = False) -> Heard:
        """Take a window's log-mel spectrum, (mels, hundredths of a second); `hastily` with several threads."""
        places = self._frames[: (spectrum.shape[1] + 1) // 2]
        session = self._hasty if hastily else self._sound
        arrays = session.run(self._heard_names, {"spectrum": spectrum[None], "places": places[None]})
        return Heard(dict(zip(self._heard_names, arrays, strict=True)))

    def read(self, heard: Heard, tokens: Sequence[int], rows: Sequence[int]) -> tuple[Floats, Read]:
        """Read a text from its beginning; for each of the tokens in `rows` what may follow it, (rows, vocabulary)."""
        return self._pass(heard, self._nothing, np.array([tokens]), parents=[0], rows=rows)

    def step(self, heard: Heard, read: Read, tokens: Sequence[int], parents: Sequence[int]) -> tuple[Floats, Read]:
        """Read one more token on each beam, which goes on from the old beam `parents`: what may follow, as `read`."""
        return self._pass(heard, read, np.array(tokens)[:, None], parents=parents, rows=range(len(tokens)))

    def _pass(
        self, heard: Heard, read: Read, tokens: NDArray[np.int64], *, parents: Sequence[int], rows: Sequence[int]
    ) -> tuple[Floats, Read]:
        new = tokens.shape[1]
        length = read.length + new
        embedded = self._weights.array("decoder/embeddings/weight", tokens)
        mask = np.triu(np.full((new, length), _UNSEEN), read.length + 1)
        following, *arrays = self._text.run(
            ["next", *self._read_names],
            {
                "tokens": embedded + self._position[read.length : length],
                "mask": mask,
                "parents": np.array(parents, dtype=np.int64),
                "rows": np.array(rows, dtype=np.int64),
                **read.arrays,
                **heard.arrays,
            },
        )
        return following, Read(dict(zip(self._nothing.arrays, arrays, strict=True)), length)
