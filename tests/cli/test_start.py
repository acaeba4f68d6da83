"""What is loaded when: the window waits for what it shows alone, and the first call for nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

OF_CALLS = frozenset({"app.adapters.lexicon_files", "app.adapters.playbooks.folders", "app.core.assistant"})
MASKS = frozenset({"app.core.masking"})
OPENED_LATER = frozenset(
    {
        "app.desk_scoring",
        "app.export_bench",
        "app.kept_bench",
        "app.practice_calls",
        "app.reading",
        "app.settings_form",
        "app.settings_window",
        "app.setup_bench",
        "app.ui.kept_dialog",
        "app.ui.practice_dialog",
        "app.ui.settings_dialog",
        "app.ui.setup_dialog",
        "app.ui.supervisor_window",
    }
)
OF_COMMANDS = frozenset({"app.compose.analysis", "app.compose.catalogue", "app.compose.exports", "app.compose.privacy"})
LIBRARIES = frozenset(
    {
        "alembic",
        "faster_whisper",
        "huggingface_hub",
        "keyring",
        "multiprocessing",
        "numpy",
        "onnx",
        "onnxruntime",
        "pydantic",
        "pyqtgraph",
        "sounddevice",
        "soundfile",
        "sqlalchemy",
        "tokenizers",
    }
)

OPENED = """
import os, sys
from app.adapters.settings_files import load_settings
from app.desk import Desk
desk = Desk(load_settings())
desk._show_window()
print(*sys.modules, flush=True)
os._exit(0)
"""

LOADED = """
import sys
from app.adapters.settings_files import load_settings
from app.compose import CallNames, load_parts, open_lines, prepare_call
from app.core.masking.cues import cue_expression
from app.core.ports import Device, DeviceKind

class Desk:
    def devices(self):
        return [Device(id=kind, name="", kind=kind, is_default=True) for kind in DeviceKind]

class Engine:
    import app.adapters.whisper.transcriber  # what the shipped one brings
    name = "engine"

settings = load_settings()
parts = load_parts(settings, Engine())
loaded = set(sys.modules)
lines, _ = open_lines(settings, microphone=None, caller=None, sound=Desk)
prepare_call(parts, lines, CallNames(), realtime=True, live=True, listeners=(), keepers=())
late = {name for name in sys.modules if name.partition(".")[0] not in sys.stdlib_module_names} - loaded
print(f"masks: {cue_expression.cache_info().currsize}", *late)
"""


def printed(script: str, home: Path) -> list[str]:
    """The words that a script prints in a process of its own."""
    environment = os.environ | {"CALMLINE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_panel_is_seen_before_anything_is_loaded_that_it_does_not_show(tmp_path: Path) -> None:
    loaded = set(printed(OPENED, tmp_path))
    assert "app.ui.agent_window" in loaded
    assert loaded & (OF_CALLS | MASKS | OPENED_LATER | OF_COMMANDS | LIBRARIES) == set()


def test_before_the_first_call_its_modules_are_loaded_and_its_masks_ready(tmp_path: Path) -> None:
    assert printed(LOADED, tmp_path) == ["masks:", "1"]


@pytest.mark.parametrize("arguments", [("--help",), ("call", "--help")])
def test_a_command_that_only_tells_loads_neither_windows_nor_calls(arguments: tuple[str, ...], tmp_path: Path) -> None:
    script = f"import sys; sys.argv[1:] = {list(arguments)}; from app.cli import app; app(standalone_mode=False)"
    loaded = set(printed(f"{script}; print(*sys.modules)", tmp_path))
    libraries = LIBRARIES - {"pydantic"} | {"PySide6"}  # typer reads what follows a command by pydantic
    assert loaded & (OF_CALLS | OPENED_LATER | OF_COMMANDS | libraries | {"app.compose"}) == set()
