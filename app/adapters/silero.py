"""Streaming voice activity: the Silero model that faster-whisper bundles, with its state carried along."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from app.adapters.whisper.invented import NOTHING_DBFS
from app.core.errors import ModelError
from app.core.ports import FRAME_SAMPLES

CONTEXT_SAMPLES = 64
FULL_SCALE = np.float32(32768.0)
GAINS = np.array([[0.1], [1.0], [8.0]], np.float32)
"""Loud speech and clatter are heard best at a low gain, quiet speech beside a hum or hiss at a high one. Of 562 quiet
one-word answers beside twelve noises a gain of 0.1 alone finds 387 (three frames in a row of 0.3 or more), of 1 alone
430, of 8 alone 451, of these three together 536. In three minutes of each noise alone, a sung vowel reaches 0.43, pop
0.26, and nothing else more than 0.15."""
STATE_SHAPE = (1, len(GAINS), 128)
_ACROSS = {"/Transpose": (2, 0, 1), "/decoder/Transpose": (1, 2, 0)}
"""What stands before and behind the model's memory, turned so that its frames lie beside one another in time."""
SILENT_PEAK = 2
"""Of 32,768: what is no louder (-84 dBFS) is no line noise even, and needs no look."""

FAINT_POWER = 10 ** (NOTHING_DBFS / 10)
"""The hiss of a line."""
FAINT_FRAMES = 62  # 2 s
WARM_UP_FRAMES = 32

Samples = NDArray[np.float32]


class SileroDetector:
    """Speech probability of one channel, 512 samples at a time: the highest that any of several gains gives.

    When a channel has been faint for two seconds nobody looks closer until it gets louder: all of them are silent most
    of the day. Then the last second is looked at first, so that the state is what it would have been.
    """

    def __init__(self) -> None:
        self._session = _session()
        self._state = {"h": np.zeros(STATE_SHAPE, np.float32), "c": np.zeros(STATE_SHAPE, np.float32)}
        self._heard = np.zeros((1, CONTEXT_SAMPLES + FRAME_SAMPLES), dtype=np.float32)
        self._faint_frames = 0
        self._slept: deque[Samples] = deque(maxlen=WARM_UP_FRAMES)

    def probability(self, pcm: bytes) -> float:
        """Probability of speech (0..1) in 1,024 bytes of 16 kHz signed 16-bit audio."""
        samples = np.frombuffer(pcm, dtype="<i2")
        if samples.min() >= -SILENT_PEAK and samples.max() <= SILENT_PEAK:
            return 0.0
        self._heard[0, :CONTEXT_SAMPLES] = self._heard[0, -CONTEXT_SAMPLES:]
        np.divide(samples, FULL_SCALE, out=self._heard[0, CONTEXT_SAMPLES:])
        if self._is_asleep(self._heard[0, CONTEXT_SAMPLES:]):
            self._slept.append(self._heard.copy())
            return 0.0
        while self._slept:
            self._look(self._slept.popleft())
        return self._look(self._heard)

    def _look(self, heard: Samples) -> float:
        speech, h, c = self._session.run(None, {"input": heard * GAINS, **self._state})
        self._state = {"h": h, "c": c}
        return float(speech.max())

    def _is_asleep(self, samples: Samples) -> bool:
        is_faint = np.dot(samples, samples) < FAINT_POWER * FRAME_SAMPLES
        self._faint_frames = self._faint_frames + 1 if is_faint else 0
        return self._faint_frames > FAINT_FRAMES


@cache
def _session() -> onnxruntime.InferenceSession:
    return opened(_graph)


def opened(graph: Callable[[], bytes]) -> onnxruntime.InferenceSession:
    """A session of one processor thread. Raises ModelError."""
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(graph(), sess_options=options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnx and onnxruntime raise no common base class
        raise ModelError("The voice activity model cannot be loaded.", "Reinstall Calmline.") from error


def as_it_comes() -> bytes:
    """The model, which reads frames that follow one another at one gain."""
    return (files("faster_whisper") / "assets" / "silero_vad_v6.onnx").read_bytes()


def _graph() -> bytes:
    """The model for one frame at all gains at once, which takes half the time and gives the same figures.

    As it comes it reads frames that follow one another.
    """
    model = onnx.load_from_string(as_it_comes())
    for node in model.graph.node:
        if node.name in _ACROSS:
            node.attribute[0].ints[:] = _ACROSS[node.name]
    frames, *states = model.graph.input
    frames.type.tensor_type.shape.dim[0].dim_value = len(GAINS)
    return at_all_gains(model, states)


def at_all_gains(model: onnx.ModelProto, states: Iterable[onnx.ValueInfoProto]) -> bytes:
    """The model as a file, its memory's states for all gains at once."""
    for state in states:
        state.type.tensor_type.shape.dim[1].dim_value = len(GAINS)
    del model.graph.value_info[:]
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")
    data: bytes = model.SerializeToString()
    return data
