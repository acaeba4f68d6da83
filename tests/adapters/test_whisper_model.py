"""The model hears and says what the engine's own does, in fewer passes, whatever its weights are packed as."""

import struct
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from faster_whisper import WhisperModel
from numpy.typing import NDArray

from app.adapters.models import EMBEDDED, find_model
from app.adapters.whisper.speech_model import Floats, Heard, SpeechModel
from app.adapters.whisper.weights import Weights
from app.core.events import Channel
from tests.adapters.engine import pcm

START = 50257
WRITTEN = [50362, 632, 468, 587, 1315, 1597, 1528, 13]  # without timestamps: " It has been 15 business days."


@cache
def theirs() -> WhisperModel:
    return WhisperModel(str(find_model(EMBEDDED, Path("nowhere"))), device="cpu", compute_type="int8", cpu_threads=1)


@cache
def model() -> SpeechModel:
    return SpeechModel(find_model(EMBEDDED, Path("nowhere")), hasty_threads=2)


@cache
def spectrum() -> Floats:
    voice = np.zeros(16_000 * 18, dtype=np.float32)
    said = np.frombuffer(pcm(Channel.CALLER, 4.2, 6.7), dtype="<i2") / np.float32(32768)
    voice[: len(said)] = said
    found: Floats = theirs().feature_extractor(voice, padding=0)
    return found


@cache
def heard() -> Heard:
    return model().hear(spectrum())


@pytest.mark.parametrize("seconds", [8, 18, 30])
def test_a_window_of_any_length_is_heard_alike_in_haste_and_at_leisure(seconds: int) -> None:
    window = np.tile(spectrum(), 2)[:, : 100 * seconds]
    ours, hasty = (model().hear(window, hastily=hastily).arrays for hastily in (False, True))
    assert ours["heard_k0"].shape == (1, 6, 50 * seconds, 64)
    for name, array in ours.items():
        np.testing.assert_allclose(hasty[name], array, atol=0.05)


def test_it_writes_what_the_engine_writes() -> None:
    sound = theirs().encode(spectrum())
    [written] = theirs().model.generate(sound, [[START, 50362]], beam_size=1)
    tokens = [START, *WRITTEN]
    following, _ = model().read(heard(), tokens, range(1, len(tokens)))
    ours = [int(row.argmax()) for row in following]
    assert ours[:-1] == WRITTEN[1:] == written.sequences_ids[0][: len(WRITTEN) - 1]


def test_word_by_word_is_the_same_as_in_one_pass() -> None:
    tokens = [START, *WRITTEN]
    whole, _ = model().read(heard(), tokens, [len(tokens) - 1])
    following, read = model().read(heard(), tokens[:2], [1])
    for token in tokens[2:]:
        following, read = model().step(heard(), read, [token], [0])
    assert read.length == len(tokens)
    assert following[0].argmax() == whole[0].argmax()
    assert np.abs(following[0] - whole[0]).mean() < 0.02 * np.ptp(whole[0])  # eight bits are not the same each time


def test_what_was_read_too_much_can_be_forgotten() -> None:
    known, wrong = [START, *WRITTEN[:4]], [5, 6, 7]
    _, read = model().read(heard(), [*known, *wrong], [0])
    following, _ = model().step(heard(), read.cut(len(known)), [WRITTEN[4]], [0])
    assert int(following[0].argmax()) == WRITTEN[5]


def test_each_beam_goes_on_from_its_own() -> None:
    _, read = model().read(heard(), [START, *WRITTEN[:3]], [0])
    _, read = model().step(heard(), read, [5, WRITTEN[3]], [0, 0])
    following, _ = model().step(heard(), read, [WRITTEN[4], 5], [1, 0])
    assert int(following[0].argmax()) == WRITTEN[5]


# --- weights -----------------------------------------------------------------------------------------------------


def text(value: str) -> bytes:
    return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"


def variable(name: str, kind: int, values: NDArray[Any]) -> bytes:
    shape = struct.pack(f"<B{values.ndim}I", values.ndim, *values.shape)
    return text(name) + shape + struct.pack("<BI", kind, values.nbytes) + values.tobytes()


def saved(folder: Path, *variables: bytes, aliases: bytes = b"") -> Path:
    head = struct.pack("<I", 6) + text("WhisperSpec") + struct.pack("<II", 3, len(variables))
    count = struct.pack("<I", 1 if aliases else 0)
    (folder / "model.bin").write_bytes(head + b"".join(variables) + count + aliases)
    return folder


def test_weights_of_eight_bits_are_scaled_row_by_row(tmp_path: Path) -> None:
    folder = saved(
        tmp_path,
        variable("w", 1, np.array([[10, -20], [30, 40]], dtype=np.int8)),
        variable("w_scale", 0, np.array([10.0, 20.0], dtype=np.float32)),
    )
    assert Weights(folder).array("w").tolist() == [[1.0, -2.0], [1.5, 2.0]]


def test_weights_of_sixteen_bits_come_as_either_kind_of_float_or_with_one_scale(tmp_path: Path) -> None:
    brain = (np.array([1.5, -2.0], dtype=np.float32).view(np.uint32) >> 16).astype(np.uint16)
    folder = saved(
        tmp_path,
        variable("half", 4, np.array([0.5], dtype=np.float16)),
        variable("brain", 5, brain),
        variable("short", 2, np.array([300], dtype=np.int16)),
        variable("short_scale", 0, np.array(100.0, dtype=np.float32)),
    )
    weights = Weights(folder)
    assert [weights.array(name).tolist() for name in ("half", "brain", "short")] == [[0.5], [1.5, -2.0], [3.0]]


def test_one_array_may_have_two_names(tmp_path: Path) -> None:
    folder = saved(tmp_path, variable("w", 0, np.array([7.0], dtype=np.float32)), aliases=text("v") + text("w"))
    assert Weights(folder).array("v").tolist() == [7.0]


@pytest.mark.parametrize("kept", [0, 3, 30, -1])
def test_a_file_that_ends_too_soon_is_refused(tmp_path: Path, kept: int) -> None:
    folder = saved(tmp_path, variable("w", 0, np.zeros(100, dtype=np.float32)))
    whole = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(whole[:kept])
    with pytest.raises(ValueError, match=r"ends in the middle|empty file|too old"):
        Weights(folder)
