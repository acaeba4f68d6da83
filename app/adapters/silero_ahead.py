"""Voice activity of a channel that is known to its end: the Silero model over all of its frames at once.

What does not depend on the gain is reckoned once for all gains, and the model's layers are products of large matrices.
Its memory alone goes frame by frame.
"""

from collections import deque
from functools import cache

import numpy as np
import onnx
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray
from onnx import numpy_helper

from app.adapters.silero import (
    CONTEXT_SAMPLES,
    FAINT_FRAMES,
    FAINT_POWER,
    FULL_SCALE,
    GAINS,
    SILENT_PEAK,
    STATE_SHAPE,
    WARM_UP_FRAMES,
    Samples,
    as_it_comes,
    at_all_gains,
    opened,
)
from app.core.ports import FRAME_SAMPLES

_BLOCK_FRAMES = 1000  # half a minute, of which the model needs 40 MB
_STEPS = 4
"""Spectra of a frame."""
_STEP_SAMPLES, _SPECTRUM_SAMPLES = 128, 256
_BEHIND_SAMPLES = 64
"""Mirrored at the end of a frame."""
_MEMORY, _READS = "LSTM", "/Transpose_output_0"


class SileroAhead:
    """The same answers for a channel that is known to its end, in a sixth of the time."""

    def __init__(self, pcm: bytes) -> None:
        self._answers = iter(_probabilities(pcm))

    def probability(self, _: bytes) -> float:
        """Probability of speech (0..1) in the next 512 samples; the last ones may be fewer. Give each frame once."""
        return float(next(self._answers))


def _probabilities(pcm: bytes) -> Samples:
    """Probability of speech in each frame of 16 kHz signed 16-bit audio."""
    samples = np.frombuffer(pcm, dtype="<i2")
    frames = np.pad(samples, (0, -len(samples) % FRAME_SAMPLES)).reshape(-1, FRAME_SAMPLES)
    speech = np.zeros(len(frames), dtype=np.float32)
    places = np.flatnonzero((frames.min(axis=1) < -SILENT_PEAK) | (frames.max(axis=1) > SILENT_PEAK))
    sound = frames[places] / FULL_SCALE
    looks, awake = _looks(np.einsum("ij,ij->i", sound, sound) < FAINT_POWER * FRAME_SAMPLES)
    heard = np.zeros((len(sound), CONTEXT_SAMPLES + FRAME_SAMPLES), dtype=np.float32)
    heard[:, CONTEXT_SAMPLES:] = sound
    heard[1:, :CONTEXT_SAMPLES] = sound[:-1, -CONTEXT_SAMPLES:]
    if len(looks):
        speech[places[looks[awake]]] = _in_a_row(heard, looks)[awake]
    return speech


def _in_a_row(heard: Samples, looks: NDArray[np.int64]) -> Samples:
    """Probability of speech in frames that follow one another: the highest that any gain gives."""
    model = _model()
    state = {name: np.zeros(STATE_SHAPE, np.float32) for name in ("h", "c")}
    answers: list[Samples] = []
    for first in range(0, len(looks), _BLOCK_FRAMES):
        read = model.read(heard[looks[first : first + _BLOCK_FRAMES]])
        speech, state["h"], state["c"] = model.memory.run(None, {_READS: read, **state})
        answers.append(np.asarray(speech).reshape(len(GAINS), -1).max(axis=0))
    return np.concatenate(answers)


class _Model:
    """The model up to its memory as products of matrices, and its memory for all gains. Raises ModelError."""

    def __init__(self) -> None:
        graph = onnx.load_from_string(as_it_comes())
        weights = {one.name: numpy_helper.to_array(one) for one in graph.graph.initializer}
        self._waves = weights["encoder.feature_extractor.forward_basis_buffer"][:, 0].T
        layers = [[weights[f"encoder.conv_layers.{n}.{kind}"] for kind in ("weight", "bias")] for n in range(4)]
        (first, self._first_bias), (second, self._second_bias), (third, self._third_bias), (last, self._bias) = layers
        self._first = _product(first)
        self._second = _product(second)
        self._third = _product(third[:, :, 1:])  # before it lies nothing
        self._last = _product(last[:, :, 1:2])  # nor before and behind it
        self.memory = opened(lambda: _memory(graph))

    def read(self, heard: Samples) -> Samples:
        """What the memory reads of frames (frames, 576): (frames, gains, 128)."""
        loudness = _spectra(heard, self._waves)
        plain = _side_by_side(loudness, taps=3, stride=1) @ self._first
        return np.stack([self._at(plain * gain + self._first_bias) for gain in GAINS[:, 0]], axis=1)

    def _at(self, steps: Samples) -> Samples:
        second = _rectified(_side_by_side(_rectified(steps), taps=3, stride=2) @ self._second + self._second_bias)
        third = _rectified(second.reshape(len(second), -1) @ self._third + self._third_bias)
        return _rectified(third @ self._last + self._bias)


def _spectra(heard: Samples, waves: Samples) -> Samples:
    """The loudness of each frequency at each step of frames: (frames, 4, 129)."""
    mirrored = np.ascontiguousarray(np.pad(heard, ((0, 0), (0, _BEHIND_SAMPLES)), mode="reflect"))
    row, sample = mirrored.strides
    shape = (len(mirrored), _STEPS, _SPECTRUM_SAMPLES)
    steps = as_strided(mirrored, shape, (row, sample * _STEP_SAMPLES, sample))
    parts = steps.reshape(-1, _SPECTRUM_SAMPLES) @ waves
    real, imaginary = np.split(parts, 2, axis=1)
    return np.asarray(np.sqrt(real**2 + imaginary**2)).reshape(len(heard), _STEPS, -1)


def _side_by_side(steps: Samples, *, taps: int, stride: int) -> Samples:
    """Each step (frames, steps, channels) with its neighbours as one row: (frames, steps / stride, taps * channels)."""
    frames, count, channels = steps.shape
    padded = np.zeros((frames, count + 2, channels), dtype=np.float32)
    padded[:, 1:-1] = steps
    frame, step, channel = padded.strides
    shape = (frames, count // stride, taps * channels)
    return np.ascontiguousarray(as_strided(padded, shape, (frame, step * stride, channel)))


def _product(weight: Samples) -> Samples:
    """The weights of a convolution (to, from, taps) as a matrix (taps * from, to)."""
    return np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(-1, len(weight)))


def _rectified(values: Samples) -> Samples:
    return np.maximum(values, 0, out=values)


def _memory(model: onnx.ModelProto) -> bytes:
    """The model from its memory on, for all gains at once."""
    nodes = list(model.graph.node)
    begin = [node.op_type for node in nodes].index(_MEMORY)
    del model.graph.node[:begin]
    read, *states = model.graph.input
    read.CopyFrom(onnx.helper.make_tensor_value_info(_READS, onnx.TensorProto.FLOAT, [None, len(GAINS), 128]))
    return at_all_gains(model, states)


def _looks(faint: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which frames are looked at one after the other, and which of these looks are not to warm up."""
    looks: list[int] = []
    awake: list[int] = []
    slept: deque[int] = deque(maxlen=WARM_UP_FRAMES)
    faint_frames = 0
    for place, is_faint in enumerate(faint):
        faint_frames = faint_frames + 1 if is_faint else 0
        if faint_frames > FAINT_FRAMES:
            slept.append(place)
            continue
        looks += slept
        slept.clear()
        awake.append(len(looks))
        looks.append(place)
    return np.array(looks, dtype=np.int64), np.array(awake, dtype=np.int64)


@cache
def _model() -> _Model:
    return _Model()
