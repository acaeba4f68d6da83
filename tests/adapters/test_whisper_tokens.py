"""Tokens and spectra are those of faster-whisper, on which everything that was measured rests."""

from pathlib import Path

import numpy as np
import pytest
import tokenizers
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens

from app.adapters.models import embedded_folder
from app.adapters.recording import open_stereo
from app.adapters.whisper.spectrum import LogMel
from app.adapters.whisper.tokens import Tokens
from app.adapters.whisper.transcriber import samples_of
from app.core.events import Channel
from app.core.ports import SAMPLE_RATE_HZ
from app.paths import bundled

SAID = "I've rung four times — “nobody” called back; it's £1,299.50, and Zoë isn't happy."


@pytest.fixture(scope="module")
def theirs() -> Tokenizer:
    folder = embedded_folder()
    assert folder is not None
    return Tokenizer(tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json")), multilingual=False)


@pytest.fixture(scope="module")
def ours() -> Tokens:
    folder = embedded_folder()
    assert folder is not None
    return Tokens(folder / "tokenizer.json", is_multilingual=False)


def test_what_frames_a_text_is_the_same(ours: Tokens, theirs: Tokenizer) -> None:
    assert ours.start == tuple(theirs.sot_sequence)
    assert (ours.begin, ours.end, ours.before) == (theirs.sot, theirs.eot, theirs.sot_prev)
    assert (ours.no_speech, ours.no_timestamps) == (theirs.no_speech, theirs.no_timestamps)
    assert ours.timestamps == theirs.timestamp_begin


def test_the_same_tokens_are_in_no_text(ours: Tokens, theirs: Tokenizer) -> None:
    assert ours.never == {*get_suppressed_tokens(theirs, [-1]), theirs.no_timestamps}


def test_a_text_is_written_and_read_in_the_same_way(ours: Tokens, theirs: Tokenizer) -> None:
    written = ours.written(f" {SAID}")
    assert written == theirs.encode(f" {SAID}")
    assert ours.text([*written, ours.end, ours.timestamps]) == theirs.decode(written) == f" {SAID}"


def test_a_file_without_them_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tokenizer.json"
    tokenizers.Tokenizer(tokenizers.models.WordLevel({"hello": 0}, "hello")).save(str(file))
    with pytest.raises(ValueError, match="startoftranscript"):
        Tokens(file, is_multilingual=False)


@pytest.mark.parametrize("bands", [80, 128])
@pytest.mark.parametrize("seconds", [8, 18, 30])
def test_a_spectrum_is_the_same_to_the_bit(bands: int, seconds: int) -> None:
    demo = open_stereo(bundled("assets", "demo", "call.flac"), agent="left", caller="right", chunk_s=1.0)
    voice = samples_of(demo.sides[Channel.CALLER])[: seconds * SAMPLE_RATE_HZ]
    voice[-SAMPLE_RATE_HZ:] = 0.0
    assert np.array_equal(LogMel(bands).of(voice), FeatureExtractor(feature_size=bands)(voice, padding=0))
