"""Playing through PortAudio, on an output of ALSA that writes into a file."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.adapters.portaudio_player import PortAudioPlayer
from app.core.errors import AudioError
from app.runtime.tone import find_tone, make_tone

ROOT = Path(__file__).parents[2]
ALSA = Path("/usr/share/alsa/alsa.conf")
PLAY = """
from app.adapters.portaudio_player import PortAudioPlayer
from app.runtime.tone import make_tone
PortAudioPlayer().play("portaudio:ALSA:written", make_tone())
"""


def test_an_output_that_is_not_there_is_named() -> None:
    with pytest.raises(AudioError, match=r"Nowhere|PortAudio|listed"):
        PortAudioPlayer().play("wasapi:Nowhere", make_tone())


@pytest.mark.skipif(not ALSA.exists(), reason="ALSA's configuration is not installed")
def test_a_tone_is_played_on_the_output_of_that_name(tmp_path: Path) -> None:
    written = tmp_path / "written.raw"
    settings = tmp_path / "alsa.conf"
    settings.write_text(
        f'<{ALSA}>\npcm.written {{ type file slave.pcm "null" file "{written}" format "raw"\n'
        'hint { show on description "written" } }\n'
    )
    subprocess.run(
        [sys.executable, "-c", PLAY], cwd=ROOT, env=os.environ | {"ALSA_CONFIG_PATH": str(settings)}, check=True
    )
    left_and_right = np.frombuffer(written.read_bytes(), dtype="<i2").reshape(-1, 2)
    assert find_tone(left_and_right[:, 0].tobytes()) is not None
    assert find_tone(left_and_right[:, 1].tobytes()) is not None
