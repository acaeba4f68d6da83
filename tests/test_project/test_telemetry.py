"""Nothing leaves the computer: what Calmline imports reports to nobody."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_speech_runtime_reports_to_nobody(tmp_path: Path) -> None:
    code = "import app, onnxruntime"
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment | home, cwd=Path(__file__).parents[2])
    assert not [*tmp_path.rglob("*onnxruntime*")]
